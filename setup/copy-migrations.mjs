import { cpSync, rmSync } from 'node:fs';

// The compiler copies no SQL. The old folder goes first, or a migration that was taken back would be run all the same.
rmSync('dist/db/migrations', { recursive: true, force: true });
cpSync('db/migrations', 'dist/db/migrations', { recursive: true });
