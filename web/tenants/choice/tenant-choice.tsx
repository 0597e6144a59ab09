import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { texts } from '../../texts.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { PickedTenant } from './tenant-picker.tsx';

const TenantPicker = lazy(async () => ({ default: (await import('./tenant-picker.tsx')).TenantPicker }));

const useStyles = makeStyles({
  choice: { display: 'inline-flex', alignItems: 'center', minWidth: 0, maxWidth: '100%' },
  // As wide as the field that takes its place, so that what stands beside it does not move.
  button: {
    justifyContent: 'space-between',
    width: '220px',
    flexGrow: 1,
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** The tenant that the address names; its name follows with the page's answer. */
export function toChosen(id: string | null, known: Chosen | null | undefined): Chosen | null {
  if (id === null) return null;
  return known?.id === id ? known : { id, name: texts.tenantChoice.unnamed };
}

export interface TenantChoiceProps {
  readonly workspaceId: string;
  readonly chosen: Chosen | null;
  /** What is said while none is chosen. */
  readonly none: string;
  readonly onChoose: (tenant: PickedTenant) => void;
  /** Left out: one must be chosen. */
  readonly onClear?: () => void;
  /** Given by Fluent's Field: what is said below it. */
  readonly 'aria-describedby'?: string;
}

/** One tenant of thousands: a button that says which, and becomes a field to search them in. */
export function TenantChoice(props: TenantChoiceProps) {
  const { workspaceId, chosen, none, onChoose, onClear, 'aria-describedby': describedBy } = props;
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const returns = useRef(false);
  // The field is gone, and with it the focus: unless it has moved on already, the button takes it.
  useEffect(() => {
    if (isOpen || !returns.current) return;
    returns.current = false;
    place.current?.querySelector('button')?.focus();
  }, [isOpen, chosen]);
  const close = () => {
    returns.current = true;
    setOpen(false);
  };
  const button = (
    <Button
      className={styles.button}
      icon={<ChevronDownRegular />}
      iconPosition="after"
      aria-haspopup="listbox"
      aria-expanded={false}
      aria-describedby={describedBy}
      onClick={() => setOpen(true)}
    >
      <span className={styles.name}>
        <VisuallyHidden>{texts.tenantChoice.label}: </VisuallyHidden>
        {chosen?.name ?? none}
      </span>
    </Button>
  );
  return (
    <div className={styles.choice} ref={place}>
      {isOpen ? (
        <Suspense fallback={button}>
          <TenantPicker
            workspaceId={workspaceId}
            onPick={(tenant) => {
              close();
              onChoose(tenant);
            }}
            onDismiss={close}
            onLeave={() => setOpen(false)}
          />
        </Suspense>
      ) : (
        button
      )}
      {!isOpen && chosen !== null && onClear !== undefined && (
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={texts.tenantChoice.clear(chosen.name)}
          onClick={() => {
            returns.current = true;
            onClear();
          }}
        />
      )}
    </div>
  );
}
