import { readFile } from 'node:fs/promises';
import { buildSchema as parseSchema, findBreakingChanges } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from '../../../schema/build.ts';

/** What may break clients of the released schema nevertheless, and why. A release empties it and renews schema.graphql. */
const agreed: Readonly<Record<string, string>> = {};

const released = async () =>
  parseSchema(await readFile(new URL('./schema.graphql', import.meta.url), 'utf8'));

it('breaks no client of the released schema but for a reason that is written down', async () => {
  const broken = findBreakingChanges(await released(), buildSchema()).map(({ description }) => description);
  expect(broken.toSorted()).toEqual(Object.keys(agreed).toSorted());
});

it('notices what would break one', async () => {
  const text = await readFile(new URL('./schema.graphql', import.meta.url), 'utf8');
  const without = parseSchema(text.replace(/\n {2}"""[^"]*"""\n {2}slug: String!\n/, '\n'));
  expect(findBreakingChanges(await released(), without).map(({ description }) => description)).toEqual([
    'Workspace.slug was removed.',
  ]);
});
