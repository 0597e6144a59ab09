import { isReasonCode, reasons } from '../../reasons/reasons.ts';
import { sentenceFor } from '../../reasons/sentences.ts';
import type { ReportCheck } from '../report-facts.ts';
import type { ExportedBadge, ExportedReport } from './exported-report.ts';
import { escapeMarkup } from './markup.ts';

/**
 * For the customer: what was checked, its status, and what is theirs to do. Left out on purpose: ids and request ids,
 * evidence, links into our pages and portals, acknowledgements and who gave them, and reason codes. One file without
 * scripts, so that it can be mailed.
 */
export function toHtml({ report, tenantName, badges }: ExportedReport): string {
  const { generated_at: generatedAt, checks } = report;
  const { counts } = report.summary;
  const { overall } = badges;
  const title = `Verification of ${tenantName}`;
  const passed = `${counts.pass} of ${counts.total} checks passed.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeMarkup(title)}</h1>
<p><strong class="${overall.color}">${escapeMarkup(overall.label)}</strong> ${passed}</p>
<p class="quiet">As of <time datetime="${escapeMarkup(generatedAt)}">${escapeMarkup(toDay(generatedAt))}</time></p>
</header>
<table>
<thead><tr><th scope="col">Check</th><th scope="col">Result</th><th scope="col">What it means</th></tr></thead>
<tbody>
${checks.map((check) => toRow(check, badges.ofCheck(check.status))).join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function toRow(check: ReportCheck, badge: ExportedBadge): string {
  const todo = isTheirs(check) ? '<p><strong>Your administrator has to act.</strong></p>' : '';
  return `<tr><th scope="row">${escapeMarkup(check.title)}</th><td><strong class="${badge.color}">${escapeMarkup(badge.label)}</strong></td><td><p>${escapeMarkup(toSentence(check))}</p>${todo}</td></tr>`;
}

/** From the evidence and not the stored message, which may name ids of ours. */
function toSentence({ status, reason_code: code, evidence }: ReportCheck): string {
  if (status === 'pass') return 'Passed.';
  if (status === 'running') return 'Not finished yet.';
  return code !== null && isReasonCode(code) ? sentenceFor(code, evidence) : 'Not passed.';
}

function isTheirs({ status, reason_code: code }: ReportCheck): boolean {
  const isOpen = status === 'fail' || status === 'warn';
  return isOpen && code !== null && isReasonCode(code) && reasons[code].actor === 'customer_admin';
}

function toDay(generatedAt: string): string {
  return `${generatedAt.slice(0, 10)} ${generatedAt.slice(11, 16)} UTC`;
}

/** Dark enough on white for small text (WCAG AA, 4.5:1). */
const colors: Record<ExportedBadge['color'], string> = {
  neutral: '#424242',
  info: '#0f548c',
  success: '#0e700e',
  warning: '#8a3707',
  danger: '#b10e1c',
};

const style = [
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#242424;background:#fff}',
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem;border-top:1px solid #d1d1d1}',
  'p{margin:0 0 .25rem}.quiet{color:#616161}',
  ...Object.entries(colors).map(([name, color]) => `.${name}{color:${color}}`),
].join('');
