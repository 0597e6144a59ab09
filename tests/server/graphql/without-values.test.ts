import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createErrorFormatter } from '../../../server/graphql/format-error.ts';
import { createTroubleLog } from '../../../server/trouble-log.ts';
import { createLog } from '../../../server/log.ts';

const log = createLog('silent');
const format = createErrorFormatter({ log, tellTrouble: createTroubleLog(log) });
const messageOf = (message: string) => format(new GraphQLError(message), 'r').message;

describe('complaints about a request', () => {
  it.each([
    ['String cannot represent a non string value: { a: "s3cret" }', 'The value cannot be read as String.'],
    [
      'Enum "CredentialType" cannot represent non-enum value: "s3cret".',
      'The value cannot be read as CredentialType.',
    ],
    [
      'Value "s3cret" does not exist in "CredentialType" enum.',
      'The value does not exist in the enum "CredentialType".',
    ],
    [
      'DateTime cannot represent an invalid date-time-string s3cret.',
      'The value cannot be read as DateTime.',
    ],
    ['Expected value of type "[ID!]!", found "s3cret".', 'Expected a value of type "[ID!]!".'],
    [
      'Variable "$input" got invalid value { a: "s3cret" }; Field "a" is',
      'Variable "$input" got an invalid value.',
    ],
    ['Syntax Error: Expected Name, found String "s3cret".', 'Syntax Error: Expected Name, found String.'],
    ['Syntax Error: Unexpected Int "123456".', 'Syntax Error: Unexpected Int.'],
  ])('leave the value out: %s', (message, expected) => {
    expect(messageOf(message)).toBe(expected);
  });

  it.each([
    'Field "cleintSecret" is not defined by type "SetProviderCredentialInput". Did you mean "clientSecret"?',
    'Cannot query field "nmae" on type "Tenant". Did you mean "name"?',
    'Syntax Error: Unexpected <EOF>.',
  ])('stay as they are when they hold none: %s', (message) => {
    expect(messageOf(message)).toBe(message);
  });
});
