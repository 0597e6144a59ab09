import { query, type Target } from '../api.ts';
import { targetOf, type Context } from '../context.ts';
import { findTenantId } from '../find-tenant.ts';
import { listWorkspaces } from '../tenant-list.ts';
import { toTable, toWords } from '../terminal.ts';
import { documents } from '../documents.ts';

/** What every list of runs shows. */
export interface RunLine {
  readonly id: string;
  readonly label: string;
  readonly status: string;
  readonly outcome: string;
  readonly verdict: string | null;
  readonly tenant: { readonly name: string } | null;
}

interface Run extends RunLine {
  readonly createdAt: string;
}

/** The latest, newest first. */
export async function runs(context: Context): Promise<number> {
  const { options, terminal } = context;
  const target = targetOf(context);
  const found = await listRuns(target, context);
  if (options.json) terminal.print(JSON.stringify(found, null, 2));
  else if (found.length > 0)
    terminal.print(
      toTable(
        found.map(({ id, createdAt, label, tenant, ...run }) => [
          id,
          createdAt,
          toWords(stateOf(run)),
          label,
          tenant?.name ?? '',
        ]),
      ),
    );
  return 0;
}

async function listRuns(target: Target, { options }: Context): Promise<readonly Run[]> {
  const [tenant] = options.tenants;
  const tenantId = tenant === undefined ? null : await findTenantId(target, tenant);
  const found: Run[] = [];
  for (const { id } of await listWorkspaces(target, options.workspace)) {
    const variables = { id, tenantId, first: options.limit };
    const { workspace } = await query<{ workspace: { operationRuns: { nodes: readonly Run[] } } }>(
      target,
      documents.runs,
      variables,
    );
    found.push(...workspace.operationRuns.nodes);
  }
  return found.sort((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, options.limit);
}

export function stateOf({
  status,
  outcome,
  verdict,
}: Pick<RunLine, 'status' | 'outcome' | 'verdict'>): string {
  return status === 'COMPLETED' ? (verdict ?? outcome) : status;
}
