import assert from 'node:assert/strict';
import type { GraphQLAnswer } from '../../support/api-client.ts';
import type { Entitlement } from './entitlement.ts';

/** An id of the world, wherever it stands: as an id, in a name, in a path, in a GUID made of it. */
const worldId = /(?:8000-00|(?<![0-9a-f]))(7\d{9})(?![0-9a-f])/g;
const markedId = /zq(7\d{9})qz/g;
const cursors = /"(?:cursor|startCursor|endCursor)":"([\w-]+)"/g;

export function findIds(text: string): Set<number> {
  const readable = text + decodeCursors(text);
  return new Set([...matches(readable, worldId), ...matches(readable, markedId)]);
}

/** Cursors are opaque to clients, not to us: they carry names and ids as well. */
function decodeCursors(text: string): string {
  return [...text.matchAll(cursors)]
    .map(([, cursor = '']) => Buffer.from(cursor, 'base64url').toString())
    .join(' ');
}

function matches(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(([, id]) => Number(id));
}

export function assertNothingForeign(
  viewer: Entitlement,
  answer: Pick<GraphQLAnswer, 'text'>,
  request: string,
): void {
  const { text } = answer;
  assert.doesNotMatch(text, /planted-|secret-7/, `a secret was shown to ${viewer.name} by ${request}`);
  assert.doesNotMatch(text, /INTERNAL_SERVER_ERROR/, `a bug was met by ${request}`);
  // The world is small enough for every list to be whole on its first page.
  const [unseen] = /QUERY_TOO_COMPLEX|RATE_LIMITED|"has(?:Next|Previous)Page":true/.exec(text) ?? [];
  assert.equal(unseen, undefined, `not everything was looked at by ${request}`);
  const marked = new Set(matches(text + decodeCursors(text), markedId));
  for (const id of findIds(text)) {
    const allowed = viewer.visible.has(id) || (viewer.quoted.has(id) && !marked.has(id));
    assert.ok(allowed, `${viewer.name} sees ${id}, which is none of theirs, by ${request}`);
  }
}
