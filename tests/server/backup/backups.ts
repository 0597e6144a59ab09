import { expect } from 'vitest';
import { estateOf } from '../../../sandbox/policies/estate.ts';
import { scenarioTenantId, type ScenarioName } from '../../../sandbox/scenarios.ts';
import type { ApiClient } from '../../support/api-client.ts';
import type { TestApp } from '../../support/test-app.ts';

const start = `mutation ($tenantId: ID!) {
  startBackup(input: { tenantId: $tenantId }) { result run { id } }
}`;
const follow = `subscription ($id: ID!) {
  operationRun(id: $id) { status outcome summaryCounts originStatus failureSummary { code reasonCode } }
}`;
export const list = `query ($id: ID!, $kinds: [PolicyKind!], $search: String, $gone: Boolean!) { tenant(id: $id) {
  policies(first: 100, kinds: $kinds, search: $search, includeGone: $gone) {
    totalCount nodes { id name kind versionCount goneAt }
  }
} }`;
const look = `query ($id: ID!, $policyId: ID!) { tenant(id: $id) { policy(policyId: $policyId) {
  name versions {
    number isLatest hasUnknownSecret
    settings { label values isSecret }
    assignments { kind groupName }
    diff { changes { kind label before after isSecret } assignmentsAdded { kind groupName } assignmentsRemoved { kind } }
  }
} } }`;

export interface Ended {
  readonly outcome: string;
  readonly originStatus: string;
  readonly summaryCounts: Readonly<Record<string, number>>;
  readonly failureSummary: readonly { readonly code: string; readonly reasonCode: string }[];
}
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly versionCount: number;
  readonly goneAt: string | null;
}

export interface Looked {
  readonly versions: readonly {
    readonly number: number;
    readonly settings: unknown;
    readonly assignments: unknown;
    readonly diff: unknown;
  }[];
}

/** Backups over the API, and an administrator who changes things between them. */
export function backupsOf(app: TestApp, owner: ApiClient) {
  async function backUp(tenant: ScenarioName): Promise<Ended> {
    const { data } = await owner.query(start, { tenantId: await app.tenantId(tenant) });
    expect(data.startBackup.result).toBe('STARTED');
    return await followRun(data.startBackup.run.id as string);
  }

  async function followRun(id: string): Promise<Ended> {
    let last: Ended | undefined;
    for await (const event of owner.subscribe(follow, { id })) last = event.data.operationRun as Ended;
    if (last === undefined) throw new Error('the stream ended before it began');
    return last;
  }

  async function policies(
    tenant: ScenarioName,
    {
      kinds = null,
      search = null,
      gone = false,
    }: { kinds?: string[] | null; search?: string | null; gone?: boolean },
  ): Promise<Listed[]> {
    const { data } = await owner.query(list, { id: await app.tenantId(tenant), kinds, search, gone });
    return data.tenant.policies.nodes as Listed[];
  }

  async function policy(tenant: ScenarioName, name: string): Promise<Looked> {
    const [found] = await policies(tenant, { search: name, gone: true });
    const { data } = await owner.query(look, { id: await app.tenantId(tenant), policyId: found?.id });
    return data.tenant.policy as Looked;
  }

  async function control(action: string, input: Record<string, unknown>): Promise<void> {
    const [method = '', path = ''] = action.split(' ');
    const { status } = await fetch(`${app.sandboxOrigin}/_control/${path}`, {
      method,
      body: JSON.stringify(input),
    });
    expect(status).toBe(204);
  }

  const estate = (tenant: ScenarioName) =>
    estateOf(scenarioTenantId(tenant), { daysAgo: 0, today: new Date() });

  function itemOf(tenant: ScenarioName, path: string, name: string) {
    const item = estate(tenant)
      .get(path)
      ?.find((one) => one['name'] === name || one['displayName'] === name);
    if (item === undefined) throw new Error(`${tenant} has no ${name}`);
    return item;
  }

  return { backUp, follow: followRun, policies, policy, control, estate, itemOf };
}
