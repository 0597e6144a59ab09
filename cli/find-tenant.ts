import { query, type Target } from './api.ts';
import { Problem } from './problems.ts';
import { documents } from './documents.ts';

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

/** The tenant's id. `tenant_12` and a plain number are taken for one; anything else must be exactly its GUID, external id or name. */
export async function findTenantId(target: Target, given: string): Promise<string> {
  const text = asStored(given);
  if (/^(?:tenant_)?\d+$/.test(text)) return text;
  const { viewer } = await query<Found>(target, documents.findTenant, { search: text });
  const wanted = text.toLowerCase();
  const matches = viewer.workspaces
    .flatMap(({ tenants }) => tenants.nodes)
    .filter((tenant) => namesOf(tenant).includes(wanted));
  const [match] = matches;
  if (match === undefined) {
    throw new Problem(`No tenant matches ${text}, or you don’t have access.${wayOn(text)}`);
  }
  if (matches.length > 1) {
    throw new Problem(
      `${text} matches ${matches.length} tenants. Use an id: ${matches.map(({ id }) => id).join(', ')}.`,
    );
  }
  return match.id;
}

/** A domain, also as an account or an address: no tenant is stored by one. */
function wayOn(text: string): string {
  const isDomain = /[^\s.]\.[a-z]{2,}/i.test(text);
  return isDomain
    ? ' Tenants cannot be found by domain: use the ID, external ID, directory GUID or name.'
    : '';
}

/** Lists made elsewhere bring line breaks, addresses, and GUIDs in braces or without dashes. */
function asStored(given: string): string {
  const text = given.trim();
  const digits = /(?:^|[/=@])[{(]?([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})[)}]?(?=$|[/?&#])/i
    .exec(text)?.[1]
    ?.replaceAll('-', '');
  return digits === undefined
    ? text
    : digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5').toLowerCase();
}

function namesOf({ name, tenantId, externalId }: Tenant): (string | undefined)[] {
  return [name, tenantId, externalId].map((text) => text?.toLowerCase());
}
