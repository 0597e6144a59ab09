import { reasonPath, toNextSteps, type NextStep, type StepContext } from './next-steps.ts';
import { reasons, type ReasonCode } from './reasons.ts';

/** What to do about a reason, ending with the catalog's page. A reason that asks for nothing has no steps at all. */
export function nextStepsFor(reason: ReasonCode, context: StepContext): NextStep[] {
  const keys = reasons[reason].nextSteps;
  if (keys.length === 0) return [];
  return [...toNextSteps(keys, context), { label: 'Read about this reason', url: reasonPath(reason) }];
}
