import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';

// Part of npm run imports: every file lies in a room, and no room has become a heap.

/** More files side by side than a reader takes in at one glance: such a folder has two names in it. */
const maxFilesInFolder = 16;

/** Files of one shape, found by their name: who has seen one has seen all. */
const foldersOfOneShape = ['web/ui', 'web/public', 'docs/screenshots'];

const nouns = [
  'access',
  'reasons',
  'runs',
  'connections',
  'verification',
  'tenants',
  'people',
  'onboarding',
  'inventory',
  'live',
  'schedules',
  'notifications',
  'backup',
  'restore',
  'reports',
];

/** What each floor has beside the nouns. */
const otherRooms = {
  core: ['presentation', 'provider'],
  db: ['engine', 'tables', 'embedded', 'migrations', 'seed'],
  flows: [],
  schema: ['presentation', 'reference'],
  web: ['app', 'api', 'ui', 'build', 'public', 'gallery', 'graphiql'],
};

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');

const problems = [...heaps(), ...unknownRooms()];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

function heaps() {
  const counts = new Map();
  for (const file of files) {
    const folder = posix.dirname(file);
    if (folder === '.' || foldersOfOneShape.includes(folder)) continue;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > maxFilesInFolder)
    .map(
      ([folder, count]) =>
        `${folder} holds ${count} files; at most ${maxFilesInFolder} lie flat in a folder. Which two nouns live there? Give one of them a folder of its own.`,
    );
}

function unknownRooms() {
  const found = new Set();
  for (const file of files) {
    const [floor, room, ...rest] = file.split('/');
    if (!Object.hasOwn(otherRooms, floor) || rest.length === 0) continue;
    if (!nouns.includes(room) && !otherRooms[floor].includes(room)) found.add(`${floor}/${room}`);
  }
  return [...found].map(
    (place) =>
      `${place} is no room: a room is a noun that a user would say, with the same name on every floor (setup/check-rooms.mjs lists them).`,
  );
}
