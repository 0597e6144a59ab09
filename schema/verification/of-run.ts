import type { ReportCheck } from '../../core/verification/report-facts.ts';
import type { ReportSummary } from '../../core/runs/report-summary.ts';

/** Parts of a report together with the run they were read from: what stands beside the document is found by it. */
export type CheckOfRun = ReportCheck & { readonly runId: number };
export type SummaryOfRun = ReportSummary & { readonly runId: number };
