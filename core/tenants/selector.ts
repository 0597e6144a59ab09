import { badInput } from '../fault.ts';

/** Who is meant, evaluated when it is due and not when it is said. */
export type TenantSelector = { readonly all: true } | { readonly tenantIds: readonly number[] };

/** More than a person picks one by one; a workspace as a whole is `all`. */
const mostTenants = 1_000;

export function parseSelector(all: boolean, tenantIds: readonly number[] | null): TenantSelector {
  if (all === (tenantIds !== null)) throw badInput('selector', 'selector must have all: true or tenantIds.');
  if (tenantIds === null) return { all: true };
  const ids = [...new Set(tenantIds)].sort((a, b) => a - b);
  if (ids.length === 0 || ids.length > mostTenants) {
    throw badInput('selector', `selector must name 1 to ${mostTenants} tenants.`);
  }
  return { tenantIds: ids };
}
