import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntraIdentity, toLocalPath } from '../../../core/people/sign-in.ts';

describe('toLocalPath', () => {
  it('leads, as a browser reads it, to this site for every text there is', () => {
    const site = 'https://atlas.example';
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\n',
      ':',
      '@',
      'evil.example',
      'https:',
      '%2f',
      '?',
      '#',
      ' ',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((list) => `/${list.join('')}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const path = toLocalPath(text);
        expect(path).toMatch(/^\/(?!\/)/);
        expect(new URL(path, site).origin).toBe(site);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['/', '/operations/12', '/tenants/3?tab=a%20b#checks', '/authors', '/operations/12?q=100%'])(
    'keeps %s',
    (path) => {
      expect(toLocalPath(path)).toBe(path);
    },
  );

  it.each([
    null,
    undefined,
    '',
    'operations/12',
    `/${'a'.repeat(2_000)}`,
    '/auth',
    '/AUTH/entra',
    '/%61uth/entra',
    '/%2561uth/entra',
    '/x/..%2fauth/entra',
    '/x%2f..%2fauth',
    '/.%5cauth/entra',
    '/%2f/evil.example',
    '/%zz',
  ])('takes / for %s', (path) => {
    expect(toLocalPath(path)).toBe('/');
  });
});

describe('readEntraIdentity', () => {
  const tid = 'aaaaaaaa-0000-4000-8000-000000000001';
  const oid = 'bbbbbbbb-0000-4000-8000-000000000002';
  const claims = { tid, oid, name: 'Ada', preferred_username: 'Ada@Northwind.example' };
  const ada = { tenantId: tid, objectId: oid, displayName: 'Ada', userName: 'ada@northwind.example' };

  it.each([
    ['a member', {}, ada],
    ['ids in other case', { tid: tid.toUpperCase(), oid: oid.toUpperCase() }, ada],
    ['a member, said twice', { idp: `https://sts.windows.net/${tid}/`, acct: 0 }, ada],
    [
      'a guest',
      { idp: 'https://sts.windows.net/cccccccc-0000-4000-8000-000000000003/' },
      { ...ada, userName: null },
    ],
    ['a guest with a Microsoft account', { idp: 'live.com' }, { ...ada, userName: null }],
    ['a guest by the optional claim', { acct: 1 }, { ...ada, userName: null }],
    [
      'the email claim is not a name',
      { preferred_username: undefined, email: 'x@y.example' },
      { ...ada, userName: null },
    ],
    ['a phone number is not a name', { preferred_username: '+49 30 1' }, { ...ada, userName: null }],
    ['another directory', { tid: oid }, null],
    ['no directory', { tid: undefined }, null],
    ['nobody', { oid: undefined }, null],
    ['someone without a GUID', { oid: '1' }, null],
  ])('%s', (_case, changes, identity) => {
    expect(readEntraIdentity({ ...claims, ...changes }, tid)).toEqual(identity);
  });
});
