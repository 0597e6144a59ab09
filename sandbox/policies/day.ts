export type Item = Readonly<Record<string, unknown>> & { readonly id: string };

/** One directory as it stood on one day of the month that led to today (day 0). */
export interface Day {
  readonly tenantId: string;
  readonly daysAgo: number;
  /** The same name always gives the same id in this directory. */
  readonly id: (name: string) => string;
  /** What had been changed by then, `ago` days before today. */
  readonly since: <T>(ago: number, after: T, before: T) => T;
  /** When something was changed last: `ago` days before today, if that day has come. */
  readonly edited: (ago: number) => {
    readonly createdDateTime: string;
    readonly lastModifiedDateTime: string;
  };
}
