/** One line of the table that npm run bench prints. */
export interface Row {
  /** Of design figures: B1 to B7. */
  readonly id: string;
  readonly subject: string;
  readonly figure: number;
  readonly unit: string;
  /** The figure divided by that of `against`, in the same run. */
  readonly ratio?: number;
  readonly against?: string;
  /** What the ratio (or, without one, the figure) has to reach. */
  readonly wanted?: string;
  readonly ok?: boolean;
}

export interface BenchOptions {
  /** Rows of operation_runs in the database that is measured. */
  readonly runs: number;
  /** Everything once and briefly: shows that it works, and nothing about speed. */
  readonly smoke: boolean;
}

export const round = (value: number, digits = 2) => Number(value.toFixed(digits));

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** `part` from 0 to 1. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Plain work without allocation (ms): what an absolute figure of the same minute is to be read beside. */
export function calibrate(): number {
  const startedAt = performance.now();
  let sum = 0;
  for (let step = 0; step < 100_000_000; step += 1) sum = (sum + step) | 0;
  return performance.now() - startedAt + sum * 0;
}
