import type { Rolldown } from 'vite';

/** What a build says of "use client" and its like in packages: words for another compiler, which mean nothing here. */
export const logWithoutDirectives: NonNullable<Rolldown.InputOptions['onLog']> = (level, log, tell) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
};
