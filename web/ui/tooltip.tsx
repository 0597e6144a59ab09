import { makeStyles, tokens } from '@fluentui/react-components';
import {
  cloneElement,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type HTMLAttributes,
  type ReactElement,
  type SyntheticEvent,
} from 'react';

const useStyles = makeStyles({
  tooltip: {
    position: 'fixed',
    inset: 'auto',
    margin: 0,
    maxWidth: '240px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalSNudge}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'break-word',
    filter: `drop-shadow(0 0 2px ${tokens.colorNeutralShadowAmbient}) drop-shadow(0 4px 8px ${tokens.colorNeutralShadowKey})`,
  },
});

export interface TooltipProps {
  readonly content: string;
  /** What the content is to the child: its name, or more about it. */
  readonly relationship: 'label' | 'description';
  /** One element that passes event handlers and ARIA attributes on. */
  readonly children: ReactElement<HTMLAttributes<HTMLElement>>;
}

/**
 * The browser's own popover, so that nothing cuts it off: Fluent's tooltip brings a layout library of 14 KB to every page.
 * Shown while the pointer rests on the child or on the tooltip, and while the keyboard's focus is on the child. Escape
 * hides it and does nothing else. Pressed, the child has nothing more to say until the next visit.
 */
export function Tooltip({ content, relationship, children }: TooltipProps) {
  const styles = useStyles();
  const id = useId();
  const tooltip = useRef<HTMLSpanElement>(null);
  const { anchor, show, showSoon, hide, hideSoon } = useVisibility();
  usePopover(tooltip, anchor, hide);
  // Its size changes with what it says.
  useLayoutEffect(() => {
    if (anchor !== null && tooltip.current !== null) place(tooltip.current, anchor);
  }, [anchor, content]);
  const { props } = children;
  return (
    <>
      {cloneElement(children, {
        ...(relationship === 'label' ? { 'aria-label': content } : { 'aria-describedby': id }),
        onPointerEnter: both(props.onPointerEnter, showSoon),
        onPointerLeave: both(props.onPointerLeave, hideSoon),
        onFocus: both(props.onFocus, (event) => {
          if (event.currentTarget.matches(':focus-visible')) show(event);
        }),
        onBlur: both(props.onBlur, hide),
        onClick: both(props.onClick, hide),
      })}
      <span
        ref={tooltip}
        id={id}
        role="tooltip"
        popover="manual"
        className={styles.tooltip}
        onPointerEnter={() => anchor !== null && show({ currentTarget: anchor })}
        onPointerLeave={hideSoon}
      >
        {content}
      </span>
    </>
  );
}

/** Long enough to pass over a button, or to move from it onto its tooltip. */
const delayMs = 250;

/** `anchor`: the element that it is shown for; null while it is hidden. */
function useVisibility() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const now = (next: HTMLElement | null) => {
    clearTimeout(timer.current);
    setAnchor(next);
  };
  const soon = (next: HTMLElement | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(next), delayMs);
  };
  return {
    anchor,
    show: (event: Anchored) => now(event.currentTarget),
    showSoon: (event: Anchored) => soon(event.currentTarget),
    hide: () => now(null),
    hideSoon: () => soon(null),
  };
}

type Anchored = Pick<SyntheticEvent<HTMLElement>, 'currentTarget'>;

function usePopover(
  { current }: { readonly current: HTMLElement | null },
  anchor: HTMLElement | null,
  hide: () => void,
): void {
  useLayoutEffect(() => {
    if (anchor === null || current === null) return undefined;
    current.showPopover();
    // Before a dialog around it takes the key: what was prevented does not close it.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      hide();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    document.addEventListener('scroll', hide, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      document.removeEventListener('scroll', hide, { capture: true });
      current.hidePopover();
    };
    // `hide` does the same in every render.
  }, [anchor]);
}

/** Between the tooltip and what it belongs to, and between it and the edge of the window (CSS pixels). */
const gap = 6;

/** Below, or above where there is no room; flush right, so that it stays near what it belongs to in a row of buttons. */
function place(tooltip: HTMLElement, anchor: HTMLElement): void {
  const { bottom, right, top } = anchor.getBoundingClientRect();
  const { width, height } = tooltip.getBoundingClientRect();
  const fitsBelow = bottom + gap + height + gap <= innerHeight;
  tooltip.style.top = `${fitsBelow ? bottom + gap : Math.max(gap, top - gap - height)}px`;
  tooltip.style.left = `${Math.min(Math.max(gap, right - width), innerWidth - gap - width)}px`;
}

function both<Event>(theirs: ((event: Event) => void) | undefined, ours: (event: Event) => void) {
  return (event: Event) => {
    theirs?.(event);
    ours(event);
  };
}
