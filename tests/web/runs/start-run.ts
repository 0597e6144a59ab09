import type { TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

const start = `mutation ($type: String!, $id: ID!) { startOperation(input: { type: $type, tenantId: $id }) { run { id } } }`;

/** By the owner; the run's row number. */
export async function startRunOf(
  app: TestApp,
  scenario: string,
  type = 'provider.connection.check',
): Promise<string> {
  const owner = await app.as('owner');
  const { data } = await owner.query(start, { type, id: await app.tenantId(scenario) });
  return rowOf(data.startOperation.run.id as string);
}

export async function control(app: TestApp, what: string, input: unknown): Promise<void> {
  await fetch(`${app.sandboxOrigin}/_control/${what}`, { method: 'POST', body: JSON.stringify(input) });
}
