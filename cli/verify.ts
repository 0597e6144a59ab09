import { ApiProblem, query, subscribe } from './api.ts';
import type { Command } from './arguments.ts';
import { findTenantId } from './find-tenant.ts';
import { toText, type Check, type Run } from './text.ts';

const start = `mutation Verify($tenantId: ID!) {
  startVerification(input: { tenantId: $tenantId }) { result run { id url } }
}`;

const follow = `subscription FollowRun($id: ID!) {
  operationRun(id: $id) {
    id url status outcome verdict version durationMs
    tenant { name }
    failureSummary { code reasonCode message }
    verificationReport {
      summary { overall counts { total pass fail warn unknown skip } }
      checks { key title status severity reasonCode message nextSteps { label url } }
    }
  }
}`;

export const exitCodes = { ready: 0, needsAttention: 1, blocked: 2, failed: 3 } as const;

type VerifyCommand = Extract<Command, { kind: 'verify' }>;

interface Started {
  readonly startVerification: {
    readonly result: string;
    readonly run: { readonly id: string; readonly url: string };
  };
}

/** Returns the exit code. Progress goes to stderr, so that stdout holds the result and nothing else. */
export async function verify(command: VerifyCommand): Promise<number> {
  const { target, wait, json } = command;
  const tenantId = await findTenantId(target, command.tenant);
  const { startVerification } = await query<Started>(target, start, { tenantId });
  const { result, run } = startVerification;
  console.error(`${announcements[result] ?? result} ${run.url}`);
  if (!wait) {
    console.log(json ? JSON.stringify({ result, ...run }) : run.id);
    return result === 'BLOCKED' ? exitCodes.blocked : exitCodes.ready;
  }
  const finished = await followRun(command, run.id);
  console.log(json ? JSON.stringify(finished, null, 2) : toText(finished));
  return toExitCode(finished);
}

const announcements: Record<string, string> = {
  STARTED: 'Started:',
  DEDUPED: 'Under way already:',
  SCOPE_BUSY: 'Another operation is using the connection; waiting for it:',
  BLOCKED: 'Blocked:',
};

async function followRun({ target, timeoutSeconds }: VerifyCommand, id: string): Promise<Run> {
  const deadline = AbortSignal.timeout(timeoutSeconds * 1000);
  const told = new Set<string>();
  let last: Run | null = null;
  for await (const { operationRun } of subscribe<{ operationRun: Run }>(target, follow, { id }, deadline)) {
    last = operationRun;
    for (const check of operationRun.verificationReport?.checks ?? []) tell(check, told);
  }
  if (last?.status !== 'COMPLETED') {
    throw new ApiProblem(
      `The verification did not complete within ${timeoutSeconds} seconds. It is still running: check again later.`,
    );
  }
  return last;
}

function tell({ key, title, status }: Check, told: Set<string>): void {
  if (status === 'RUNNING' || told.has(key)) return;
  told.add(key);
  console.error(`  ${status.toLowerCase().padEnd(8)}${title}`);
}

/** Follows the report. 3 where there is no verdict on the tenant: cancelled, or not verifiable for a passing reason. */
function toExitCode({ outcome, verificationReport }: Run): number {
  const overall = verificationReport?.summary.overall;
  if (overall === 'BLOCKED') return exitCodes.blocked;
  if (outcome !== 'SUCCEEDED' && outcome !== 'PARTIALLY_SUCCEEDED') return exitCodes.failed;
  return overall === 'READY' ? exitCodes.ready : exitCodes.needsAttention;
}
