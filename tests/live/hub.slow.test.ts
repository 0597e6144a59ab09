import { it } from 'vitest';
import { keepsOneState, leavesNothingBehind } from './support/bounds.ts';

it('keeps one state for a reader that has stopped, through 100,000 changes, and gives it the last', async () => {
  await keepsOneState(100_000);
}, 120_000);

it('leaves nothing behind after 10,000 subscriptions', async () => {
  await leavesNothingBehind(10_000);
}, 120_000);
