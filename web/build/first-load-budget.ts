import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** A page's module, in whatever room it lies: `run-page.tsx`. */
const pageFile = /-page[.]tsx$/;

/** Kilobytes after gzip that a first visit may load until its page stands. */
const budgetKb = 180;

/**
 * Prints what a first visit to each page loads (the entry, the page, and all they import statically; menus follow
 * when the page stands) and fails the build when the heaviest one is over budget.
 */
export function firstLoadBudget(): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const entry = chunks.filter(({ isEntry }) => isEntry);
      const pages = chunks.filter(({ facadeModuleId }) => pageFile.test(facadeModuleId ?? ''));
      const loads = pages
        .map((page) => ({ page: page.name, kb: sizeKb(withStaticImports([...entry, page], byName)) }))
        .sort((left, right) => right.kb - left.kb);
      const [heaviest] = loads;
      if (heaviest === undefined) throw new Error('The build has no page.');
      const message = `first load, KB gzip of ${budgetKb}: ${loads.map(({ page, kb }) => `${page} ${kb}`).join(', ')}`;
      if (heaviest.kb > budgetKb) this.error(message);
      console.log(message);
    },
  };
}

function sizeKb(chunks: readonly Rolldown.OutputChunk[]): number {
  return Math.round(chunks.reduce((bytes, { code }) => bytes + gzipSync(code).length, 0) / 1000);
}

function withStaticImports(
  chunks: readonly Rolldown.OutputChunk[],
  byName: ReadonlyMap<string, Rolldown.OutputChunk>,
): Rolldown.OutputChunk[] {
  const found = new Set(chunks);
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const imported = byName.get(name);
      if (imported !== undefined) found.add(imported);
    }
  }
  return [...found];
}
