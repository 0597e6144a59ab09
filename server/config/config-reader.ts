export type Environment = Readonly<Record<string, string | undefined>>;

/** A parser returns the value or throws ConfigProblem with what is expected. */
export class ConfigProblem extends Error {}

export type ConfigReader = <T>(name: string, fallback: string, parse: (value: string) => T) => T;

/** An empty variable is one that is not set. Problems are collected, so that all of them can be said at once. */
export function createReader(environment: Environment, problems: string[]): ConfigReader {
  return (name, fallback, parse) => {
    const given = environment[name]?.trim();
    try {
      return parse(given === undefined || given === '' ? fallback : given);
    } catch (error) {
      if (!(error instanceof ConfigProblem)) throw error;
      problems.push(`${name} ${error.message}`);
      return parse(fallback);
    }
  };
}
