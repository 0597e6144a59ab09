import type { HttpReply } from '../graph/http.ts';
import { asObject, objectAt, parseObject, stringAt, type JsonObject } from '../graph/json.ts';

/** What an error of Microsoft Graph says, whichever of the services behind it wrote it. */
export interface GraphError {
  /** From the outermost to the innermost, each once. Empty: the answer is no error of Graph's. */
  readonly codes: readonly string[];
  /** The innermost text. */
  readonly message: string;
  /** A service behind Graph put a JSON document of its own into the message, as Intune does. */
  readonly isNested: boolean;
}

/** Two are seen (Graph, Intune's gateway, the service behind it); more would be someone's joke. */
const deepest = 4;

export function readGraphError({ text }: HttpReply): GraphError {
  const body = parseObject(text);
  const error = objectAt(body, 'error') ?? objectAt(body, 'odata.error');
  const outer = stringAt(error, 'message') ?? stringAt(objectAt(error, 'message'), 'value') ?? '';
  const codes = [stringAt(error, 'code'), ...innerCodes(error)];
  let message = outer;
  let nested = nestedIn(message);
  const isNested = nested !== null;
  for (let depth = 0; nested !== null && depth < deepest; depth += 1) {
    codes.push(stringAny(nested, ['ErrorCode', 'errorCode', 'code', 'Code']));
    const phrase = stringAny(nested, ['CustomApiErrorPhrase']) || null;
    codes.push(phrase);
    message = stringAny(nested, ['Message', 'message']) ?? '';
    nested = nestedIn(message);
  }
  return { codes: [...new Set(codes.filter((code) => code !== null))], message, isNested };
}

/** Graph's own advice: loop into `innererror` as long as it has a `code`. */
function innerCodes(error: JsonObject | null): (string | null)[] {
  const codes: (string | null)[] = [];
  let inner = innerOf(error);
  for (let depth = 0; inner !== null && depth < deepest; depth += 1) {
    codes.push(stringAt(inner, 'code'));
    inner = innerOf(inner);
  }
  return codes;
}

function innerOf(error: JsonObject | null): JsonObject | null {
  return objectAt(error, 'innerError') ?? objectAt(error, 'innererror');
}

function nestedIn(message: string): JsonObject | null {
  return message.trimStart().startsWith('{') ? asObject(parseObject(message)) : null;
}

function stringAny(object: JsonObject, names: readonly string[]): string | null {
  for (const name of names) {
    const value = stringAt(object, name);
    if (value !== null) return value;
  }
  return null;
}

/**
 * The first words of a message, for whoever has to understand it later: without ids, which differ from one answer to the
 * next, and without anything long enough to be a token or a secret that someone sent back.
 */
export function firstWords(message: string): string | null {
  const [sentence = ''] = message.split(/ - (?:Operation|Activity) ID|\s*Trace ID|\r?\n/);
  const words = sentence
    .replace(/[^\p{L}\p{N} .,:;'’"()/_-]/gu, ' ')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '…')
    .replace(/https?:\/\/\S+/g, '…')
    .split(/\s+/)
    .map((word) => (word.length > longestWord ? '…' : word))
    .join(' ')
    .trim();
  return words === '' ? null : words.slice(0, wordsLength).trim();
}

/** The longest names of permissions have 50 characters; a client secret has 40, but no client secret is sent to Graph. */
const longestWord = 60;

const wordsLength = 160;
