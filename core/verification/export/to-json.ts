import type { ExportedReport } from './exported-report.ts';

/** The stored document, verbatim but for its line breaks: what other programs validate against report.schema.json. */
export function toJson({ document }: ExportedReport): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
