import {
  capabilitiesOf,
  lackOf,
  wireNameOf,
  type Capability,
  type Role,
  type Viewer,
} from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';

/** For someone entitled to the thing: FORBIDDEN names what is lacking. Whoever is not entitled never gets this far. */
export function assertCapability(role: Role, { scopes }: Viewer, capability: Capability): void {
  if (capabilitiesOf(role, scopes).includes(capability)) return;
  throw new Fault('FORBIDDEN', lackOf(capability), { capability: wireNameOf(capability) });
}
