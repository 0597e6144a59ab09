import { readFile } from 'node:fs/promises';
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const page = await readFile(new URL('../../../docs/api.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```graphql\n([^`]+)```/g)].map(([, text = '']) => text);

let app: TestApp;
let operator: ApiClient;
let variables: Record<string, string>;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  operator = await app.as('operator');
  const { data } = await operator.query(
    '{ viewer { workspaces { id operationRuns(first: 1, status: [COMPLETED]) { nodes { id } } } } }',
  );
  const [workspace] = data.viewer.workspaces;
  variables = {
    workspaceId: workspace.id,
    runId: workspace.operationRuns.nodes[0].id,
    tenantId: await app.tenantId('healthy'),
  };
});
afterAll(() => app[Symbol.asyncDispose]());

it('docs/api.md has examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(6);
});

it.each(examples.map((text) => [/ (\w+)/.exec(text)?.[1] ?? text, text]))(
  'the example %s is answered without errors',
  async (_name, text) => {
    const operation = getOperationAST(parse(text));
    const given = Object.fromEntries(
      (operation?.variableDefinitions ?? []).map(({ variable: { name } }) => [
        name.value,
        variables[name.value] ?? null,
      ]),
    );
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
      const { status, errors, data } = await operator.query(text, given);
      expect([status, errors]).toEqual([200, undefined]);
      expect(Object.values(data as object)).not.toContain(null);
      return;
    }
    for await (const { errors, data } of operator.subscribe(text, given)) {
      expect(errors).toBeUndefined();
      expect(data.operationRun.status).toBe('COMPLETED');
    }
  },
);
