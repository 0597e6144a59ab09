import type { IntunePlan, LicencesEvidence } from '../../../core/provider/provider.ts';
import { arrayAt, asObject, stringAt, type JsonObject } from '../graph/json.ts';

/**
 * Service plans that are Intune, by id: names differ between lists. The first four agree in Maester and CIPP, the fifth
 * is CIPP's, the last four are Maester's. Add-ons such as INTUNE_P2 need one of these beside them and do not count.
 */
const intunePlans: ReadonlyMap<string, string> = new Map([
  ['c1ec4a95-1f05-45b3-a911-aa3fa01094f5', 'INTUNE_A'],
  ['d216f254-796f-4dab-bbfa-710686e646b9', 'INTUNE_A_GOV'],
  ['3e170737-c728-4eae-bbb9-3f3360f7184c', 'INTUNE_A_VL'],
  ['da24caf9-af8e-485c-b7c8-e73336da2693', 'INTUNE_EDU'],
  ['8e9ff0ff-aa7a-4b20-83c1-2f636b600ac2', 'INTUNE_SMBIZ'],
  ['2c21e77a-e0d6-4570-b38a-7ff2dc17d2ca', 'Intune'],
  ['b4288abe-01be-47d9-ad20-311d6e83fc24', 'Intune'],
  ['e6025b08-2fa5-4313-bd0a-7e5ffca32958', 'Intune'],
  // Also seen as the id of a whole SKU (Intune Device).
  ['2b317a4a-77a6-4188-9437-b68a77b4e2c6', 'INTUNE_DEVICE'],
]);

/** Sounds like Intune and manages nothing with it. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ['882e1d05-acd1-4ccb-8708-6ee03664b117', 'INTUNE_O365 (Mobile Device Management for Office 365)'],
]);

/** null: the answer is not a list of subscriptions. */
export function toLicences(skus: readonly JsonObject[]): LicencesEvidence | null {
  const intune: IntunePlan[] = [];
  const similar = new Set<string>();
  for (const sku of skus) {
    const plans = arrayAt(sku, 'servicePlans');
    const status = stringAt(sku, 'capabilityStatus');
    if (plans === null || status === null) return null;
    const objects = plans.map(asObject).filter((plan) => plan !== null);
    intune.push(...toIntunePlans(sku, objects, status));
    for (const plan of objects) {
      const lookalike = lookalikes.get(stringAt(plan, 'servicePlanId') ?? '');
      if (lookalike !== undefined) similar.add(lookalike);
    }
  }
  return { intune, lookalikes: [...similar] };
}

function toIntunePlans(sku: JsonObject, plans: readonly JsonObject[], status: string): IntunePlan[] {
  const name = shortName(stringAt(sku, 'skuPartNumber'));
  const wholeSku = intunePlans.get(stringAt(sku, 'skuId') ?? '');
  const asSku: IntunePlan[] =
    wholeSku === undefined ? [] : [toPlan(wholeSku, name, { capability: status, provisioning: null })];
  const inside = plans.flatMap((plan) => {
    const known = intunePlans.get(stringAt(plan, 'servicePlanId') ?? '');
    if (known === undefined) return [];
    const provisioning = stringAt(plan, 'provisioningStatus');
    return [toPlan(known, name, { capability: status, provisioning })];
  });
  return [...asSku, ...inside];
}

interface Status {
  readonly capability: string;
  readonly provisioning: string | null;
}

function toPlan(plan: string, sku: string, status: Status): IntunePlan {
  const provisioning = /^(?!Success$)\w{1,40}$/.exec(status.provisioning ?? '')?.[0];
  return { plan, sku, state: stateOf(status), ...(provisioning !== undefined && { provisioning }) };
}

/**
 * Only a subscription that is Enabled counts; Warning is Microsoft's word for the grace period. Bought is not set up:
 * whatever is neither Success nor left out is still on its way (PendingProvisioning, PendingActivation, PendingInput).
 */
function stateOf({ capability, provisioning }: Status): IntunePlan['state'] {
  const isAlive = capability === 'Enabled' || capability === 'Warning';
  if (provisioning === 'Disabled' || !isAlive) return 'inactive';
  if (provisioning === 'Error') return 'failed';
  if (provisioning !== null && provisioning !== 'Success') return 'pending';
  return capability === 'Enabled' ? 'enabled' : 'grace';
}

function shortName(partNumber: string | null): string {
  return /^[\w-]{1,60}$/.exec(partNumber ?? '')?.[0] ?? 'a subscription';
}
