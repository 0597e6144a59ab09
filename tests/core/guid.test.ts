import { describe, expect, test } from 'vitest';
import { directoryNamed, problemOfDirectoryId, toGuid } from '../../core/guid.ts';

const id = '292f6999-2f83-4d34-a419-67a088c41314';

describe('how people name a directory', () => {
  test.for([
    [id, id],
    [` {${id.toUpperCase()}}\r\n`, id],
    [`(${id})`, id],
    [id.replaceAll('-', ''), id],
    ['Contoso.com', 'contoso.com'],
    ['contoso.com.', 'contoso.com'],
    ['ada@contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
    ['https://contoso.com/', 'contoso.com'],
    [`https://login.microsoftonline.com/${id}/oauth2/v2.0/token`, id],
    ['https://login.microsoftonline.com/contoso.com/v2.0', 'contoso.com'],
    ['https://portal.azure.com/#@contoso.com/resource', 'contoso.com'],
    [`https://entra.microsoft.com/?tenant=${id}`, id],
  ] as const)('%s', ([text, name]) => {
    expect(directoryNamed(text)).toBe(name);
  });

  test.for([
    '',
    'contoso',
    'two words.com',
    '../x',
    'https://login.microsoftonline.com/',
    `${id}0`,
    '@',
    'a@b@c.com',
  ])('not %j', (text) => {
    expect(directoryNamed(text)).toBeNull();
  });
});

test('ids that no customer’s directory has', () => {
  expect(problemOfDirectoryId('00000000-0000-0000-0000-000000000000')).toMatch(/placeholder/);
  expect(problemOfDirectoryId('9188040d-6c67-4c5b-b112-36a304b66dad')).toMatch(/personal accounts/);
  expect(problemOfDirectoryId(id)).toBeNull();
  expect(toGuid('{292f6999-2f83-4d34-a419-67a088c41314')).toBe(id);
});
