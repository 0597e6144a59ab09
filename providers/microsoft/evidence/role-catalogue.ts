import type { Clock } from '../../../core/clock.ts';
import { appRoleNames } from './app-roles.ts';
import type { GraphClient } from '../graph/graph.ts';
import { arrayAt, asObject, stringAt, type JsonObject } from '../graph/json.ts';
import type { Reading } from '../graph/retry.ts';

export type RoleNames = ReadonlyMap<string, string>;

/**
 * Microsoft Graph's own application permissions, by id: the same in every directory of a cloud and the largest answer
 * of a verification, so it is read once a day per cloud and not once per tenant.
 */
export interface RoleCatalogue {
  find(cloud: string): RoleNames | null;
  keep(cloud: string, names: RoleNames): void;
}

/** Microsoft adds permissions every few weeks; an id that is missing in the meantime makes the next reader ask again. */
const keepForMs = 24 * 60 * 60 * 1000;

export function createRoleCatalogue(now: Clock): RoleCatalogue {
  const kept = new Map<string, { readonly names: RoleNames; readonly until: number }>();
  return {
    find(cloud) {
      const entry = kept.get(cloud);
      return entry !== undefined && entry.until > now().getTime() ? entry.names : null;
    },
    keep: (cloud, names) => void kept.set(cloud, { names, until: now().getTime() + keepForMs }),
  };
}

/** Client id of Microsoft Graph itself, the same in every directory of every cloud. */
const graphPrincipal = "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";

/**
 * Keeps what was granted on Microsoft Graph and names it as this directory does. Without the directory's catalog
 * the built-in names have to do, and roles of other APIs cannot be told apart from new ones: they stay as ids.
 */
export async function nameGrantedRoles(
  assignments: readonly JsonObject[],
  client: GraphClient,
  { catalogue, cloud }: { readonly catalogue: RoleCatalogue; readonly cloud: string },
): Promise<readonly string[]> {
  const known = catalogue.find(cloud);
  const select = known === null ? 'id,appRoles' : 'id';
  const principal = await client.get(`${graphPrincipal}?$select=${select}`);
  const graphId = principal.kind === 'read' ? stringAt(principal.value, 'id') : null;
  const ids = assignments
    .filter((assignment) => graphId === null || stringAt(assignment, 'resourceId') === graphId)
    .map((assignment) => stringAt(assignment, 'appRoleId'))
    .filter((id) => id !== null);
  const names = await completeNames(ids, known, { principal, client, keep: keepFor(catalogue, cloud) });
  return [...new Set(ids.map((id) => names.get(id) ?? appRoleNames.get(id) ?? id))].sort();
}

interface Reader {
  readonly principal: Reading<JsonObject>;
  readonly client: GraphClient;
  readonly keep: (names: RoleNames) => RoleNames;
}

async function completeNames(
  ids: readonly string[],
  known: RoleNames | null,
  { principal, client, keep }: Reader,
): Promise<RoleNames> {
  if (principal.kind === 'unreadable') return known ?? new Map();
  if (known === null) return keep(roleNames(principal.value));
  if (ids.every((id) => known.has(id))) return known;
  const anew = await client.get(`${graphPrincipal}?$select=id,appRoles`);
  return anew.kind === 'read' ? keep(roleNames(anew.value)) : known;
}

const keepFor =
  (catalogue: RoleCatalogue, cloud: string) =>
  (names: RoleNames): RoleNames => {
    if (names.size > 0) catalogue.keep(cloud, names);
    return names;
  };

function roleNames(graphPrincipalObject: JsonObject): RoleNames {
  const roles = (arrayAt(graphPrincipalObject, 'appRoles') ?? []).map(asObject);
  return new Map(
    roles.flatMap((role) => {
      const [id, value] = [stringAt(role, 'id'), stringAt(role, 'value')];
      return id === null || value === null ? [] : [[id, value] as const];
    }),
  );
}
