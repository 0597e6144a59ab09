import { ConfigProblem, type ConfigReader, type Environment } from './config-reader.ts';
import { isLoopback } from './loopback.ts';

export interface DemoConfig {
  /** The demo people, their tenants and the sandbox cloud. Whoever reaches the program signs in as any of them. */
  readonly demo: boolean;
  /** Its operator wants it although others can reach it: said wherever someone could take it for the real thing. */
  readonly demoEverywhere: boolean;
}

export interface DemoSituation {
  readonly environment: Environment;
  readonly embedded: boolean;
  readonly host: string;
  readonly publicUrl: string;
}

/** On by default only where no one else can reach it. What the operator should know is added to `warnings`. */
export function readDemo(
  read: ConfigReader,
  situation: DemoSituation,
  { problems, warnings }: { readonly problems: string[]; readonly warnings: string[] },
): DemoConfig {
  const choice = read('DEMO', '', parseChoice);
  const obstacle = findObstacle(situation);
  if (obstacle === null)
    return { demo: choice === '' ? situation.embedded : choice !== '0', demoEverywhere: false };
  if (choice === 'everywhere') {
    warnings.push(
      `DEMO=everywhere is set although ${obstacle}: anyone who can reach ${situation.publicUrl} can sign in as an owner without a password.`,
    );
    return { demo: true, demoEverywhere: true };
  }
  if (choice === '1') problems.push(refusal(obstacle));
  else if (choice === '' && situation.embedded && !hasEntra(situation.environment)) {
    warnings.push(
      `The demo is off because ${obstacle}, and no other sign-in is set up. See DEMO in .env.example.`,
    );
  }
  return { demo: false, demoEverywhere: false };
}

const refusal = (obstacle: string) =>
  `DEMO=1 is refused because ${obstacle}: anyone who can reach it could sign in as an owner without a password. Unset DEMO, or set DEMO=everywhere if that is what you want.`;

function findObstacle({ environment, host, publicUrl }: DemoSituation): string | null {
  if (hasEntra(environment)) return 'people sign in with Entra (ENTRA_TENANT_ID and others are set)';
  if (environment['NODE_ENV']?.trim() === 'production') return 'NODE_ENV is production';
  if (!isLoopback(host)) return `HOST is ${host}, which other machines can reach`;
  if (!isLoopback(new URL(publicUrl).hostname))
    return `PUBLIC_URL is ${publicUrl}, which other machines can reach`;
  return null;
}

function hasEntra(environment: Environment): boolean {
  return ['ENTRA_TENANT_ID', 'ENTRA_CLIENT_ID', 'ENTRA_CLIENT_SECRET'].some((name) =>
    environment[name]?.trim(),
  );
}

function parseChoice(value: string): '' | '0' | '1' | 'everywhere' {
  if (value === '' || value === '0' || value === '1' || value === 'everywhere') return value;
  throw new ConfigProblem('must be 1, 0 or everywhere.');
}
