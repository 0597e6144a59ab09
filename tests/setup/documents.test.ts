import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** What is made when the product is installed, built or run. */
const made = /^(?:dist|node_modules|\.data|\.bench)\//;
const folders = 'bench|cli|core|db|deploy|docs|flows|providers|sandbox|schema|server|setup|tests|web|workers';
/** A path as documents write one: in backticks, from the root; one with a wildcard or a placeholder names no file. */
const path = new RegExp(`\`((?:${folders})/[\\w./-]+)\``, 'g');
const link = /\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)\s]*)?\)/g;
const script = /\bnpm run (?:-s |--silent )?([a-z][\w:-]*)/g;

function allOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');

  it('links to files that exist', () => {
    const missing = allOf(text, link).filter((to) => !existsSync(join(root, dirname(document), to)));
    expect(missing).toEqual([]);
  });

  it('names files and folders that exist', () => {
    const missing = allOf(text, path).filter((to) => !made.test(to) && !existsSync(join(root, to)));
    expect(missing).toEqual([]);
  });

  it('names scripts of package.json', () => {
    expect(allOf(text, script).filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('finds what it looks for', () => {
  const text =
    'See [it](docs/style.md#words), `db/engine/read.ts` and `npm run check`, not https://x.example/a.md.';
  expect(allOf(text, link)).toEqual(['docs/style.md']);
  expect(allOf(text, path)).toEqual(['db/engine/read.ts']);
  expect(allOf(text, script)).toEqual(['check']);
});
