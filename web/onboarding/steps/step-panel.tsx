import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { texts } from '../../texts.ts';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Step } from './steps.ts';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
  },
  about: { margin: 0, maxWidth: '68ch', color: tokens.colorNeutralForeground2 },
  // Facts bring the padding of a panel with them, which the step has given already.
  facts: { margin: `calc(-1 * ${tokens.spacingVerticalM}) calc(-1 * ${tokens.spacingHorizontalL})` },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

export interface StepPanelProps {
  readonly step: Step;
  readonly children: ReactNode;
}

/** The step that is being looked at. It takes the focus when the button that was pressed has gone with its own step. */
export function StepPanel({ step, children }: StepPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    if (document.activeElement === document.body) panel.current?.focus();
  }, [step]);
  return (
    <Panel title={texts.onboarding.steps[step].title} ref={panel}>
      <StepBody>{children}</StepBody>
    </Panel>
  );
}

export function StepBody({ children }: { children: ReactNode }) {
  return <div className={useStyles().body}>{children}</div>;
}

export function About({ children }: { children: ReactNode }) {
  return <p className={useStyles().about}>{children}</p>;
}

export function StepFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <div className={useStyles().facts}>
      <Facts facts={facts} />
    </div>
  );
}

export function Buttons({ children }: { children: ReactNode }) {
  return <div className={useStyles().buttons}>{children}</div>;
}
