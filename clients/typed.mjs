import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = import.meta.dirname;
const bin = (name) => path.join(here, 'node_modules', name);
const options = {
  module: 'esnext',
  moduleResolution: 'bundler',
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};
const compilerOptions = { ...options, target: 'es2022', types: [] };

/** An empty folder, below this one so that what is installed here is found. */
async function folderOf(name) {
  const folder = path.join(here, 'tried', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

const compile = async (folder) => await run(process.execPath, [bin('typescript/bin/tsc'), '-p', folder]);

export const typed = [
  {
    client: '@graphql-codegen/client-preset',
    tried: 'types from the server’s own schema, which a program then compiles with',
    async run({ url, headers }) {
      const folder = await folderOf('codegen');
      await writeFile(
        path.join(folder, 'main.ts'),
        `import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from './gql/index.js';
const Who = graphql(\`query Who { viewer { user { displayName } workspaces { role } } }\`);
export const names = (answer: ResultOf<typeof Who>): string[] => answer.viewer.workspaces.map(({ role }) => role);
// @ts-expect-error: a role is one of four.
export const wrong: 'BOSS' = names.length as unknown as ResultOf<typeof Who>['viewer']['workspaces'][0]['role'];
`,
      );
      const config = {
        schema: [{ [`${url}/graphql`]: { headers } }],
        documents: 'main.ts',
        generates: { './gql/': { preset: 'client' } },
      };
      await writeFile(path.join(folder, 'codegen.json'), JSON.stringify(config));
      await run(process.execPath, [bin('@graphql-codegen/cli/esm/bin.js'), '--config', 'codegen.json'], {
        cwd: folder,
      });
      await writeFile(
        path.join(folder, 'tsconfig.json'),
        JSON.stringify({ compilerOptions, include: ['.'] }),
      );
      await compile(folder);
    },
  },
  {
    client: 'gql.tada',
    tried: 'types inferred from /schema.graphql, and its own check',
    async run({ url, headers }) {
      const folder = await folderOf('tada');
      const sdl = await (await fetch(`${url}/schema.graphql`, { headers })).text();
      await writeFile(path.join(folder, 'schema.graphql'), sdl);
      const plugin = {
        name: 'gql.tada/ts-plugin',
        schema: './schema.graphql',
        tadaOutputLocation: './env.d.ts',
      };
      await writeFile(
        path.join(folder, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: { ...compilerOptions, plugins: [plugin] }, include: ['.'] }),
      );
      await writeFile(
        path.join(folder, 'main.ts'),
        `import { initGraphQLTada, type ResultOf } from 'gql.tada';
import type { introspection } from './env.d.ts';
const graphql = initGraphQLTada<{ introspection: introspection }>();
const Who = graphql('query Who { viewer { workspaces { role } } }');
export const role: 'READONLY' | 'OPERATOR' | 'MANAGER' | 'OWNER' = null! as ResultOf<typeof Who>['viewer']['workspaces'][0]['role'];
`,
      );
      const tada = async (...args) =>
        await run(process.execPath, [bin('gql.tada/bin/cli.js'), ...args], { cwd: folder });
      await tada('generate-output');
      assert.match(await readFile(path.join(folder, 'env.d.ts'), 'utf8'), /WorkspaceRole/);
      await tada('check');
      await compile(folder);
    },
  },
];
