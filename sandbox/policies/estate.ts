import { guidFor } from '../guid.ts';
import { accessPolicies, locations, strengths, contexts } from './access-policies.ts';
import { catalogPolicies } from './catalog-policies.ts';
import { compliancePolicies, filters, roles, scopeTags } from './device-policies.ts';
import type { Day, Item } from './day.ts';
import { moreLists } from './more-lists.ts';
import { morePolicies } from './more-policies.ts';
import { groups } from './groups.ts';

/** Every policy of a directory by the Graph path of its list, with what belongs to it (settings, assignments). */
export type Estate = ReadonlyMap<string, readonly Item[]>;

export const policyPaths = {
  scopeTags: '/deviceManagement/roleScopeTags',
  filters: '/deviceManagement/assignmentFilters',
  roles: '/deviceManagement/roleDefinitions',
  compliance: '/deviceManagement/deviceCompliancePolicies',
  catalog: '/deviceManagement/configurationPolicies',
  access: '/identity/conditionalAccess/policies',
  locations: '/identity/conditionalAccess/namedLocations',
  strengths: '/identity/conditionalAccess/authenticationStrength/policies',
  contexts: '/identity/conditionalAccess/authenticationContextClassReferences',
  groups: '/groups',
} as const;

/**
 * Some fifty policies of a directory, on a day of the last month. Each directory lacks a few of them, so that no two are
 * alike; the same directory is the same after every start. `today` is day 0.
 */
export function estateOf(tenantId: string, { daysAgo, today }: { daysAgo: number; today: Date }): Estate {
  const day = toDay(tenantId, daysAgo, today);
  const kept = (items: readonly Item[], few = 0) =>
    items.filter(({ id }, index) => index < few || !isLeftOut(id));
  const more = morePolicies(day);
  return new Map<string, readonly Item[]>([
    [policyPaths.scopeTags, scopeTags(day)],
    [policyPaths.filters, kept(filters(day), 2)],
    [policyPaths.roles, roles(day)],
    [policyPaths.compliance, kept(compliancePolicies(day), 3)],
    [policyPaths.catalog, kept(catalogPolicies(day), 8)],
    [policyPaths.access, kept(accessPolicies(day), 5)],
    [policyPaths.locations, locations(day)],
    [policyPaths.strengths, strengths(day)],
    [policyPaths.contexts, contexts()],
    [policyPaths.groups, groups(day)],
    ...moreLists
      .filter(({ heldAt }) => heldAt === undefined)
      .map(({ path }) => [path, more.get(path) ?? []] as const),
  ]);
}

const dayMs = 86_400_000;

function toDay(tenantId: string, daysAgo: number, today: Date): Day {
  const at = (ago: number) =>
    new Date(today.getTime() - ago * dayMs).toISOString().replace(/T.*/, 'T08:30:00Z');
  const created = at(400);
  return {
    tenantId,
    daysAgo,
    id: (name) => guidFor(`${tenantId} ${name}`),
    since: (ago, after, before) => (daysAgo <= ago ? after : before),
    edited: (ago) => ({
      createdDateTime: created,
      lastModifiedDateTime: daysAgo <= ago ? at(ago) : created,
    }),
  };
}

/** One in five, by the id: the same ones every time. */
function isLeftOut(id: string): boolean {
  return Number.parseInt(id.slice(-2), 16) % 5 === 0;
}
