import type { Logger } from 'pino';

/** Tells of a trouble that passes and is met by every request and every look for work until then. */
export type TellTrouble = (
  level: 'warn' | 'error',
  message: string,
  error: unknown,
  facts?: Readonly<Record<string, unknown>>,
) => void;

/** While it lasts, a trouble is told every ten seconds (ms): enough to be seen, too little to fill a disk. */
const pauseMs = 10_000;
/** Kinds of trouble that are remembered; there are a few dozen. */
const maxKinds = 500;

/** The first of a kind is told at once, those within the pause only counted: `untold`, in the next line of that kind. */
export function createTroubleLog(log: Logger): TellTrouble {
  const kinds = new Map<string, { readonly at: number; untold: number }>();
  return (level, message, error, facts = {}) => {
    const kind = `${message} ${kindOf(error)}`;
    const told = kinds.get(kind);
    if (told !== undefined && performance.now() - told.at < pauseMs) {
      told.untold += 1;
      return;
    }
    if (kinds.size >= maxKinds) kinds.clear();
    kinds.set(kind, { at: performance.now(), untold: 0 });
    log[level]({ err: error, ...facts, ...(told !== undefined && { untold: told.untold }) }, message);
  };
}

/** By what lies at the bottom of it: the statement on top differs from request to request. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (error.cause !== undefined) return kindOf(error.cause);
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : error.name;
}
