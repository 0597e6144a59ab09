import type { ExportedReport } from './exported-report.ts';
import { toCsv } from './to-csv.ts';
import { toHtml } from './to-html.ts';
import { toJson } from './to-json.ts';
import { toJunit } from './to-junit.ts';
import { toSarif } from './to-sarif.ts';

export interface ExportFormat {
  readonly contentType: string;
  readonly render: (exported: ExportedReport) => string;
}

const junit: ExportFormat = { contentType: 'application/xml; charset=utf-8', render: toJunit };

/** By the ending of `/reports/<run id>.<ending>`. Endings are public: scripts and the command line use them. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  json: { contentType: 'application/json; charset=utf-8', render: toJson },
  csv: { contentType: 'text/csv; charset=utf-8; header=present', render: toCsv },
  'junit.xml': junit,
  xml: junit,
  sarif: { contentType: 'application/sarif+json; charset=utf-8', render: toSarif },
  html: { contentType: 'text/html; charset=utf-8', render: toHtml },
};
