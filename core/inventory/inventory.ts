import type { OperationType } from '../runs/operation-types.ts';

/** Directory collections that can be listed and kept. Their names are public: they are keys of `summary_counts`. */
const inventoryKinds = [
  'configuration_profiles',
  'compliance_policies',
  'apps',
  'scripts',
  'assignment_filters',
] as const;

export const collectionKinds = [...inventoryKinds, 'groups'] as const;
export type CollectionKind = (typeof collectionKinds)[number];

/** One object of a collection as the provider lists it. */
export interface ListedItem {
  /** The provider's id for it, unique within the kind. */
  readonly externalId: string;
  readonly name: string;
  /** Differs after every edit; null if the provider has no such value. */
  readonly revision: string | null;
}

/** The same object as we last saw it. */
export interface KnownItem extends ListedItem {
  readonly isGone: boolean;
}

export interface InventoryItem {
  readonly id: number;
  readonly kind: CollectionKind;
  readonly externalId: string;
  readonly name: string;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly goneAt: Date | null;
}

/** Which items of a tenant a list shows. */
export interface InventoryFilter {
  readonly tenantId: number;
  readonly kinds: readonly CollectionKind[] | null;
  readonly includeGone: boolean;
}

export interface SyncPlan {
  readonly kinds: readonly CollectionKind[];
  /** A change since the last sync is a finding. */
  readonly opensFindings: boolean;
  /** Removes nothing if most of it would disappear: a truncated answer is more likely than such a cleanup. */
  readonly hasSafetyStop: boolean;
}

/** The operations that read collections, as data: one flow runs them all. */
export const syncPlans = {
  'inventory.sync': { kinds: inventoryKinds, opensFindings: true, hasSafetyStop: false },
  'entra.groups.sync': { kinds: ['groups'], opensFindings: false, hasSafetyStop: true },
} as const satisfies Partial<Record<OperationType, SyncPlan>>;

export type SyncType = keyof typeof syncPlans;

export function hasSafetyStop(type: OperationType): boolean {
  const plans: Partial<Record<OperationType, SyncPlan>> = syncPlans;
  return plans[type]?.hasSafetyStop ?? false;
}

export interface ItemChange {
  readonly change: 'appeared' | 'changed' | 'renamed' | 'gone';
  readonly item: ListedItem;
  /** null if it was not there. */
  readonly before: ListedItem | null;
}

/** How a complete reading differs from what was known. Order does not matter. */
export function compareItems(known: readonly KnownItem[], listed: readonly ListedItem[]): ItemChange[] {
  const present = new Map(known.filter(({ isGone }) => !isGone).map((item) => [item.externalId, item]));
  const seen = new Set(listed.map(({ externalId }) => externalId));
  const gone = [...present.values()].filter(({ externalId }) => !seen.has(externalId));
  return [
    ...listed.flatMap((item) => changeOf(item, present.get(item.externalId) ?? null)),
    ...gone.map((before) => ({ change: 'gone' as const, item: before, before })),
  ];
}

function changeOf(item: ListedItem, before: ListedItem | null): ItemChange[] {
  if (before === null) return [{ change: 'appeared', item, before }];
  if (before.name !== item.name) return [{ change: 'renamed', item, before }];
  const isEdited = before.revision !== null && item.revision !== null && before.revision !== item.revision;
  return isEdited ? [{ change: 'changed', item, before }] : [];
}

/** Pages shift while they are read, so a collection can list an object twice: the later reading wins. */
export function withoutDoubles(items: readonly ListedItem[]): ListedItem[] {
  return [...new Map(items.map((item) => [item.externalId, item])).values()];
}

/** More than half of what was there would disappear. If nothing is known, there is nothing to protect. */
export function isSafetyStopDue(known: readonly KnownItem[], changes: readonly ItemChange[]): boolean {
  const present = known.filter(({ isGone }) => !isGone).length;
  const vanishing = changes.filter(({ change }) => change === 'gone').length;
  return vanishing * 2 > present;
}
