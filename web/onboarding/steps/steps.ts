import { useSearchParams } from 'wouter';
import { paths } from '../../paths.ts';

/** The way of a tenant. The first step is over once the session exists; the others are the API's, by its names. */
export const steps = [
  'directory',
  'connection',
  'credential',
  'consent',
  'verification',
  'complete',
] as const;
export type Step = (typeof steps)[number];

export type StepState = 'done' | 'current' | 'ahead';

/** The API names the first step that the facts do not cover; whatever is before it is done. */
export function stateOf(step: Step, current: Step, isCompleted: boolean): StepState {
  if (isCompleted) return 'done';
  const distance = steps.indexOf(step) - steps.indexOf(current);
  if (distance === 0) return 'current';
  return distance < 0 ? 'done' : 'ahead';
}

/** A step that this version of the page does not know yet counts as the last one before it: nothing is skipped. */
export function toStep(name: string): Step {
  return steps.find((step) => step === name) ?? 'directory';
}

/** `?step=` looks back or ahead and can be sent as a link; without it the page goes along with the session. */
export function useShownStep(current: Step): Step {
  const [params] = useSearchParams();
  const asked = params.get('step');
  return asked === null ? current : (steps.find((step) => step === asked) ?? current);
}

export function pathOfStep(sessionId: string, step: Step, current: Step): string {
  return paths.onboarding(sessionId) + (step === current ? '' : `?step=${step}`);
}
