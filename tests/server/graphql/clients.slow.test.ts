import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runOutside } from '../../support/program/outside.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Of the registry, which `npm ci` of the repository itself has just reached; the clients then run in a quarter of a minute. */
const patienceMs = 600_000;

it(
  'the clients people use work with their defaults, as docs/clients.md says',
  async () => {
    const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', 'clients'];
    const installed = await runOutside('npm', install, { cwd: root });
    expect(
      installed.code,
      `The clients could not be installed; they need the npm registry.\n${installed.stderr}`,
    ).toBe(0);
    const tried = await runOutside(process.execPath, ['clients/main.mjs', '--check'], { cwd: root });
    expect(tried.code, `${tried.stdout}\n${tried.stderr}`).toBe(0);
  },
  patienceMs,
);
