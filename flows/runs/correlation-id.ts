import type { OperationRun } from '../../core/runs/run.ts';

/** Microsoft requires a GUID as client-request-id; this one contains the run's id and attempt in readable form. */
export function toCorrelationId({ id, attempt }: Pick<OperationRun, 'id' | 'attempt'>): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits);
  return `7e4a47a5-0000-4000-8${hex(attempt, 3)}-${hex(id, 12)}`;
}
