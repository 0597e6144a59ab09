import { query, type Target } from './api.ts';
import { subscribe } from './event-stream.ts';
import { exitCodes } from './exit-codes.ts';
import { Problem } from './problems.ts';
import type { Check, Run } from './text.ts';
import { documents } from './documents.ts';

export interface Started {
  readonly result: string;
  readonly run: {
    readonly id: string;
    readonly url: string;
    readonly tenant: { readonly name: string } | null;
  };
}

export async function startRun(target: Target, tenantId: string): Promise<Started> {
  const { startVerification } = await query<{ startVerification: Started }>(target, documents.verify, {
    tenantId,
  });
  return startVerification;
}

/** Until the run is completed; `onCheck` hears of each check once, when it is finished. */
export async function followRun(
  target: Target,
  id: string,
  signal: AbortSignal,
  onCheck: (check: Check) => void = () => undefined,
): Promise<Run> {
  const told = new Set<string>();
  let last: Run | null = null;
  for await (const { operationRun } of subscribe<{ operationRun: Run }>(
    target,
    documents.followRun,
    { id },
    signal,
  )) {
    last = operationRun;
    for (const check of operationRun.verificationReport?.checks ?? []) {
      if (check.status === 'RUNNING' || told.has(check.key)) continue;
      told.add(check.key);
      onCheck(check);
    }
  }
  if (last?.status !== 'COMPLETED') {
    throw new Problem('The verification did not complete in time. It is still running: check again later.');
  }
  return last;
}

/** Follows the report. 3 where there is no verdict on the tenant: cancelled, or not verifiable for a passing reason. */
export function exitCodeOf({ outcome, verificationReport }: Run): number {
  const overall = verificationReport?.summary.overall;
  if (overall === 'BLOCKED') return exitCodes.blocked;
  if (outcome !== 'SUCCEEDED' && outcome !== 'PARTIALLY_SUCCEEDED') return exitCodes.notVerified;
  return overall === 'READY' ? exitCodes.ready : exitCodes.needsAttention;
}
