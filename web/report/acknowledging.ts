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
