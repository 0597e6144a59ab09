import { describe, expect, it } from 'vitest';
import {
  assertCompletable,
  currentStepOf,
  type OnboardingFacts,
  type OnboardingStep,
} from '../../core/onboarding.ts';

const nothing: OnboardingFacts = {
  connectionId: null,
  hasCredential: false,
  consent: 'unknown',
  verification: null,
};
const connected = { ...nothing, connectionId: 1 };
const withSecret = { ...connected, hasCredential: true };
const consented = { ...withSecret, consent: 'granted' } as const;
const verified = (reportOverall: 'ready' | 'needs_attention' | 'blocked') =>
  ({ ...consented, verification: { id: 1, status: 'completed', reportOverall } }) as const;
const running = {
  ...consented,
  verification: { id: 1, status: 'running', reportOverall: 'running' },
} as const;

describe('the step of an onboarding', () => {
  const steps: readonly (readonly [string, OnboardingFacts, OnboardingStep])[] = [
    ['begun', nothing, 'connection'],
    ['connected', connected, 'credential'],
    ['with a credential', withSecret, 'consent'],
    ['declined', { ...withSecret, consent: 'declined' }, 'consent'],
    ['consented', consented, 'verification'],
    ['being verified', running, 'verification'],
    ['blocked', verified('blocked'), 'verification'],
    ['verified', verified('needs_attention'), 'complete'],
    [
      'verified although nobody told us of a consent',
      { ...verified('ready'), consent: 'unknown' },
      'complete',
    ],
    ['without its credential again', { ...verified('ready'), hasCredential: false }, 'credential'],
  ];
  it.each(steps)('%s', (_what, facts, step) => {
    expect(currentStepOf(facts)).toBe(step);
  });
});

describe('an onboarding can be completed', () => {
  const cases: readonly (readonly [string, OnboardingFacts, boolean, boolean])[] = [
    ['ready', verified('ready'), true, true],
    ['needs attention', verified('needs_attention'), true, true],
    ['blocked', verified('blocked'), false, true],
    ['never verified', consented, false, true],
    ['under way', running, false, false],
  ];
  it.each(cases)('%s', (_what, facts, plainly, overridden) => {
    const isAllowed = (isOverridden: boolean) => {
      try {
        assertCompletable(facts, isOverridden);
        return true;
      } catch {
        return false;
      }
    };
    expect([isAllowed(false), isAllowed(true)]).toEqual([plainly, overridden]);
  });
});
