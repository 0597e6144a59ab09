import type { GraphCall, GraphRoute } from '../graph/graph-route.ts';
import { found, missing, one, page } from '../graph/answers.ts';
import type { Reply } from '../replies.ts';
import { definitionsIn } from './catalog-definitions.ts';
import type { Item } from './day.ts';
import { policyPaths } from './estate.ts';
import { moreLists } from './more-lists.ts';
import type { PolicyList } from './policy-list.ts';
import { policiesAt } from './policy-store.ts';

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
  ...moreLists,
];

export const policyRoutes: readonly GraphRoute[] = [
  ...lists.flatMap(toRoutes),
  {
    path: /^\/directoryObjects\/getByIds$/,
    method: 'POST',
    anyOf: ['Directory.Read.All', 'Group.Read.All'],
    answer: (call) => page(call, objectsById(call), 1_000),
  },
  {
    // Microsoft offers it to people only: no permission of an application is enough.
    path: /^\/identityGovernance\/termsOfUse\/agreements$/,
    anyOf: [],
    answer: missing,
  },
];

function toRoutes(list: PolicyList): GraphRoute[] {
  const { path, anyOf, intune, parts = [], pageSize, heldAt = path, isOne } = list;
  const common = { anyOf, ...(intune && { intune }) };
  const at = (rest: string) => new RegExp(`^${path.replaceAll('/', '\\/')}${rest}$`);
  if (isOne)
    return [
      { ...common, path: at(''), answer: (call) => found(call, policiesAt(call.tenant, path)[0] ?? null) },
    ];
  const below = parts.map((part): GraphRoute => {
    const answer = (call: GraphCall): Reply => {
      const item = itemOf(call, heldAt);
      return item === null
        ? missing(call)
        : page(call, partOf(item, part, call).map(without(list.below)), pageSize);
    };
    return { ...common, path: at(`\\/([^/]+)\\/${part}`), answer };
  });
  return [
    {
      ...common,
      path: at(''),
      answer: (call) => {
        const items = policiesAt(call.tenant, heldAt).filter(isWanted(call));
        return page(call, items.map(shownAs(call, list, 'list')), pageSize);
      },
    },
    {
      ...common,
      path: at('\\/([^/]+)'),
      answer: (call) => {
        const item = itemOf(call, heldAt);
        return item === null ? found(call, null) : one(call, shownAs(call, list, 'item')(item));
      },
    },
    ...below,
    ...(list.below === undefined ? [] : [routeBelow(list, list.below, at)]),
    ...(list.references ?? []).map((name) => referenceRoute(list, name, at)),
  ];
}

type At = (rest: string) => RegExp;

function without(name: string | undefined): (item: Item) => Item {
  return (item) =>
    name === undefined
      ? item
      : (Object.fromEntries(Object.entries(item).filter(([key]) => key !== name)) as Item);
}

/** What belongs to an entry of an item's part: `…/{id}/definitionValues/{id}/presentationValues`. */
function routeBelow({ path, anyOf, intune, parts = [] }: PolicyList, name: string, at: At): GraphRoute {
  const part = parts.at(-1) ?? '';
  const answer = (call: GraphCall): Reply => {
    const entries = policiesAt(call.tenant, path).flatMap((item) => (item[part] ?? []) as readonly Item[]);
    const entry = entries.find(({ id }) => id === call.key);
    return entry === undefined ? missing(call) : page(call, (entry[name] ?? []) as readonly Item[]);
  };
  return { anyOf, ...(intune && { intune }), path: at(`\\/[^/]+\\/${part}\\/([^/]+)\\/${name}`), answer };
}

/** Another object that an item names: `…/{id}/microsoft.graph.{type}/rootCertificate`. */
function referenceRoute({ path, anyOf, intune }: PolicyList, name: string, at: At): GraphRoute {
  const answer = (call: GraphCall): Reply => found(call, (itemOf(call, path)?.[name] ?? null) as Item | null);
  return {
    anyOf,
    ...(intune && { intune }),
    path: at(`\\/([^/]+)\\/microsoft\\.graph\\.\\w+\\/${name}`),
    answer,
  };
}

function itemOf({ tenant, key }: GraphCall, path: string): Item | null {
  return policiesAt(tenant, path).find(({ id }) => id === key) ?? null;
}

function isWanted({ query }: GraphCall): (item: Item) => boolean {
  const wanted = query.get('$filter') === 'isBuiltIn eq false' ? false : null;
  return (item) => wanted === null || item['isBuiltIn'] === wanted;
}

/**
 * Lists of an item come only with `$expand`, what it refers to not even then; of a security template's assignments an
 * expanded item says none, wrongly.
 */
function shownAs(
  { query }: GraphCall,
  { parts = [], references = [], onlyInItem = [] }: PolicyList,
  as: 'list' | 'item',
): (item: Item) => Item {
  const asked = (query.get('$expand') ?? '').split(/[,(]/);
  const isShown = (name: string) =>
    !references.includes(name) && (!parts.includes(name) || asked.includes(name));
  return (item) => {
    const shown = Object.entries(item).filter(([name]) => isShown(name));
    const copy = Object.fromEntries(
      shown.map(([name, value]) => [name, as === 'list' && onlyInItem.includes(name) ? null : value]),
    ) as Item;
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
