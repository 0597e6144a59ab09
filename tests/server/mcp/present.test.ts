import { expect, it } from 'vitest';
import { toResult } from '../../../server/mcp/present.ts';

const present = (data: unknown, errors?: readonly unknown[]) =>
  toResult({ data, ...(errors !== undefined && { errors }) }, 'https://atlas.example');

it('refuses an answer that is too large, with what to do instead, and gives no part of it', () => {
  const names = Array.from({ length: 200 }, (_, index) => ({ name: `${index}${'x'.repeat(1_000)}` }));
  const { content, isError, structuredContent } = present({ names });
  expect([isError, structuredContent]).toEqual([true, undefined]);
  expect(content[0]?.text).toContain('smaller page');
  expect(content[0]?.text.length).toBeLessThan(200);
});

it('cuts a long text, and shows where someone has hidden one', () => {
  const { structuredContent } = present({ name: 'x'.repeat(5_000), hidden: 'a\u{E0041}\u200B\u202Eb' });
  expect(structuredContent?.['data']).toEqual({
    name: `${'x'.repeat(2_000)}…`,
    hidden: 'a\uFFFD\uFFFD\uFFFDb',
  });
});

it('completes the addresses of ours and gives a tenant its own', () => {
  const { structuredContent } = present({
    step: { label: 'Consent', url: '/tenants/2#consent' },
    elsewhere: { url: 'https://entra.microsoft.com/' },
    tenant: { id: 'tenant_12', name: 'Contoso' },
  });
  expect(structuredContent?.['data']).toEqual({
    step: { label: 'Consent', url: 'https://atlas.example/tenants/2#consent' },
    elsewhere: { url: 'https://entra.microsoft.com/' },
    tenant: { id: 'tenant_12', name: 'Contoso', url: 'https://atlas.example/tenants/12' },
  });
});

it('is an error when there is nothing, and says what is missing beside the rest', () => {
  const errors = [{ message: 'Not found.' }];
  expect(present({ tenant: null }, errors).isError).toBe(true);
  expect(present(null, errors).isError).toBe(true);
  const partly = present({ tenant: null, other: 1 }, errors);
  expect(partly.isError).toBeUndefined();
  expect(partly.structuredContent).toMatchObject({ data: { other: 1 }, errors });
});
