import {
  capabilitiesOf,
  firstNotHeld,
  wireNameOf,
  type Capability,
  type Role,
  type Viewer,
} from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';

/** No one can grant more than they have: `role` is the granter's, and what they signed in with may narrow it. */
export function assertMayGrant(role: Role, { scopes }: Viewer, wanted: readonly Capability[]): void {
  const capability = firstNotHeld(wanted, capabilitiesOf(role, scopes));
  if (capability === null) return;
  throw new Fault('FORBIDDEN', `You cannot grant ${capability} because you do not have it here.`, {
    capability: wireNameOf(capability),
  });
}
