import type { PolicyKind, PolicyKindRow } from '../../../core/backup/policy-kinds.ts';
import type { PolicyQuestion, PolicyReading } from '../../../core/backup/reading.ts';
import { isStorableId } from '../../../core/backup/storable.ts';
import type { SettingDefinition } from '../../../core/backup/settings.ts';
import { policyMaxBytes } from '../../../core/backup/version.ts';
import { toLine } from '../../../core/text.ts';
import { createGraphClient } from '../graph/graph.ts';
import type { Fetch, HttpLimits } from '../graph/http.ts';
import { asObject, arrayAt, stringAt, type JsonObject } from '../graph/json.ts';
import type { Patience, Reading } from '../graph/retry.ts';
import type { Refusal } from '../reasons/reasons.ts';
import type { Cloud } from '../sign-in/clouds.ts';
import type { AccessToken } from '../sign-in/token.ts';
import type { Pacer } from './pace.ts';
import { readAll, type PolicyClient } from './policy-client.ts';
import { readPolicies } from './read-policies.ts';

export interface PolicyReader {
  read(kind: PolicyKind, question: PolicyQuestion): Promise<PolicyReading | Refusal>;
  definitions(policyId: string): Promise<readonly SettingDefinition[]>;
}

export interface PolicyReaderParts {
  readonly tenantId: string;
  readonly cloud: Pick<Cloud, 'name'>;
  readonly graphOrigin: string;
  readonly correlationId: string;
  readonly token: () => Promise<Reading<AccessToken>>;
  readonly fetch: Fetch;
  readonly limits: HttpLimits;
  readonly pacer: Pacer;
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

/** A page of policies that are whole in the list, or an envelope of twenty parts. */
const pageMaxBytes = 32 * 1024 * 1024;

/** Administrative templates, two requests a second at best, have been refused for minutes at one every five seconds. */
const maxSlowness = 20;

/** The sandbox is no service that others share: a demonstration need not take the time of a night. */
const paceOf = ({ name }: Pick<Cloud, 'name'>) => (name === 'sandbox' ? 0.1 : 1);

export function createPolicyReader(parts: PolicyReaderParts): PolicyReader {
  const open = (row: Pick<PolicyKindRow, 'area' | 'version'>) => openClient(parts, row);
  return {
    read: (kind, question) => readPolicies(open, kind, question),
    async definitions(policyId) {
      const client = await open({ area: 'intune', version: 'beta' });
      if ('kind' in client) return [];
      const path = `/deviceManagement/configurationPolicies/${encodeURIComponent(policyId)}/settings`;
      const reading = await readAll(client, `${path}?$expand=settingDefinitions&$top=1000`);
      return reading.kind === 'read' ? reading.value.flatMap(toDefinitions) : [];
    },
  };
}

async function openClient(
  parts: PolicyReaderParts,
  { area, version }: Pick<PolicyKindRow, 'area' | 'version'>,
): Promise<PolicyClient | Refusal> {
  const { cloud, token, limits, pacer, patienceMs, signal, tenantId, graphOrigin, correlationId, fetch } =
    parts;
  const reading = await token();
  if (reading.kind === 'unreadable') return reading;
  const patience: Patience = { remainingMs: patienceMs, isLong: true };
  const { pace, slowDown } = slowing((requests) =>
    pacer.wait(tenantId, area, requests * paceOf(cloud), signal),
  );
  const { enter } = limits;
  const paced: HttpLimits = {
    ...limits,
    enter: async (waiting) => {
      await pace(1);
      return (await enter?.(waiting)) ?? (() => undefined);
    },
  };
  const shared = {
    graphOrigin,
    correlationId,
    fetch,
    patience,
    token: reading.value,
    priority: 'low',
    verbatim: true,
  } as const;
  return {
    version,
    pages: createGraphClient({ ...shared, limits: { ...paced, maxBytes: pageMaxBytes } }),
    items: createGraphClient({ ...shared, limits: { ...paced, maxBytes: policyMaxBytes } }),
    patience,
    signal,
    pace,
    slowDown,
  };
}

function slowing(wait: (requests: number) => Promise<void>): Pick<PolicyClient, 'pace' | 'slowDown'> {
  let slowness = 1;
  return {
    pace: (requests) => wait(requests * slowness),
    slowDown: () => {
      slowness = Math.min(slowness * 2, maxSlowness);
    },
  };
}

function toDefinitions(setting: JsonObject): SettingDefinition[] {
  return (arrayAt(setting, 'settingDefinitions') ?? []).flatMap((value) => {
    const definition = asObject(value);
    const id = stringAt(definition, 'id');
    const name = nameIn(definition);
    if (id === null || !isStorableId(id) || name === null) return [];
    const options = (arrayAt(definition, 'options') ?? []).map(asObject).flatMap((option) => {
      const itemId = stringAt(option, 'itemId');
      const label = nameIn(option);
      return itemId === null || !isStorableId(itemId) || label === null ? [] : [[itemId, label] as const];
    });
    const description = toLine(stringAt(definition, 'description') ?? '') || null;
    return [{ id, name, description, options: Object.fromEntries(options) }];
  });
}

function nameIn(named: JsonObject | null): string | null {
  return toLine(stringAt(named, 'displayName') ?? stringAt(named, 'name') ?? '') || null;
}
