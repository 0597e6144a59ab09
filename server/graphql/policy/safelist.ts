import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { StartupError } from '../../config/startup-error.ts';
import { limits } from './limits.ts';

/** The operations that are answered, and no others. */
export interface Safelist {
  /** The document with this id; null: it is not on the list. */
  find(id: string): string | null;
  /** Whether the document is on the list, as it is there or with the `__typename` that clients with a cache add. */
  has(text: string): boolean;
}

/** Texts whose answer is remembered: as many as a web application and its scripts send, several times over. */
const maxRemembered = 500;

/** `own`: what our own clients send. */
export function createSafelist(listed: ReadonlyMap<string, string>, own: readonly string[] = []): Safelist {
  const texts = new Set([...listed.values(), ...own]);
  const byId = new Map<string, string>();
  for (const text of texts) byId.set(createHash('sha256').update(text).digest('hex'), text);
  for (const [id, text] of listed) byId.set(withoutPrefix(id), text);
  const plain = new Set([...texts].map(toPlain));
  const remembered = new Map<string, boolean>();
  return {
    find: (id) => byId.get(withoutPrefix(id)) ?? null,
    has(text) {
      if (texts.has(text)) return true;
      const known = remembered.get(text) ?? plain.has(toPlain(text));
      if (remembered.size >= maxRemembered) remembered.clear();
      if (text.length <= limits.messageBytes) remembered.set(text, known);
      return known;
    },
  };
}

/** As GraphQL over HTTP writes a hash. */
function withoutPrefix(id: string): string {
  return id.replace(/^sha256:/i, '');
}

/** The same text for documents that differ in white space and `__typename` only. What cannot be parsed is itself. */
function toPlain(text: string): string {
  try {
    const document = parse(text, { maxTokens: limits.tokens, noLocation: true });
    const isTypename = {
      enter: ({ name, alias }: FieldLike) =>
        name.value === '__typename' && alias === undefined ? null : undefined,
    };
    return stripIgnoredCharacters(print(visit(document, { [Kind.FIELD]: isTypename })));
  } catch {
    return text;
  }
}

interface FieldLike {
  readonly name: { readonly value: string };
  readonly alias?: unknown;
}

/** The builds of the viewer and of the command line list their operations (web/build, setup/list-operations.mjs). */
export async function loadSafelist(
  file: string | null,
  webRoot: string,
  ofMcp: readonly string[],
): Promise<Safelist | null> {
  if (file === null) return null;
  const [listed, ofWeb, ofCli] = await Promise.all([
    readListed(file),
    readOwn(path.join(webRoot, 'operations.json')),
    readOwn(path.join(webRoot, '../cli/operations.json')),
  ]);
  return createSafelist(listed, [...ofWeb, ...ofCli, ...ofMcp]);
}

async function readOwn(file: string): Promise<string[]> {
  return JSON.parse(await readFile(file, 'utf8')) as string[];
}

async function readListed(file: string): Promise<ReadonlyMap<string, string>> {
  try {
    return toListed(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const problem = error instanceof Error ? error.message : 'it cannot be read';
    throw new StartupError(`PERSISTED_OPERATIONS names ${file}, which cannot be used: ${problem}.`, {
      cause: error,
    });
  }
}

/**
 * Documents by id, as codegen's client preset (persistedDocuments) and Relay's compiler (persistConfig) write them; the
 * manifest of Apollo; or an array of documents.
 */
export function toListed(content: unknown): ReadonlyMap<string, string> {
  const entries: (readonly [unknown, unknown])[] = isManifest(content)
    ? content.operations.map(({ id, body }) => [id, body])
    : Object.entries(typeof content === 'object' && content !== null ? content : {});
  const listed = entries.flatMap(([id, text]) =>
    typeof id === 'string' && typeof text === 'string' ? [[id, text] as const] : [],
  );
  if (listed.length === 0 || listed.length < entries.length)
    throw new TypeError('it is not a list of documents');
  return new Map(listed);
}

interface Manifest {
  readonly operations: readonly { readonly id?: unknown; readonly body?: unknown }[];
}

function isManifest(content: unknown): content is Manifest {
  return (
    typeof content === 'object' &&
    content !== null &&
    'format' in content &&
    content.format === 'apollo-persisted-query-manifest' &&
    'operations' in content &&
    Array.isArray(content.operations)
  );
}
