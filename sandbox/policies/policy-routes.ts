import type { AppRole } from '../graph/app-roles.ts';
import type { GraphCall, GraphRoute } from '../graph/graph-route.ts';
import { found, missing, one, page } from '../graph/answers.ts';
import type { Reply } from '../replies.ts';
import { definitionsIn } from './catalog-definitions.ts';
import type { Item } from './day.ts';
import { policyPaths } from './estate.ts';
import { policiesAt } from './policy-store.ts';

interface PolicyList {
  readonly path: string;
  readonly anyOf: readonly AppRole[];
  readonly intune?: true;
  readonly pageSize?: number;
  /** Members of an item that are lists of their own: shown when asked for. */
  readonly parts?: readonly string[];
}

const readOrWrite = (name: 'Configuration' | 'RBAC') =>
  [`DeviceManagement${name}.Read.All`, `DeviceManagement${name}.ReadWrite.All`] as const;

/** What Microsoft gives a page of policies and of their settings (observed; documented nowhere). */
const catalogPageSize = 25;

const policyReaders = ['Policy.Read.All'] as const;

const lists: readonly PolicyList[] = [
  { path: policyPaths.scopeTags, anyOf: readOrWrite('Configuration'), intune: true, parts: ['assignments'] },
  { path: policyPaths.filters, anyOf: readOrWrite('Configuration'), intune: true },
  { path: policyPaths.roles, anyOf: readOrWrite('RBAC'), intune: true, parts: ['roleAssignments'] },
  {
    path: policyPaths.compliance,
    anyOf: readOrWrite('Configuration'),
    intune: true,
    parts: ['assignments', 'scheduledActionsForRule'],
  },
  {
    path: policyPaths.catalog,
    anyOf: readOrWrite('Configuration'),
    intune: true,
    pageSize: catalogPageSize,
    parts: ['settings', 'assignments'],
  },
  { path: policyPaths.access, anyOf: ['Policy.Read.All', 'Policy.Read.ConditionalAccess'] },
  { path: policyPaths.locations, anyOf: policyReaders },
  { path: policyPaths.strengths, anyOf: policyReaders, parts: ['combinationConfigurations'] },
  { path: policyPaths.contexts, anyOf: ['Policy.Read.ConditionalAccess', 'Policy.Read.All'] },
  {
    path: policyPaths.groups,
    anyOf: ['GroupMember.Read.All', 'Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All'],
  },
];

export const policyRoutes: readonly GraphRoute[] = [
  ...lists.flatMap(toRoutes),
  {
    path: /^\/directoryObjects\/getByIds$/,
    method: 'POST',
    anyOf: ['Directory.Read.All', 'Group.Read.All'],
    answer: (call) => page(call, objectsById(call), 1_000),
  },
];

function toRoutes(list: PolicyList): GraphRoute[] {
  const { path, anyOf, intune, parts = [], pageSize } = list;
  const escaped = path.replaceAll('/', '\\/');
  const common = { anyOf, ...(intune && { intune }) };
  const below = parts.map((part): GraphRoute => {
    const answer = (call: GraphCall): Reply => {
      const item = itemOf(call, path);
      return item === null ? missing(call) : page(call, partOf(item, part, call), pageSize);
    };
    return { ...common, path: new RegExp(`^${escaped}\\/([^/]+)\\/${part}$`), answer };
  });
  return [
    {
      ...common,
      path: new RegExp(`^${escaped}$`),
      answer: (call) => {
        const items = policiesAt(call.tenant, path).filter(isWanted(call));
        return page(call, items.map(shownAs(call, parts, 'list')), pageSize);
      },
    },
    {
      ...common,
      path: new RegExp(`^${escaped}\\/([^/]+)$`),
      answer: (call) => {
        const item = itemOf(call, path);
        return item === null ? found(call, null) : one(call, shownAs(call, parts, 'item')(item));
      },
    },
    ...below,
  ];
}

function itemOf({ tenant, key }: GraphCall, path: string): Item | null {
  return policiesAt(tenant, path).find(({ id }) => id === key) ?? null;
}

function isWanted({ query }: GraphCall): (item: Item) => boolean {
  const wanted = query.get('$filter') === 'isBuiltIn eq false' ? false : null;
  return (item) => wanted === null || item['isBuiltIn'] === wanted;
}

/** Lists of an item come only with `$expand`; of a security template's assignments an expanded item says none, wrongly. */
function shownAs({ query }: GraphCall, parts: readonly string[], as: 'list' | 'item'): (item: Item) => Item {
  const asked = (query.get('$expand') ?? '').split(/[,(]/);
  return (item) => {
    const shown = Object.entries(item).filter(([name]) => !parts.includes(name) || asked.includes(name));
    const copy = Object.fromEntries(shown) as Item;
    const { templateReference } = item as { templateReference?: { templateFamily?: string } };
    const isSecurity = templateReference?.templateFamily?.startsWith('endpointSecurity') === true;
    return as === 'item' && isSecurity && 'assignments' in copy ? { ...copy, assignments: [] } : copy;
  };
}

function partOf(item: Item, part: string, { query }: GraphCall): Item[] {
  const entries = (item[part] ?? []) as readonly Item[];
  if (part !== 'settings' || query.get('$expand') !== 'settingDefinitions') return [...entries];
  return entries.map((setting) => ({
    ...setting,
    settingDefinitions: definitionsIn(setting['settingInstance']),
  }));
}

function objectsById({ tenant, body }: GraphCall): Item[] {
  const { ids } = JSON.parse(body) as { readonly ids: readonly string[] };
  return policiesAt(tenant, policyPaths.groups).filter(({ id }) => ids.includes(id));
}
