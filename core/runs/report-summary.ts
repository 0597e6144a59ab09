/** The summary of a verification's report, kept on its run so that a list of runs does not open any document. */
export const checkStatuses = ['pass', 'fail', 'warn', 'unknown', 'skip', 'running'] as const;
export type CheckStatus = (typeof checkStatuses)[number];
export type ReportCounts = Readonly<Record<CheckStatus | 'total', number>>;

export const reportOveralls = ['ready', 'needs_attention', 'blocked', 'running'] as const;
export type ReportOverall = (typeof reportOveralls)[number];

export interface ReportSummary {
  readonly overall: ReportOverall;
  readonly counts: ReportCounts;
}
