import type { Options } from './arguments.ts';

/** Where a command writes: the result to stdout, progress to stderr. */
export interface Terminal {
  /** A line of the result. */
  readonly print: (text: string) => void;
  /** A line of progress; nothing with --quiet. */
  readonly tell: (text: string) => void;
  /** Shown in place of the former one, on a terminal only; '' takes it away. */
  readonly showStatus: (text: string) => void;
  readonly color: (name: Color, text: string) => string;
  readonly isInteractive: boolean;
}

type Color = keyof typeof codes;
const codes = { red: 31, green: 32, yellow: 33, dim: 90 } as const;

export function createTerminal(
  { quiet, color }: Pick<Options, 'quiet' | 'color'>,
  environment: { readonly NO_COLOR?: string | undefined },
): Terminal {
  const { stdout, stderr } = process;
  const isColored = color && (environment.NO_COLOR ?? '') === '' && stdout.isTTY;
  const showsStatus = !quiet && stderr.isTTY;
  const showStatus = (text: string) => {
    if (showsStatus) stderr.write(`\r\u001B[2K${text}`);
  };
  return {
    print: (text) => stdout.write(`${text}\n`),
    tell(text) {
      showStatus('');
      if (!quiet) stderr.write(`${text}\n`);
    },
    showStatus,
    color: (name, text) => (isColored ? `\u001B[${codes[name]}m${text}\u001B[0m` : text),
    isInteractive: stdout.isTTY,
  };
}

/** Columns as wide as their widest cell. What tenants and policies are called comes from outside: it stays on its line. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => row.map(toOneLine));
  const widths = (plain[0] ?? []).map((_, column) =>
    Math.max(...plain.map((row) => row[column]?.length ?? 0)),
  );
  return plain
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Without control characters, which a terminal would obey. */
export function toOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}

export function toWords(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}

const verdictColors: Readonly<Record<string, Color>> = {
  READY: 'green',
  NEEDS_ATTENTION: 'yellow',
  BLOCKED: 'red',
};

export function colorOf(verdict: string): Color {
  return verdictColors[verdict] ?? 'dim';
}
