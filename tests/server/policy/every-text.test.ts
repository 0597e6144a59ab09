import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSchema } from '../../../schema/build.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const schema = buildSchema();

/** A place in an argument where a text can be, and the argument's value with a text there. */
interface Place {
  readonly name: string;
  readonly isId: boolean;
  readonly holding: (text: string) => unknown;
}

function placesIn(type: GraphQLInputType, name: string): Place[] {
  const named = getNamedType(type);
  const wrap = (value: unknown) => (isListType(getNullableType(type)) ? [value] : value);
  if (named.name === 'String' || named.name === 'ID')
    return [{ name, isId: named.name === 'ID', holding: wrap }];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    placesIn(field.type, field.name).map(({ holding, ...place }) => ({
      ...place,
      holding: (text: string) => wrap({ ...(plain(named) as object), [field.name]: holding(text) }),
    })),
  );
}

const plainLeaves: Readonly<Record<string, unknown>> = {
  Int: 1,
  Boolean: true,
  DateTime: '2027-06-01T00:00:00Z',
};

/** Something of the type, with what is required and nothing else. */
function plain(type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  const value = isEnumType(named)
    ? named.getValues()[0]?.name
    : isInputObjectType(named)
      ? Object.fromEntries(
          Object.values(named.getFields())
            .filter(isRequiredInputField)
            .map((field) => [field.name, plain(field.type)]),
        )
      : (plainLeaves[named.name] ?? '1');
  return isListType(getNullableType(type)) ? [value] : value;
}

function toRequest(operation: string, field: GraphQLField<unknown, unknown>, { name }: GraphQLArgument) {
  const args = field.args.filter((arg) => arg.name === name || isRequiredArgument(arg));
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  const text = `${operation} (${declared}) { ${field.name}(${passed})${selection} }`;
  const others = Object.fromEntries(args.map((arg) => [arg.name, plain(arg.type)]));
  return (value: unknown) => ({ text, variables: { ...others, [name]: value } });
}

const cases = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
  Object.values(root?.getFields() ?? {}).flatMap((field) =>
    field.args.flatMap((arg) =>
      placesIn(arg.type, arg.name).map((place) => {
        const request = toRequest(root?.name.toLowerCase() ?? '', field, arg);
        return { where: `${field.name}.${place.name}`, place, request };
      }),
    ),
  ),
);

let app: TestApp;
let owner: ApiClient;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  owner = await app.as('owner');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

it('every argument is walked', () => {
  expect(cases.filter(({ place }) => !place.isId).length).toBeGreaterThan(40);
  expect(cases.map(({ where }) => where)).toEqual(
    expect.arrayContaining(['setProviderCredential.privateKeyPem', 'updateTenant.name']),
  );
});

it.each(cases)('$where takes no text that nothing could store', async ({ place, request }) => {
  for (const bad of ['a\ud83dz', '\ude00', 'a\0z', 'a\u001bz', 'a\u0085z']) {
    const { text, variables } = request(place.holding(bad));
    const { errors } = await owner.query(text, variables);
    // An id that cannot be one names nothing; every other text is refused by its name.
    if (place.isId) expect(errors?.[0]?.extensions['code']).toMatch(/^(NOT_FOUND|BAD_USER_INPUT)$/);
    else expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: place.name });
  }
});
