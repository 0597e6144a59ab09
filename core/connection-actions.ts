import type { ActionAvailability } from './actions.ts';
import { capabilitiesOf, type Capability, type Viewer } from './access.ts';
import type { ProviderConnection } from './connection.ts';
import type { RunOutcome } from './run.ts';
import type { Tenant } from './tenant.ts';

/** What decides whether something can be done with a connection now. Flows read it under the connection's lock. */
export interface ConnectionSituation {
  readonly tenant: Pick<Tenant, 'role' | 'status'>;
  readonly connection: Pick<ProviderConnection, 'status' | 'isDefault'>;
  readonly isBusy: boolean;
  readonly hasCredential: boolean;
  /** How the candidate's rehearsal went; null without a candidate. */
  readonly rehearsalOutcome: RunOutcome | null;
}

/** The sentences of refusals, the same in a disabled action as in a CONFLICT. */
export const objections = {
  archived: 'The tenant is archived.',
  busy: 'A run is using the connection. Wait until it has ended, or cancel it.',
  disabled: 'The connection is disabled.',
  alreadyDefault: 'It is the default already.',
  noCredential: 'The connection has no credential.',
  noCandidate: 'No credential was rehearsed. Rehearse one first.',
  notRehearsed: 'The rehearsal did not succeed, so the credential is not known to work.',
} as const;

type Objection = (situation: ConnectionSituation) => string | null;

const unlessArchived: Objection = ({ tenant }) => (tenant.status === 'archived' ? objections.archived : null);
const unlessBusy: Objection = ({ isBusy }) => (isBusy ? objections.busy : null);
const unlessDisabled: Objection = ({ connection }) =>
  connection.status === 'disabled' ? objections.disabled : null;
const unlessDefault: Objection = ({ connection }) =>
  connection.isDefault ? objections.alreadyDefault : null;
const ifAnyCredential: Objection = ({ hasCredential, rehearsalOutcome }) =>
  hasCredential || rehearsalOutcome !== null ? null : objections.noCredential;
const ifCredential: Objection = ({ hasCredential }) => (hasCredential ? null : objections.noCredential);

/** A candidate is fit for use when the connection worked with it, even if the permission inventory could not be read. */
export const ifRehearsed = ({
  rehearsalOutcome,
}: Pick<ConnectionSituation, 'rehearsalOutcome'>): string | null => {
  if (rehearsalOutcome === null) return objections.noCandidate;
  const worked = rehearsalOutcome === 'succeeded' || rehearsalOutcome === 'partially_succeeded';
  return worked ? null : objections.notRehearsed;
};

const change = [unlessArchived, unlessBusy];

const connectionActions = [
  {
    action: 'verify',
    capability: 'provider.run',
    objections: [unlessArchived, unlessDisabled, ifCredential],
  },
  { action: 'edit', capability: 'provider.manage', objections: change },
  { action: 'make_default', capability: 'provider.manage', objections: [unlessArchived, unlessDefault] },
  { action: 'set_credential', capability: 'provider.manage', objections: change },
  { action: 'rehearse_credential', capability: 'provider.manage', objections: [...change, unlessDisabled] },
  { action: 'activate_credential', capability: 'provider.manage', objections: [...change, ifRehearsed] },
  // Also for an archived tenant: getting rid of a secret is never too late.
  { action: 'delete_credential', capability: 'provider.manage', objections: [unlessBusy, ifAnyCredential] },
] as const satisfies readonly {
  action: string;
  capability: Capability;
  objections: readonly Objection[];
}[];

export function connectionActionsFor(
  situation: ConnectionSituation,
  { scopes }: Viewer,
): ActionAvailability[] {
  const held = capabilitiesOf(situation.tenant.role, scopes);
  return connectionActions.map(({ action, capability, objections: asked }) => {
    const lacking = held.includes(capability) ? null : `Your role here does not include ${capability}.`;
    const disabledReason = lacking ?? firstOf(asked, situation);
    return { action, enabled: disabledReason === null, disabledReason };
  });
}

function firstOf(asked: readonly Objection[], situation: ConnectionSituation): string | null {
  for (const objection of asked) {
    const sentence = objection(situation);
    if (sentence !== null) return sentence;
  }
  return null;
}
