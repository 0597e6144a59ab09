import type { Acknowledgement } from '../acknowledgement.ts';
import type { VerificationReport } from '../report.ts';
import type { ReportCheck } from '../report-facts.ts';
import type { CheckStatus } from '../../runs/report-summary.ts';
import type { FinalOutcome, RunOutcome } from '../../runs/run.ts';

/** Everything an export is made from. Renderers are pure: the same facts give the same bytes. */
export interface ExportedReport {
  readonly runId: number;
  /** The run's page, absolute. */
  readonly url: string;
  readonly tenantName: string;
  /** The directory the run was pointed at; null where it had no connection. */
  readonly entraTenantId: string | null;
  readonly outcome: RunOutcome | FinalOutcome;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  readonly report: VerificationReport;
  /** As it is stored, whatever its version. */
  readonly document: unknown;
  readonly acknowledgements: readonly ExportedAcknowledgement[];
  /** How statuses are shown everywhere: passed in, because presentation knows reports and not the other way round. */
  readonly badges: {
    readonly overall: ExportedBadge;
    readonly ofCheck: (status: CheckStatus) => ExportedBadge;
  };
}

export interface ExportedBadge {
  readonly label: string;
  readonly color: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
}

export interface ExportedAcknowledgement extends Pick<
  Acknowledgement,
  'checkKey' | 'reason' | 'acknowledgedAt' | 'expiresAt'
> {
  readonly acknowledgedBy: string;
}

export function acknowledgementOf(
  { acknowledgements }: ExportedReport,
  { key }: ReportCheck,
): ExportedAcknowledgement | null {
  return acknowledgements.find(({ checkKey }) => checkKey === key) ?? null;
}

/** One line for people: "known: <reason> (<who>, until <day>)". It stands beside a red check and leaves it red. */
export function describeAcknowledgement(given: ExportedAcknowledgement): string {
  const until = given.expiresAt === null ? '' : `, until ${given.expiresAt.toISOString().slice(0, 10)}`;
  return `Acknowledged: ${given.reason} (${given.acknowledgedBy}${until})`;
}
