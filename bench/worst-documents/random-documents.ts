import {
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { findExcess, measure } from '../../server/graphql/policy/complexity.ts';
import { limits, maxPerPage } from '../../server/graphql/policy/limits.ts';
import { priceOf } from '../../server/graphql/policy/price.ts';

export interface PricedDocument {
  readonly text: string;
  readonly cost: number;
}

/** Ids for required arguments, so that a document finds something. */
export interface KnownIds {
  readonly workspaceId: string;
  readonly tenantId: string;
}

/** Below this share of the limit a document is not what is looked for. */
const leastShare = 0.8;
const maxTries = 400;

/** Documents at random, priced just below the limit; the same seed gives the same ones. */
export function makeDocuments(
  schema: GraphQLSchema,
  ids: KnownIds,
  count: number,
  seed: number,
): PricedDocument[] {
  const random = createRandom(seed);
  const documents: PricedDocument[] = [];
  for (let tries = 0; documents.length < count && tries < count * maxTries; tries += 1) {
    const document = makeDocument(schema, ids, random);
    if (document !== null && document.cost >= limits.cost * leastShare) documents.push(document);
  }
  return documents;
}

/** null: nothing the server would execute. */
function makeDocument(schema: GraphQLSchema, ids: KnownIds, random: () => number): PricedDocument | null {
  const depth = 4 + Math.floor(random() * (limits.depth - 6));
  const tenants = schema.getType('Tenant') as GraphQLObjectType;
  const selection = select(tenants, { depth, random, first: 20, fields: 2 + Math.floor(random() * 8) });
  const pageOf = (first: number) =>
    `{ workspace(id: "${ids.workspaceId}") { tenants(first: ${first}) { nodes { id ${selection} } } } }`;
  if (!isShort(pageOf(1))) return null;
  const one = parse(pageOf(1), { noLocation: true });
  if (findExcess(measure(one)) !== null) return null;
  // As many tenants as just fit.
  const first = Math.min(maxPerPage, Math.floor(limits.cost / priceOf(schema, one, {}).cost));
  if (first < 1) return null;
  const text = pageOf(first);
  return { text, cost: priceOf(schema, parse(text, { noLocation: true }), {}).cost };
}

interface Choice {
  readonly depth: number;
  readonly random: () => number;
  readonly first: number;
  /** Of one object. */
  readonly fields: number;
}

function select(type: GraphQLObjectType, choice: Choice): string {
  const { random, depth } = choice;
  const usable = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
  const chosen = new Set<string>();
  for (let count = 0; count < choice.fields; count += 1) {
    const field = usable[Math.floor(random() * usable.length)];
    if (field === undefined) continue;
    const text = toText(field, { ...choice, depth: depth - 1 });
    if (text !== null) chosen.add(text);
  }
  return chosen.size === 0 ? '__typename' : onePerField([...chosen]).join(' ');
}

function toText(field: GraphQLField<unknown, unknown>, choice: Choice): string | null {
  const type = getNamedType(field.type);
  if (isLeafType(type) || isEnumType(type)) return field.name;
  if (!isObjectType(type) || choice.depth <= 1) return null;
  const isPaged = field.args.some(({ name }) => name === 'first');
  const page =
    isPaged && choice.random() < 0.7 ? `(first: ${1 + Math.floor(choice.random() * choice.first)})` : '';
  return `${field.name}${page} { ${select(type, choice)} }`;
}

/** Two selections of a field with different arguments do not merge. */
function onePerField(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [/^\w+/.exec(text)?.[0], text])).values()];
}

function isShort(text: string): boolean {
  return text.split(/[\s{}()]+/).length < limits.tokens / 2;
}

/** Mulberry32: small, and good enough to try things out. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
