import { createContext, useContext } from 'react';

/** What acknowledging a check of the report on the page needs; the page of the run provides it. */
export interface Acknowledging {
  readonly runId: string;
  /** Why this viewer cannot, as the API says it; null when they can. */
  readonly reason: string | null;
  /** The report says more than before: the page asks for it again. */
  readonly onChanged: () => void;
}

const AcknowledgingContext = createContext<Acknowledging | null>(null);

export const AcknowledgingProvider = AcknowledgingContext.Provider;

/** null: a report that is only shown. */
export function useAcknowledging(): Acknowledging | null {
  return useContext(AcknowledgingContext);
}

/**
 * The check that was acknowledged or withdrawn last. It moves to another group then, and the focus has to go with it:
 * the button that had it is gone.
 */
export interface LastChanged {
  readonly key: string | null;
  readonly note: (checkKey: string) => void;
}

const LastChangedContext = createContext<LastChanged>({ key: null, note: () => undefined });

export const LastChangedProvider = LastChangedContext.Provider;

export function useLastChanged(): LastChanged {
  return useContext(LastChangedContext);
}
