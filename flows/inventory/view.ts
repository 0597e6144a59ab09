import type { Viewer } from '../../core/access/access.ts';
import type { FindingFilter } from '../../core/inventory/findings.ts';
import type { InventoryFilter } from '../../core/inventory/inventory.ts';
import type { PageRequest } from '../../core/page.ts';
import type { Db } from '../../db/engine/client.ts';
import { countFindings, listFindingsById, pageFindings } from '../../db/inventory/findings.ts';
import { countInventory, listInventoryById, pageInventory } from '../../db/inventory/inventory.ts';

/** The part of a View (../view.ts) that shows what the syncs have found. */
export function createInventoryView(db: Db, viewer: Viewer) {
  return {
    findingsById: (ids: readonly number[]) => listFindingsById(db, viewer, ids),
    inventoryItemsById: (ids: readonly number[]) => listInventoryById(db, viewer, ids),
    pageFindings: (filter: FindingFilter, page: PageRequest) => pageFindings(db, viewer, filter, page),
    countFindings: (filter: FindingFilter) => countFindings(db, viewer, filter),
    pageInventory: (filter: InventoryFilter, page: PageRequest) => pageInventory(db, viewer, filter, page),
    countInventory: (filter: InventoryFilter) => countInventory(db, viewer, filter),
  };
}
