import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { Fault } from '../../../core/fault.ts';
import { findExcess, measure, tooComplex } from './complexity.ts';
import { limits } from './limits.ts';
import { priceOf, type Price } from './price.ts';
import { findBadLiteral } from './texts.ts';
import type { Variables } from './variables.ts';

export type Document =
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'malformed'; readonly errors: readonly GraphQLError[] }
  | {
      readonly kind: 'parsed';
      readonly document: DocumentNode;
      readonly introspects: boolean;
      /** Fields in the answer at most, when it is executed with these variables. */
      readonly priceWith: (variables: Variables) => number;
      /** What the schema says about it; empty when it can be executed. */
      readonly errors: () => readonly GraphQLError[];
      /** A text in it that cannot be stored; null without one. Only for a document without errors. */
      readonly badText: () => Fault | null;
    };

/** Parsed, measured and validated once per text. Ten thousand subscribers send a handful of texts. */
export interface Documents {
  get(text: string): Document;
}

/** As many as a web application and its scripts have, several times over. */
const maxDocuments = 500;
/** Characters of a text that is kept, four times our longest. Comments are no tokens: a megabyte can be a short document. */
const longestKept = 32_768;

export function createDocuments(schema: GraphQLSchema): Documents {
  const known = new Map<string, Document>();
  return {
    get(text) {
      const document = known.get(text) ?? read(schema, text);
      if (text.length > longestKept) return document;
      // Taken out and put back, so that the one forgotten is the one not asked for longest.
      known.delete(text);
      known.set(text, document);
      if (known.size > maxDocuments) forgetOldest(known);
      return document;
    },
  };
}

function forgetOldest(known: Map<string, Document>): void {
  for (const oldest of known.keys()) {
    known.delete(oldest);
    return;
  }
}

/** The limits come before the schema: validating a hostile document is what makes it expensive. */
function read(schema: GraphQLSchema, text: string): Document {
  const document = parseWithin(text);
  if (document instanceof Fault) return { kind: 'refused', fault: document };
  if (document instanceof GraphQLError) return { kind: 'malformed', errors: [document] };
  const complexity = measure(document);
  const fault = findExcess(complexity);
  if (fault !== null) return { kind: 'refused', fault };
  let price: Price | null = null;
  let errors: readonly GraphQLError[] | null = null;
  let badText: Fault | null | undefined;
  return {
    kind: 'parsed',
    document,
    introspects: complexity.introspects,
    priceWith(variables) {
      if (price === null || price.dependsOnVariables) price = priceOf(schema, document, variables);
      return price.cost;
    },
    errors: () => (errors ??= validate(schema, document)),
    badText: () => (badText === undefined ? (badText = findBadLiteral(schema, document)) : badText),
  };
}

function parseWithin(text: string): DocumentNode | Fault | GraphQLError {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // graphql-js has no code for it, and its sentence may change with a version: tests/live/policy.test.ts would tell.
    if (!/more that|more than/.test(error.message)) return error;
    return tooComplex('tokens', 'The document has too many tokens');
  }
}
