import { expect, it } from 'vitest';
import { GatheredPublishing } from '../../../flows/verification/gathered-publishing.ts';

/** Publications that end when they are told to; each takes with it all that there is by then. */
function createWorld(everyMs = 0) {
  const begun: { readonly shows: number; readonly settle: PromiseWithResolvers<boolean> }[] = [];
  let there = 0;
  const publishing = new GatheredPublishing(() => {
    const settle = Promise.withResolvers<boolean>();
    begun.push({ shows: there, settle });
    return settle.promise;
  }, everyMs);
  const add = () => {
    there += 1;
    publishing.grown();
  };
  return {
    publishing,
    begun,
    add,
    until: async (length: number) => await expect.poll(() => begun.length).toBe(length),
  };
}

it('publishes together what is there in one turn, and what is added meanwhile with the next', async () => {
  const { publishing, begun, add, until } = createWorld();
  add();
  add();
  await until(1);
  expect(begun[0]?.shows).toBe(2);
  add();
  add();
  add();
  begun[0]?.settle.resolve(true);
  await until(2);
  expect(begun[1]?.shows).toBe(5);
  begun[1]?.settle.resolve(true);
  await publishing.end();
  expect(begun).toHaveLength(2);
});

it('waits at its end for the publication under way, and makes no other', async () => {
  const { publishing, begun, add, until } = createWorld();
  add();
  await until(1);
  add();
  const ended = publishing.end();
  expect(await Promise.race([ended.then(() => 'ended'), Promise.resolve('waits')])).toBe('waits');
  begun[0]?.settle.resolve(true);
  await ended;
  expect(begun).toHaveLength(1);
});

it('is over when there is nothing to publish any more, and ends with what has failed', async () => {
  const lost = createWorld();
  lost.add();
  await lost.until(1);
  lost.begun[0]?.settle.resolve(false);
  await expect.poll(() => lost.publishing.isOver).toBe(true);
  lost.add();
  await lost.publishing.end();
  expect(lost.begun).toHaveLength(1);

  const failed = createWorld();
  failed.add();
  await failed.until(1);
  failed.begun[0]?.settle.reject(new Error('the database is away'));
  await expect.poll(() => failed.publishing.isOver).toBe(true);
  await expect(failed.publishing.end()).rejects.toThrow('the database is away');
});

it('keeps its distance: what grows before the next is due goes out with it', async () => {
  const hour = 3_600_000;
  const { publishing, begun, add, until } = createWorld(hour);
  add();
  await until(1);
  begun[0]?.settle.resolve(true);
  add();
  add();
  await publishing.end();
  expect(begun.map(({ shows }) => shows)).toEqual([1]);
});
