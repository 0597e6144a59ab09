import { stepLabel } from '../../../core/reasons/next-steps.ts';
import { reasons, type Actor, type Reason } from '../../../core/reasons/reasons.ts';
import { tokenReasons, type ReasonOf } from '../../../providers/microsoft/reasons/token-table.ts';

const actorNames: Record<Actor, string> = {
  provider_admin: 'You (the provider)',
  customer_admin: 'The customer’s administrator',
  microsoft: 'Microsoft',
  tenantatlas: 'TenantAtlas',
  nobody: 'No one',
};

/** docs/reasons.md: the catalog and Entra's numbers that lead to each reason. Generated, so that it cannot be wrong. */
export function toReasonsPage(): string {
  const areas = Map.groupBy(Object.entries<Reason>(reasons), ([code]) => code.split('.')[0] ?? '');
  return [
    '# Reasons',
    '',
    'Why a check did not pass, why a start was refused, why a run ended as it did. Codes never change.',
    'Generated from `core/reasons/reasons.ts` and `providers/microsoft/reasons/token-table.ts` by `npm run reasons`.',
    '',
    ...[...areas].flatMap(([area, entries]) => [`## ${area}`, '', ...entries.flatMap(toSection)]),
  ].join('\n');
}

function toSection([code, reason]: [string, Reason]): string[] {
  const { message, severity, blocking, retryable, actor, nextSteps } = reason;
  const numbers = numbersOf(code);
  return [
    `### ${code}`,
    '',
    message,
    '',
    `- Severity: ${severity}${blocking ? ', blocks the tenant' : ''}`,
    `- Acts: ${actorNames[actor]}`,
    `- Resolves on its own: ${retryable ? 'yes' : 'no'}`,
    ...(nextSteps.length === 0 ? [] : [`- Next: ${nextSteps.map(stepLabel).join('; ')}`]),
    ...(numbers.length === 0 ? [] : [`- Entra’s codes: ${numbers.join(', ')}`]),
    '',
  ];
}

function numbersOf(code: string): string[] {
  return tokenReasons.rows
    .filter(([, reason]) => reasonsIn(reason).includes(code))
    .flatMap(([numbers]) => numbers.map((number) => `AADSTS${number}`));
}

/** Which of several it is depends on the credential in use. */
function reasonsIn(reason: ReasonOf): readonly string[] {
  return typeof reason === 'string' ? [reason] : Object.values(reason);
}
