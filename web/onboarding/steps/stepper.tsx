import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { texts } from '../../texts.ts';
import type { Tone } from '../../ui/badge.ts';
import { PlainList } from '../../ui/plain-list.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { pathOfStep, stateOf, steps, toStep, type Step, type StepState } from './steps.ts';
import { surface } from '../../ui/surface.ts';

const StepperFragment = graphql(`
  fragment Stepper on TenantOnboardingSession {
    id
    status
    currentStep
  }
`);

const looks = {
  done: { color: 'SUCCESS', icon: 'checkmark-circle' },
  current: { color: 'INFO', icon: 'arrow-circle-right' },
  ahead: { color: 'NEUTRAL', icon: 'circle' },
} as const satisfies Record<StepState, { color: Tone; icon: string }>;

/** Disjoint: where two applied, the wider one would win. */
const narrow = '@media (min-width: 481px) and (max-width: 860px)';
const narrowest = '@media (max-width: 480px)';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    [narrow]: { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    [narrowest]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusLarge,
    borderBottom: `${tokens.strokeWidthThicker} solid transparent`,
    // There a transparent border is drawn, and every step would look like the one that is shown.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { backgroundColor: surface.hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    '& > svg': { fontSize: '20px', gridRow: 'span 2' },
    [narrowest]: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  },
  shown: {
    backgroundColor: surface.selected,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  label: { lineHeight: tokens.lineHeightBase200, overflow: 'hidden', textOverflow: 'ellipsis' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  state: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface StepperProps {
  readonly session: FragmentType<typeof StepperFragment>;
  readonly shown: Step;
}

/** All the steps at a glance; each can be looked at, also when it is over or not yet its turn. */
export function Stepper({ session, shown }: StepperProps) {
  const styles = useStyles();
  const { id, status, currentStep } = readFragment(StepperFragment, session);
  const current = toStep(currentStep);
  return (
    <nav aria-label={texts.onboarding.stepper}>
      <PlainList ordered className={styles.list}>
        {steps.map((step) => {
          const state = stateOf(step, current, status === 'COMPLETED');
          return (
            <li key={step}>
              <Link
                href={pathOfStep(id, step, current)}
                className={mergeClasses(styles.step, step === shown && styles.shown)}
                {...(state === 'current' && { 'aria-current': 'step' })}
              >
                <StatusIcon badge={looks[state]} />
                <span className={mergeClasses(styles.label, step === shown && styles.strong)}>
                  {texts.onboarding.steps[step].label}
                </span>
                <span className={styles.state}>{texts.onboarding.states[state]}</span>
              </Link>
            </li>
          );
        })}
      </PlainList>
    </nav>
  );
}
