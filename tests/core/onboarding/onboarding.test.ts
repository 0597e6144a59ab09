import { describe, expect, it } from 'vitest';
import type { Role } from '../../../core/access/access.ts';
import { onboardingActionsFor } from '../../../core/presentation/onboarding-actions.ts';
import {
  assertCompletable,
  currentStepOf,
  type OnboardingFacts,
  type OnboardingStatus,
  type OnboardingStep,
} from '../../../core/onboarding/onboarding.ts';

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
      'verified although no one told us of a consent',
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

describe('what can be done in an onboarding', () => {
  const everything = ['choose_connection', 'create_consent_link', 'verify', 'complete', 'override', 'cancel'];
  const without = (...names: string[]) => everything.filter((name) => !names.includes(name));
  const cases: readonly (readonly [string, OnboardingStatus, OnboardingFacts, Role, readonly string[]])[] = [
    ['verified, to an owner', 'in_progress', verified('ready'), 'owner', everything],
    ['verified, to a manager', 'in_progress', verified('ready'), 'manager', without('override')],
    ['blocked, to an owner', 'in_progress', verified('blocked'), 'owner', without('complete')],
    ['just started', 'in_progress', nothing, 'owner', without('create_consent_link', 'complete')],
    ['being verified', 'in_progress', running, 'owner', without('verify', 'complete', 'override')],
    ['to an operator', 'in_progress', verified('ready'), 'operator', []],
    ['completed', 'completed', verified('ready'), 'owner', []],
  ];
  it.each(cases)('%s', (_what, status, facts, role, enabled) => {
    const actions = onboardingActionsFor({ status, facts }, role, {
      userId: 1,
      workspaceId: null,
      scopes: null,
    });
    expect(actions.map(({ action }) => action)).toEqual(everything);
    expect(actions.filter((each) => each.enabled).map(({ action }) => action)).toEqual(enabled);
    for (const { enabled: isEnabled, disabledReason } of actions) {
      expect(disabledReason === null).toBe(isEnabled);
    }
  });

  it('asks for the right to start operations, too, before it verifies', () => {
    const viewer = { userId: 1, workspaceId: null, scopes: ['view', 'tenant.manage'] } as const;
    const actions = onboardingActionsFor({ status: 'in_progress', facts: consented }, 'owner', viewer);
    expect(actions.find(({ action }) => action === 'verify')?.disabledReason).toBe(
      'Your role here does not include starting or stopping operations.',
    );
  });
});
