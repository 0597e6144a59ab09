import type { SignIn } from '../../core/access/access.ts';
import { Fault, notFound, unauthenticated } from '../../core/fault.ts';
import { verificationType, type OperationType } from '../../core/runs/operation-types.ts';
import { isFinal, type RunState } from '../../core/runs/run.ts';
import type { AccessDecision } from './access.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';

/** What is watched. */
export type Subject =
  | { readonly kind: 'run'; readonly id: number }
  | { readonly kind: 'tenant'; readonly id: number }
  | {
      readonly kind: 'workspace';
      readonly id: number;
      /** null: all of the workspace's, as far as the viewer is entitled. */
      readonly tenantId: number | null;
      readonly types: readonly OperationType[] | null;
    }
  /** What the viewer may do in a workspace and on its tenants. */
  | { readonly kind: 'access'; readonly id: number };

/**
 * One delivery of a stream. `ended`: the viewer may no longer see it, and nothing follows. It is a value because an
 * error thrown from an iterator would close the socket with everything else on it.
 */
export type Delivery =
  | { readonly kind: 'state'; readonly state: RunState | null }
  | { readonly kind: 'ended'; readonly fault: Fault };

/** What an access decision about the watch is about. */
export interface Scope {
  readonly workspaceId: number;
  readonly tenantId: number | null;
}

export interface Watch {
  readonly subject: Subject;
  readonly signIn: SignIn;
  readonly mailbox: Mailbox<Delivery>;
  /** Settles with the first look: null if the viewer may watch this. */
  readonly opened: Promise<Fault | null>;
  readonly open: (refusal: Fault | null) => void;
  /** Unknown until the subject has been looked at. */
  scope: Scope | null;
  /** The snapshot is still to come; until then nothing else is delivered. */
  isJoining: boolean;
  hasEnded: boolean;
  /** The viewer's role as last delivered to a watch of their access; null before that. */
  rights: string | null;
}

/** A run and a tenant have one state; for a workspace, this many runs may wait for a slow reader. */
const maxUnreadRuns = 1_000;

export function createWatch(signIn: SignIn, subject: Subject, onReturn: (watch: Watch) => void): Watch {
  const { promise: opened, resolve: open } = Promise.withResolvers<Fault | null>();
  const mailbox = createMailbox<Delivery>({
    capacity: subject.kind === 'workspace' ? maxUnreadRuns : 1,
    onReturn: () => onReturn(watch),
  });
  const watch: Watch = {
    subject,
    signIn,
    mailbox,
    opened,
    open,
    scope: scopeOf(subject),
    isJoining: true,
    hasEnded: false,
    rights: null,
  };
  return watch;
}

function scopeOf(subject: Subject): Scope | null {
  if (subject.kind === 'access') return { workspaceId: subject.id, tenantId: null };
  return subject.kind === 'workspace' ? { workspaceId: subject.id, tenantId: subject.tenantId } : null;
}

/** Whether a state of a feed that the watch is in is meant for it. */
export function concerns({ subject }: Watch, { run }: RunState): boolean {
  if (subject.kind === 'run') return true;
  if (subject.kind === 'access') return false;
  if (subject.kind === 'tenant') return run.type === verificationType && !run.isRehearsal;
  return (
    (subject.tenantId === null || subject.tenantId === run.tenantId) &&
    (subject.types === null || subject.types.includes(run.type))
  );
}

/** false: the watch has ended and has to be unregistered. */
export function deliver(watch: Watch, state: RunState | null): boolean {
  const { mailbox, subject } = watch;
  // For a tenant only the latest matters, so all its runs share one place.
  const key = subject.kind === 'workspace' && state !== null ? state.run.id : 0;
  if (!mailbox.put(key, { kind: 'state', state })) {
    endWatch(watch, tooSlow());
    return false;
  }
  if (subject.kind !== 'run' || state === null || !isFinal(state.run.status)) return true;
  mailbox.close();
  watch.hasEnded = true;
  return false;
}

export function endWatch(watch: Watch, fault: Fault): void {
  watch.hasEnded = true;
  if (watch.isJoining) watch.open(fault);
  watch.mailbox.end({ kind: 'ended', fault });
}

export function toFault(decision: Exclude<AccessDecision, 'entitled'>): Fault {
  return decision === 'not_found'
    ? notFound()
    : unauthenticated('The session or API token has ended. Sign in again.');
}

function tooSlow(): Fault {
  return new Fault('RATE_LIMITED', 'Client too slow. Resubscribe to resume from the current state.', {
    retryAfterSeconds: 1,
  });
}
