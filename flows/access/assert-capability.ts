import {
  capabilitiesOf,
  lackOf,
  wireNameOf,
  type Capability,
  type Role,
  type Viewer,
} from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';

/**
 * For someone entitled to the object: FORBIDDEN names the missing capability. A caller who is not entitled never gets
 * this far.
 */
export function assertCapability(role: Role, { scopes }: Viewer, capability: Capability): void {
  if (capabilitiesOf(role, scopes).includes(capability)) return;
  throw new Fault('FORBIDDEN', lackOf(capability), { capability: wireNameOf(capability) });
}
