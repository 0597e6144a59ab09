import type { Tenant } from '../state.ts';
import type { Item } from './day.ts';
import { estateOf } from './estate.ts';

/** The policies of one directory as they are now, by the path of their list, in the order in which they were made. */
export type PolicyStore = Map<string, Map<string, Item>>;

export function createPolicyStore(tenantId: string, today: Date): PolicyStore {
  const estate = estateOf(tenantId, { daysAgo: 0, today });
  return new Map([...estate].map(([path, items]) => [path, new Map(items.map((item) => [item.id, item]))]));
}

/** What is at a path of a list: what a test has put there as a whole, else the policies themselves. */
export function policiesAt({ policies, collections }: Tenant, path: string): readonly Item[] {
  const held = collections.get(path) as readonly Item[] | undefined;
  return held ?? [...(policies.get(path)?.values() ?? [])];
}

/** As an administrator would in the portal: a new policy where the id is new, else these members of the old one. */
export function putPolicy({ policies }: Pick<Tenant, 'policies'>, path: string, item: Item): void {
  const list = policies.get(path);
  if (list === undefined) throw new TypeError(`There are no policies at ${path}`);
  list.set(item.id, { ...list.get(item.id), ...item });
}

export function deletePolicy({ policies }: Pick<Tenant, 'policies'>, path: string, id: string): void {
  if (policies.get(path)?.delete(id) !== true) throw new TypeError(`There is no ${id} at ${path}`);
}

/** As Microsoft does with every release: a property that no one has asked for, in every policy of a list. */
export function addToAll(
  { policies }: Tenant,
  path: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  for (const item of policies.get(path)?.values() ?? [])
    putPolicy({ policies }, path, { ...item, ...fields });
}
