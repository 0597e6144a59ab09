import type { ReportCheck, ReportSummary } from '../../core/verification/report.ts';

/** Parts of a report together with the run they were read from: what stands beside the document is found by it. */
export type CheckOfRun = ReportCheck & { readonly runId: number };
export type SummaryOfRun = ReportSummary & { readonly runId: number };
