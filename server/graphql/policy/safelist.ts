import { readFile } from 'node:fs/promises';
import { StartupError } from '../../config/startup-error.ts';

/** The texts of the operations that are answered; null: any. */
export type Safelist = ReadonlySet<string> | null;

/**
 * Reads the file PERSISTED_OPERATIONS names: a JSON object whose values are the documents (what GraphQL code generators
 * write as persisted documents), or a JSON array of documents.
 */
export async function loadSafelist(file: string | null): Promise<Safelist> {
  if (file === null) return null;
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    const documents: unknown[] =
      typeof content === 'object' && content !== null ? Object.values(content) : [];
    const texts = documents.filter((document) => typeof document === 'string');
    if (texts.length === 0 || texts.length < documents.length)
      throw new TypeError('it is not a list of documents');
    return new Set(texts);
  } catch (error) {
    const problem = error instanceof Error ? error.message : 'it cannot be read';
    throw new StartupError(`PERSISTED_OPERATIONS names ${file}, which cannot be used: ${problem}.`, {
      cause: error,
    });
  }
}
