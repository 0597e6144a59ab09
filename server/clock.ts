import type { Clock } from '../core/clock.ts';

/** The one place that looks at the machine's clock. */
export const systemClock: Clock = () => new Date();
