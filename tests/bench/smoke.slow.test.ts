import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Row } from '../../bench/row.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Installs the peers and starts some twenty processes one after the other (ms). */
const timeoutMs = 600_000;

it(
  'every benchmark still measures something, with its peers beside it',
  async () => {
    const child = spawn('npm', ['run', '-s', 'bench', '--', '--smoke', '--json'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    expect(code, stderr).toBe(0);
    const { rows } = JSON.parse(stdout.slice(stdout.indexOf('{"rows"'))) as { rows: Row[] };
    expect([...new Set(rows.map(({ id }) => id))].toSorted()).toEqual([
      'B1',
      'B2',
      'B3',
      'B4',
      'B5',
      'B6',
      'B7',
    ]);
    for (const { subject, figure } of rows) expect(Number.isFinite(figure), subject).toBe(true);
    // Growth has nothing to be compared with in one small database; whatever has a peer was measured beside it.
    const compared = rows
      .filter(({ ratio }) => ratio !== undefined)
      .map(({ id, against }) => `${id} ${against ?? ''}`);
    expect(new Set(compared)).toEqual(
      new Set([
        'B1 floor',
        'B1 PostGraphile 5',
        'B2 floor',
        'B3 PostGraphile 5',
        'B3 LISTEN + ws (floor)',
        'B4 graphile-worker',
        'B5 ideal',
        'B7 graphql-ws, empty schema',
      ]),
    );
  },
  timeoutMs,
);
