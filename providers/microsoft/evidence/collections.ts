import type { CollectionKind, ListedItem } from '../../../core/inventory/inventory.ts';
import { toLine } from '../../../core/text.ts';
import type { GraphClient } from '../graph/graph.ts';
import { stringAt, type JsonObject } from '../graph/json.ts';
import { refusal, type Refusal } from '../reasons/reasons.ts';
import type { Reading } from '../graph/retry.ts';

interface Source {
  readonly version: 'v1.0' | 'beta';
  readonly path: string;
}

const edited = '$select=id,displayName,lastModifiedDateTime';

/**
 * Where each collection is kept (learn.microsoft.com/graph/api/overview). Intune keeps some of what administrators see
 * as one list in two places, and the newer half in beta only. `$select` keeps the pages small: a script's content or a
 * profile's settings are nothing to keep here.
 */
const sources: Record<CollectionKind, readonly Source[]> = {
  configuration_profiles: [
    { version: 'v1.0', path: `/deviceManagement/deviceConfigurations?${edited}` },
    {
      version: 'beta',
      path: '/deviceManagement/configurationPolicies?$select=id,name,lastModifiedDateTime',
    },
  ],
  compliance_policies: [{ version: 'v1.0', path: `/deviceManagement/deviceCompliancePolicies?${edited}` }],
  apps: [{ version: 'v1.0', path: `/deviceAppManagement/mobileApps?${edited}` }],
  scripts: [
    { version: 'beta', path: `/deviceManagement/deviceHealthScripts?${edited}` },
    { version: 'beta', path: `/deviceManagement/deviceManagementScripts?${edited}` },
  ],
  assignment_filters: [{ version: 'beta', path: `/deviceManagement/assignmentFilters?${edited}` }],
  // The largest page Graph gives: a directory may hold hundreds of thousands of groups.
  groups: [{ version: 'v1.0', path: '/groups?$select=id,displayName&$top=999' }],
};

export async function* listCollection(
  graph: () => Promise<GraphClient | Refusal>,
  kind: CollectionKind,
): AsyncGenerator<Reading<readonly ListedItem[]>> {
  const client = await graph();
  if ('kind' in client) {
    yield client;
    return;
  }
  for (const { version, path } of sources[kind]) {
    for await (const page of client.pages(path, version)) {
      const reading = page.kind === 'read' ? toItems(page.value, page) : page;
      yield reading;
      if (reading.kind === 'unreadable') return;
    }
  }
}

/** A thing without an id cannot be told apart from another: the page is not understood, and nothing of it is kept. */
function toItems(
  page: readonly JsonObject[],
  { pointers }: Pick<Refusal, 'pointers'>,
): Reading<readonly ListedItem[]> {
  const items: ListedItem[] = [];
  for (const object of page) {
    const id = stringAt(object, 'id');
    if (id === null) return refusal('provider.bad_response', { pointers });
    const name = toLine(stringAt(object, 'displayName') ?? stringAt(object, 'name') ?? '') || id;
    items.push({ externalId: id, name, revision: stringAt(object, 'lastModifiedDateTime') });
  }
  return { kind: 'read', value: items, pointers };
}
