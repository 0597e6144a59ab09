import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = (file: string) => readFile(new URL(`../../../${file}`, import.meta.url), 'utf8');

it('docs/api.md lists every code that an error can have', async () => {
  const [declared = ''] = /export type FaultCode =[^;]*;/.exec(await read('core/fault.ts')) ?? [];
  const codes = [...declared.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code);
  const listed = [...(await read('docs/api.md')).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(5);
  expect(listed.toSorted()).toEqual([...codes, 'INTERNAL_SERVER_ERROR'].toSorted());
});
