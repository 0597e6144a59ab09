import { query, type Target } from './api.ts';
import { exitCodes } from './exit-codes.ts';
import { Problem } from './problems.ts';
import { documents } from './documents.ts';

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string | null;
  readonly externalId: string | null;
  readonly readiness: string;
  readonly latestVerdict: { readonly completedAt: string } | null;
}

export interface Workspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** The viewer's, or the one that was named. */
export async function listWorkspaces(target: Target, named: string | null): Promise<readonly Workspace[]> {
  const { viewer } = await query<{ viewer: { workspaces: readonly Workspace[] } }>(
    target,
    documents.workspaces,
    {},
  );
  if (named === null) return viewer.workspaces;
  const found = viewer.workspaces.filter(({ id, slug, name }) =>
    [id, id.replace(/^\w+_/, ''), slug, name].includes(named),
  );
  if (found.length === 0)
    throw new Problem(`No workspace matches ${named}, or you don’t have access.`, exitCodes.usage);
  return found;
}

export interface TenantFilter {
  readonly workspace: string | null;
  readonly search?: string | null;
  readonly readiness?: readonly string[];
}

/** All of them, page by page. */
export async function listTenants(target: Target, filter: TenantFilter): Promise<readonly Tenant[]> {
  const tenants: Tenant[] = [];
  for (const { id } of await listWorkspaces(target, filter.workspace)) {
    for (let after: string | null = null, isMore = true; isMore;) {
      const page: Page = await readPage(target, { id, after, ...toVariables(filter) });
      tenants.push(...page.nodes);
      after = page.pageInfo.endCursor;
      isMore = page.pageInfo.hasNextPage;
    }
  }
  return tenants;
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Tenant[];
}

async function readPage(target: Target, variables: object): Promise<Page> {
  const { workspace } = await query<{ workspace: { tenants: Page } }>(target, documents.tenants, variables);
  return workspace.tenants;
}

function toVariables({ search = null, readiness = [] }: TenantFilter) {
  const names = readiness.map((name) => name.toUpperCase().replaceAll(/[ -]/g, '_'));
  return { search, readiness: names.length === 0 ? null : names };
}

/** The columns of a list made elsewhere that name a tenant, the surest first. */
const columns = ['id', 'tenant_id', 'tenantid', 'external_id', 'externalid', 'tenant', 'name'];

/** One tenant a line, or a CSV whose header has a column that names tenants. */
export function parseTenantList(text: string): string[] {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(toCells);
  const header = rows[0]?.map((cell) => cell.trim().toLowerCase().replaceAll(/[ -]/g, '_')) ?? [];
  const column = columns.map((name) => header.indexOf(name)).find((index) => index >= 0);
  const cells = column === undefined ? rows.map(([first]) => first) : rows.slice(1).map((row) => row[column]);
  return cells.map((cell) => cell?.trim() ?? '').filter((cell) => cell !== '' && !cell.startsWith('#'));
}

/** Of one line; separated by comma, semicolon (as Excel does in half of Europe) or tab. */
function toCells(line: string): string[] {
  const cells = line.matchAll(/(?:^|[,;\t])(?:"((?:[^"]|"")*)"|([^,;\t]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
