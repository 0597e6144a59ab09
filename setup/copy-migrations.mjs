import { cpSync, rmSync } from 'node:fs';

// The compiler copies no SQL. The old folder goes first, or a migration that was undone would be run anyway.
rmSync('dist/db/migrations', { recursive: true, force: true });
cpSync('db/migrations', 'dist/db/migrations', { recursive: true });
