import { ApiProblem, query } from './api.ts';
import type { Target } from './arguments.ts';

const document = `query FindTenant($search: String!) {
  viewer { workspaces { name tenants(first: 100, search: $search) { nodes { id name tenantId externalId } } } }
}`;

interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string | null;
  readonly externalId: string | null;
}
interface Found {
  readonly viewer: {
    readonly workspaces: readonly { readonly tenants: { readonly nodes: readonly Tenant[] } }[];
  };
}

/** The tenant's id. A number is taken for one; anything else must be exactly its GUID, external id or name. */
export async function findTenantId(target: Target, text: string): Promise<string> {
  if (/^\d+$/.test(text)) return text;
  const { viewer } = await query<Found>(target, document, { search: text });
  const wanted = text.toLowerCase();
  const matches = viewer.workspaces
    .flatMap(({ tenants }) => tenants.nodes)
    .filter((tenant) => namesOf(tenant).includes(wanted));
  const [match] = matches;
  if (match === undefined) throw new ApiProblem(`No tenant matches ${text}, or you don’t have access.`);
  if (matches.length > 1) {
    throw new ApiProblem(
      `${text} names ${matches.length} tenants. Use an id: ${matches.map(({ id }) => id).join(', ')}.`,
    );
  }
  return match.id;
}

function namesOf({ name, tenantId, externalId }: Tenant): (string | undefined)[] {
  return [name, tenantId, externalId].map((text) => text?.toLowerCase());
}
