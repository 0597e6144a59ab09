import { readFile } from 'node:fs/promises';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { badgeFor } from '../../../../core/presentation/badges.ts';
import type { ExportedReport } from '../../../../core/verification/export/exported-report.ts';
import { toCsv } from '../../../../core/verification/export/to-csv.ts';
import { toHtml } from '../../../../core/verification/export/to-html.ts';
import { toJunit } from '../../../../core/verification/export/to-junit.ts';
import { toSarif } from '../../../../core/verification/export/to-sarif.ts';
import { buildReport } from '../../../../core/verification/report.ts';
import type { ReportCheck } from '../../../../core/verification/report-facts.ts';
import { arbitraryChecks, hostileText } from '../arbitrary-report.ts';

/** Every check may be acknowledged here, so that what people wrote is in the exports too. */
const arbitraryExport: fc.Arbitrary<ExportedReport> = fc
  .record({ checks: arbitraryChecks({ text: hostileText }), words: hostileText, name: hostileText })
  .map(({ checks, words, name }) => exportOf(checks, { tenantName: `${name} Ltd`, words }));

function exportOf(
  checks: readonly ReportCheck[],
  {
    tenantName = 'Alder',
    words = 'known',
    entraTenantId = '292f6999-2f83-4d34-a419-67a088c41314',
  }: { tenantName?: string; words?: string; entraTenantId?: string } = {},
): ExportedReport {
  const generatedAt = new Date('2026-03-01T10:00:00Z');
  const report = buildReport({ flow: 'provider.connection.check', generatedAt, previousReportId: 3, checks });
  return {
    runId: 12,
    url: 'https://tenantatlas.example/operations/12',
    tenantName,
    entraTenantId,
    outcome: 'failed',
    startedAt: new Date('2026-03-01T09:59:58.500Z'),
    completedAt: generatedAt,
    report,
    document: report,
    badges: {
      overall: badgeFor('verification_overall', report.summary.overall),
      ofCheck: (status) => badgeFor('check_status', status),
    },
    acknowledgements: checks
      .filter(({ status }) => status === 'fail')
      .map(({ key }) => ({
        checkKey: key,
        reason: words,
        acknowledgedBy: `${words} Doe`,
        acknowledgedAt: generatedAt,
        expiresAt: null,
      })),
  };
}

function check(key: string, status: ReportCheck['status'], rest: Partial<ReportCheck> = {}): ReportCheck {
  const reason_code = status === 'pass' ? null : 'permission.missing';
  const evidence = status === 'skip' ? [{ kind: 'precondition', value: 'b.fail' }] : [];
  const verdict = { status, reason_code, evidence, message: `${key} says`, severity: 'high' } as const;
  return { key, title: key, blocking: false, next_steps: [], ...verdict, ...rest };
}

const oneOfEach = [
  check('a.pass', 'pass'),
  check('b.fail', 'fail'),
  check('c.warn', 'warn'),
  check('d.unknown', 'unknown'),
  check('e.skip', 'skip'),
];

const xsd = readFile(new URL('./junit.xsd', import.meta.url), 'utf8');
const lint = async (xml: string) =>
  await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema: [await xsd] });

describe('JUnit XML', () => {
  it('is read by libxml2 and fits its schema, whatever was written in the directory', async () => {
    const samples = fc.sample(arbitraryExport, 25);
    for (const exported of samples) {
      expect((await lint(toJunit(exported))).errors).toEqual([]);
    }
  });

  it('is red on what failed, could not be read or is not finished, and says so when a failure is known', () => {
    const xml = toJunit(exportOf(oneOfEach));
    expect(xml).toContain('tests="5" failures="1" errors="1" skipped="1"');
    expect(xml).toMatch(
      /[.]b[.]fail" name="b.fail".*\n\s*<failure message="b.fail says" type="permission.missing">/,
    );
    expect(xml).toMatch(/[.]d[.]unknown" name="d.unknown".*\n\s*<error /);
    expect(xml).toMatch(/[.]e[.]skip" name="e.skip".*\n\s*<skipped>/);
    expect(xml).toContain('<system-out>Acknowledged: known (known Doe)</system-out>');
    expect(xml.match(/<failure /g)).toHaveLength(1);
  });

  it('names no case as another tenant’s report does, because pipelines merge them', () => {
    const ofTwo = ['292f6999-2f83-4d34-a419-67a088c41314', '8a1f2c3d-0000-4000-8000-000000000002'].map(
      (entraTenantId) => toJunit(exportOf(oneOfEach, { entraTenantId })),
    );
    const names = [...ofTwo.join('').matchAll(/<testcase (classname="[^"]*" name="[^"]*")/g)].map(
      ([, name]) => name,
    );
    expect([names.length, new Set(names).size]).toEqual([10, 10]);
  });
});

describe('SARIF', () => {
  const validate = compileSarifSchema();

  it('fits the public schema of version 2.1.0, whatever was written in the directory', () => {
    fc.assert(
      fc.property(arbitraryExport, (exported) => {
        const isValid = validate(JSON.parse(toSarif(exported)));
        expect(validate.errors ?? []).toEqual([]);
        expect(isValid).toBe(true);
      }),
    );
  });

  it('has a kind for each verdict, a level for failures only, and suppresses nothing', () => {
    const { runs } = JSON.parse(toSarif(exportOf(oneOfEach))) as {
      runs: { results: { ruleId: string; kind: string; level: string; suppressions?: unknown }[] }[];
    };
    const results = runs[0]?.results ?? [];
    expect(results.map(({ kind, level }) => [kind, level])).toEqual([
      ['pass', 'none'],
      ['fail', 'error'],
      ['fail', 'warning'],
      ['open', 'none'],
      ['notApplicable', 'none'],
    ]);
    expect(results.every(({ suppressions }) => suppressions === undefined)).toBe(true);
  });
});

describe('SARIF for code scanning of GitHub', () => {
  it('has what it refuses a file without: help for each rule, and a place in the repository for each result', () => {
    const { runs } = JSON.parse(toSarif(exportOf(oneOfEach))) as {
      runs: {
        tool: { driver: { rules: { fullDescription?: unknown; help?: unknown }[] } };
        results: { locations: { physicalLocation?: unknown }[] }[];
      }[];
    };
    const [run] = runs;
    expect(run?.tool.driver.rules).toHaveLength(5);
    for (const rule of run?.tool.driver.rules ?? []) {
      expect(rule.fullDescription).toEqual({ text: expect.any(String) });
      expect(rule.help).toEqual({ text: expect.any(String), markdown: expect.any(String) });
    }
    for (const { locations } of run?.results ?? [])
      expect(locations[0]?.physicalLocation).toMatchObject({
        artifactLocation: { uri: expect.any(String) },
        region: { startLine: 1 },
      });
  });
});

describe('CSV', () => {
  it('starts with a byte order mark, without which Excel misreads every accent', () => {
    expect(toCsv(exportOf(oneOfEach)).startsWith('\uFEFF"run_id"')).toBe(true);
  });

  it('gives back every text, and no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(arbitraryExport, (exported) => {
        const [head, ...lines] = parseCsv(toCsv(exported));
        expect(lines).toHaveLength(exported.report.checks.length);
        const column = head?.indexOf('message') ?? -1;
        for (const [index, line] of lines.entries()) {
          expect(line).toHaveLength(head?.length ?? 0);
          const message = exported.report.checks[index]?.message ?? '';
          expect([message, `'${message}`]).toContain(line[column]);
          for (const cell of line) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        }
      }),
    );
  });
});

describe('the customer’s page', () => {
  it('has no script and no tag that was not ours, whatever the tenant is called', () => {
    fc.assert(
      fc.property(arbitraryExport, (exported) => {
        const tags = [...toHtml(exported).matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, name]) => name);
        expect(ours).toEqual(expect.arrayContaining([...new Set(tags)]));
      }),
    );
  });

  it('leaves out evidence, ids, links, codes, and who acknowledged what', () => {
    const secretive = check('b.fail', 'fail', {
      evidence: [{ kind: 'request_id', value: 'REQUEST-1' }],
      next_steps: [{ label: 'Inside', url: '/tenants/1' }],
      message: 'MESSAGE-1',
    });
    const html = toHtml(exportOf([check('a.pass', 'pass'), secretive], { words: 'because of Bob' }));
    const hidden = [
      'REQUEST-1',
      '/tenants/1',
      'MESSAGE-1',
      'because of Bob',
      'permission.missing',
      'operations',
      '292f6999',
    ];
    for (const text of hidden) expect(html).not.toContain(text);
    expect(html).toContain('A required application permission is not granted.');
    expect(html).toContain('Your administrator has to act.');
  });
});

const ours = [
  '!doctype',
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'header', 'h1', 'p', 'strong', 'time'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

/** Ajv speaks draft 7, and one pattern of the schema is no Unicode one; between draft 4 and it lie only names that this schema does not use. */
function compileSarifSchema() {
  const { $schema: _dialect, id: _id, ...schema } = sarifSchema as Record<string, unknown>;
  return addFormats
    .default(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false }))
    .compile(schema);
}

/** RFC 4180 with every cell quoted. */
function parseCsv(text: string): string[][] {
  expect(text.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [];
  for (const [cell, , end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    const row = rows.at(-1) ?? [];
    if (rows.length === 0) rows.push(row);
    row.push(cell.slice(1, cell.lastIndexOf('"')).replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
