import type { SignIn } from '../../core/access/access.ts';
import type { AccessAnswer, AccessQuestion, LiveQueries } from '../../db/runs/live.ts';

export type AccessDecision = 'entitled' | 'not_found' | 'unauthenticated';

export interface DecidedAccess {
  readonly decision: AccessDecision;
  /** See AccessAnswer. */
  readonly rights: string | null;
}

export interface Question extends AccessQuestion {
  readonly signIn: SignIn;
  /** The epoch at which the delivery was read: a decision made at an older one does not apply to it. */
  readonly epoch: number;
}

export interface Access {
  /**
   * Asks the database once for everything that is not decided yet at the question's epoch; decisions in the same
   * order.
   */
  decide(questions: readonly Question[]): Promise<DecidedAccess[]>;
  readonly decisions: number;
}

/** A few megabytes. Above this, all are forgotten, which costs one query each. */
const maxDecisions = 50_000;

/**
 * Who may see what, cached with the workspace's access_epoch at which it was decided. The epoch changes in the
 * transaction that changes a membership, a role, a token or a session, so comparing two numbers tells exactly whether
 * a decision is still valid for a state.
 */
export function createAccess({ decideAccess }: Pick<LiveQueries, 'decideAccess'>, now: () => Date): Access {
  const decided = new Map<string, AccessAnswer>();

  async function settle(questions: readonly Question[]): Promise<void> {
    const open = new Map<string, Question>();
    for (const question of questions) {
      const key = keyOf(question);
      const known = decided.get(key);
      if (known === undefined || known.epoch < question.epoch) open.set(key, question);
    }
    if (open.size === 0) return;
    const answers = await decideAccess([...open.values()], now());
    for (const [index, key] of [...open.keys()].entries()) {
      const answer = answers[index] ?? null;
      if (answer === null) decided.delete(key);
      else decided.set(key, answer);
    }
  }

  function decisionOf(question: Question, answer: AccessAnswer | undefined): AccessDecision {
    const { signIn, workspaceId } = question;
    if (signIn.expiresAt !== null && signIn.expiresAt <= now()) return 'unauthenticated';
    const isOutside = signIn.viewer.workspaceId !== null && signIn.viewer.workspaceId !== workspaceId;
    if (isOutside || answer === undefined) return 'not_found';
    if (!answer.signedIn) return 'unauthenticated';
    return answer.rights === null ? 'not_found' : 'entitled';
  }

  return {
    async decide(questions) {
      if (decided.size > maxDecisions) decided.clear();
      await settle(questions);
      return questions.map((question) => {
        const answer = decided.get(keyOf(question));
        return { decision: decisionOf(question, answer), rights: answer?.rights ?? null };
      });
    },
    get decisions() {
      return decided.size;
    },
  };
}

function keyOf({ signIn, workspaceId, tenantId }: Question): string {
  return `${signIn.kind}:${signIn.id}:${signIn.viewer.userId}:${workspaceId}:${tenantId ?? ''}`;
}
