import { texts } from '../../texts.ts';
import type { Option } from '../../ui/option-select.tsx';

/** Days, or a day of one's own. A quarter is what the API takes when nothing is said. */
export const expiryChoices = ['7', '30', '90', '365', 'date'] as const;
export type ExpiryChoice = (typeof expiryChoices)[number];
export const usualExpiry: ExpiryChoice = '90';

export const expiryOptions: readonly Option<ExpiryChoice>[] = expiryChoices.map((value) => ({
  value,
  label: texts.createToken.in[value],
}));

const dayMs = 86_400_000;

/** null when a day is to be chosen and was not. A day is meant to its end, where the person is. */
export function toExpiry(choice: ExpiryChoice, day: string, nowMs: number): string | null {
  if (choice !== 'date') return new Date(nowMs + Number(choice) * dayMs).toISOString();
  const end = new Date(`${day}T23:59:59`);
  return Number.isNaN(end.getTime()) ? null : end.toISOString();
}
