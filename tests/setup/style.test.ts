import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBannedPhrases, readPhrases } from '../../setup/style.ts';

const phrases = readPhrases(readFileSync(new URL('../../docs/style.md', import.meta.url), 'utf8'));
const find = (file: string, source: string) =>
  findBannedPhrases(file, source, phrases).map(({ line, phrase }) => `${line} ${phrase}`);

describe('the phrases that docs/style.md keeps out', () => {
  it('are read from its table', () => {
    expect(phrases.length).toBeGreaterThan(25);
    expect(phrases).toContainEqual({ phrase: 'somebody', instead: 'someone' });
  });

  it('are found in strings, templates, markup and comments of code, and not in its imports and names', () => {
    const source = [
      "import { a } from './for ever and somebody.ts';",
      '// Somebody says so in a comment, and `somebody` is a name.',
      "const states = ['nobody', 'begun'];",
      "const sentence = 'The link has run out.';",
      'const template = `Somebody took ${states[0]} away for ever.`;',
      'const markup = <p>It starts by itself.</p>;',
    ].join('\n');
    expect(find('web/some.tsx', source)).toEqual([
      '4 has run out',
      '5 somebody',
      '5 for ever',
      '6 by itself',
      '2 somebody',
    ]);
    expect(find('tests/some.test.ts', source)).toEqual(['2 somebody']);
  });

  it('are found in the descriptions of a schema and not in its names', () => {
    const source = [
      '"""Whether somebody holds it."""',
      'type Catalogue {',
      '  "The colour."',
      '  colour: String',
    ];
    expect(find('schema/schema.graphql', source.join('\n'))).toEqual(['1 somebody', '3 colour']);
  });

  it('are found in documents, whatever their case, and not in code within them', () => {
    expect(find('docs/some.md', 'Nobody writes `nobody` there.\nfine\nAll the Same')).toEqual([
      '1 nobody',
      '3 all the same',
    ]);
  });
});
