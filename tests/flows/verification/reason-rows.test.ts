import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isReasonCode, reasons, type ReasonCode } from '../../../core/reasons/reasons.ts';
import { sentenceFor } from '../../../core/reasons/sentences.ts';
import { addFault } from '../../../sandbox/graph/changes.ts';
import { captivePortal, type FaultAnswer } from '../../../sandbox/control/faults.ts';
import { expectedTokenReasons } from '../../providers/support/expected-token-reasons.ts';
import {
  createVerificationWorld,
  mapLimited,
  type VerificationWorld,
  type Verified,
} from './verification-world.ts';

/** What one answer of Microsoft's, at one place, makes of a whole verification of an otherwise healthy tenant. */
interface Row {
  readonly name: string;
  readonly on: string;
  readonly answer: FaultAnswer;
  readonly key: string;
  readonly reason: ReasonCode;
}

const graph = (status: number, code = 'Whatever', message?: string): FaultAnswer => ({
  kind: 'graph',
  status,
  code,
  ...(message === undefined ? {} : { message }),
});

const graphAnswers: readonly [string, FaultAnswer, ReasonCode][] = [
  ['401', graph(401, 'InvalidAuthenticationToken'), 'token.rejected'],
  // The token carries the permission.
  ['403', graph(403, 'Authorization_RequestDenied'), 'permission.not_yet_effective'],
  [
    '400 not applicable',
    graph(400, 'BadRequest', 'Request not applicable to target tenant.'),
    'licence.intune_missing',
  ],
  ['400 otherwise', graph(400, 'BadRequest', 'Syntax error'), 'provider.unmapped'],
  ['429', { ...graph(429), retryAfterSeconds: 120 } as FaultAnswer, 'throttled.graph'],
  ['509', graph(509), 'throttled.graph'],
  ['500', graph(500), 'provider.internal'],
  ['502', graph(502), 'provider.transient'],
  ['503', graph(503), 'provider.transient'],
  ['504', graph(504), 'provider.transient'],
];

const faults: readonly [string, FaultAnswer, ReasonCode][] = [
  ['a reset', { kind: 'reset' }, 'network.reset'],
  ['silence', { kind: 'hang' }, 'network.timeout'],
  ['a redirect', { kind: 'redirect', location: 'https://elsewhere.invalid/' }, 'network.redirect_refused'],
  ['HTML', captivePortal, 'provider.bad_response'],
  [
    '200 {}',
    { kind: 'raw', status: 200, contentType: 'application/json', body: '{}' },
    'provider.bad_response',
  ],
  ['half a body', { kind: 'truncated' }, 'provider.bad_response'],
  ['50 MB', { kind: 'huge', bytes: 50 * 1024 * 1024 }, 'provider.bad_response'],
];

const at = (on: string, key: string, answers: readonly [string, FaultAnswer, ReasonCode][]): Row[] =>
  answers.map(([name, answer, reason]) => ({ name: `${name} from ${on}`, on, answer, key, reason }));

const rows: readonly Row[] = [
  ...Object.entries(expectedTokenReasons).map(([code, reason]) => ({
    name: `AADSTS${code}`,
    on: 'token',
    answer: { kind: 'aadsts', code: Number(code) } as const,
    key: 'token.acquire',
    reason,
  })),
  {
    name: 'an unknown AADSTS number',
    on: 'token',
    answer: { kind: 'aadsts', code: 7_654_321, error: 'invalid_grant' },
    key: 'token.acquire',
    reason: 'sign_in.refused',
  },
  ...at('token', 'token.acquire', faults),
  ...at('/organization', 'tenant.identity', [...graphAnswers, ...faults]),
];

const impatient = { bounds: { patienceMs: 0, tokenTimeoutMs: 3000, graphTimeoutMs: 3000 } };

let world: VerificationWorld;
let results: Map<string, Verified>;
beforeAll(async () => {
  world = await createVerificationWorld(impatient);
  const verified = await mapLimited(rows, 8, async ({ on, answer }) => {
    const tenant = await world.addTenant();
    addFault(world.sandbox.state, { on, answer, tenantId: tenant.tenantId });
    return await world.verify(tenant);
  });
  results = new Map(rows.map(({ name }, index) => [name, verified[index] as Verified]));
}, 240_000);
afterAll(() => world[Symbol.asyncDispose]());

describe('every answer of the reason table, from the request to the stored report', () => {
  test.for(rows)('$name: $reason', ({ name, key, reason }) => {
    const { outcome, report } = results.get(name) as Verified;
    const check = report.checks.find((candidate) => candidate.key === key);
    const { nextSteps } = reasons[reason];
    const message = sentenceFor(reason, check?.evidence ?? []);
    // A number, or an OAuth `error`, is an answer; what says "not now" or "my fault" is none.
    const isRefusal = name.includes('AADSTS') && !/^(throttled|provider)\./.test(reason);
    expect({ outcome, overall: report.summary.overall, check }).toMatchObject({
      outcome: 'failed',
      overall: isRefusal ? 'blocked' : 'needs_attention',
      check: { status: isRefusal ? 'fail' : 'unknown', reason_code: reason, message },
    });
    expect(check?.next_steps.at(-1)).toEqual({
      label: 'Read about this reason',
      url: `/help/reasons#${reason}`,
    });
    // Portals are left out for the sandbox, which has none: a dead link is worse than none.
    expect(nextSteps.length).toBeGreaterThan(0);
    expect(check?.evidence.length).toBeGreaterThan(0);
  });

  test('what comes before the fault has passed, and nothing after it fails for it', () => {
    for (const { name, key } of rows) {
      const { report } = results.get(name) as Verified;
      const index = report.checks.findIndex((check) => check.key === key);
      expect([name, report.checks.slice(0, index).map(({ status }) => status)]).toEqual([
        name,
        Array.from({ length: index }, () => 'pass'),
      ]);
      const failed = report.checks.filter(({ status }) => status === 'fail').map((check) => check.key);
      expect([name, failed.filter((candidate) => candidate !== key)]).toEqual([name, []]);
    }
  });
});

test('every reason in a stored report is in the catalog', () => {
  for (const { report } of results.values()) {
    for (const { reason_code } of report.checks) {
      expect(reason_code === null || isReasonCode(reason_code)).toBe(true);
    }
  }
});
