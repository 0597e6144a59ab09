import type { FindingFilter } from '../../core/inventory/findings.ts';
import type { InventoryFilter } from '../../core/inventory/inventory.ts';
import type { PageRequest } from '../../core/page.ts';
import { countFindings, listFindingsById, pageFindings } from '../../db/inventory/findings.ts';
import { countInventory, listInventoryById, pageInventory } from '../../db/inventory/inventory.ts';
import type { ReadFor } from '../access/view-source.ts';

/** The part of a View (../view.ts) that shows what the syncs have found. */
export const inventoryReads = {
  findingsById: ({ db, viewer }: ReadFor, ids: readonly number[]) => listFindingsById(db, viewer, ids),
  inventoryItemsById: ({ db, viewer }: ReadFor, ids: readonly number[]) => listInventoryById(db, viewer, ids),
  pageFindings: ({ db, viewer }: ReadFor, filter: FindingFilter, page: PageRequest) =>
    pageFindings(db, viewer, filter, page),
  countFindings: ({ db, viewer }: ReadFor, filter: FindingFilter, limit: number | null) =>
    countFindings(db, viewer, filter, limit),
  pageInventory: ({ db, viewer }: ReadFor, filter: InventoryFilter, page: PageRequest) =>
    pageInventory(db, viewer, filter, page),
  countInventory: ({ db, viewer }: ReadFor, filter: InventoryFilter, limit: number | null) =>
    countInventory(db, viewer, filter, limit),
};
