import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where `RECORD_TIMINGS=1 npm run test:all` writes how long each file took (s). */
export const timingsFile = new URL('timings.json', import.meta.url);

/**
 * Files of one project share their processes, so they stay together, in the order of vitest.config.ts. Within a project
 * the longest comes first, so that no worker is left alone with a long one at the end; a file never timed counts as long.
 */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const timings = readTimings();
    const rank = (file: TestSpecification) => {
      const { name, config } = file.project;
      return {
        group: config.sequence.groupOrder,
        project: this.ctx.projects.findIndex((project) => project.name === name),
        seconds: timings[relative(config.root, file.moduleId)] ?? Number.MAX_VALUE,
      };
    };
    const ranked = files.map((file) => ({ file, ...rank(file) }));
    ranked.sort((a, b) => a.group - b.group || a.project - b.project || b.seconds - a.seconds);
    return Promise.resolve(ranked.map(({ file }) => file));
  }
}

export function readTimings(): Readonly<Record<string, number>> {
  return JSON.parse(readFileSync(timingsFile, 'utf8')) as Record<string, number>;
}
