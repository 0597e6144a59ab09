import { setFlagsFromString } from 'node:v8';

/**
 * What a start reads and compiles is garbage a moment later. V8 doubles its young generation for it up to 100 MB, and an
 * idle process never gives them back: two thirds of what it holds. So it stays as small as it begins until the program
 * has started.
 */
setFlagsFromString('--semi-space-growth-factor=1');

/** V8's own factor: under load a large young generation saves collections. */
export function letYoungGenerationGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}
