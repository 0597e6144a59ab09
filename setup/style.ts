import ts from 'typescript';

export interface Phrase {
  readonly phrase: string;
  readonly instead: string;
}

export interface Banned extends Phrase {
  readonly file: string;
  readonly line: number;
}

/** The table of docs/style.md is the list. */
export function readPhrases(style: string): Phrase[] {
  const rows = style.slice(style.indexOf('| instead of |')).split('\n').slice(2);
  return rows.flatMap((row) => {
    const [, phrase = '', instead = ''] = row.split('|').map((cell) => cell.trim());
    return phrase === '' ? [] : [{ phrase, instead }];
  });
}

export function findBannedPhrases(file: string, source: string, phrases: readonly Phrase[]): Banned[] {
  return readTexts(file, source).flatMap(({ line, text }) =>
    phrases
      .filter(({ phrase }) => new RegExp(`\\b${phrase}\\b`, 'i').test(text))
      .map((found) => ({ file, line, ...found })),
  );
}

/** What is in their strings is input or somewhere else's words as often as ours. */
const isForColleagues = /^(?:sandbox|bench|setup|tests)\//;

interface Text {
  readonly line: number;
  readonly text: string;
}

/** What a person reads of a file: of code the strings and comments, of a schema the descriptions, of a document all but code. */
function readTexts(file: string, source: string): Text[] {
  if (/[.](?:tsx?|mjs)$/.test(file)) {
    return isForColleagues.test(file)
      ? readComments(source)
      : [...readStrings(file, source), ...readComments(source)];
  }
  const lines = source.split('\n').map((text, index) => ({ line: index + 1, text: withoutCode(text) }));
  return file.endsWith('.graphql') ? lines.filter(({ text }) => !/^\s*\w+(\(|:| |$)/.test(text)) : lines;
}

function withoutCode(text: string): string {
  return text.replaceAll(/`[^`]*`/g, '');
}

function readStrings(file: string, source: string): Text[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest);
  const found: Text[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isJsxText(node)
    ) {
      const { line } = parsed.getLineAndCharacterOfPosition(node.getStart(parsed));
      // One word is a name that programs know, or a label too short to go wrong.
      if (node.text.includes(' ')) found.push({ line: line + 1, text: node.text });
    }
    if (!ts.isImportDeclaration(node) && !ts.isTaggedTemplateExpression(node)) ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** A comment of ours stands in lines of its own. Of code in it nothing is read, as in a document. */
function readComments(source: string): Text[] {
  return source
    .split('\n')
    .map((text, index) => ({ line: index + 1, text: withoutCode(text) }))
    .filter(({ text }) => /^\s*(?:\/\/|\/\*\*|\*)/.test(text));
}
