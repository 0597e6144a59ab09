import path from 'node:path';
import type { TokenFile } from '../../core/connections/token-files.ts';
import { ConfigProblem, type ConfigReader, type Environment } from './config-reader.ts';

/** `TOKEN_FILES=<workspace slug>=<file or folder>,…`: no workspace has any by default. */
export function readTokenFiles(
  read: ConfigReader,
  problems: string[],
  { TOKEN_FOLDERS: formerFolders = '', TOKEN_FILES: files = '' }: Environment,
): readonly TokenFile[] {
  if (formerFolders.trim() !== '' && files.trim() === '') problems.push(folders);
  return read('TOKEN_FILES', '', parseTokenFiles);
}

const folders =
  'TOKEN_FOLDERS is no longer read, because every workspace could use every file below it. Bind each token file to its workspace instead: TOKEN_FILES=<workspace slug>=<file or folder>,…';

function parseTokenFiles(value: string): readonly TokenFile[] {
  if (value === '') return [];
  const tokenFiles = value.split(',').map(parseTokenFile);
  for (const { workspace, path: outer } of tokenFiles) {
    const inner = tokenFiles.find(
      (file) => file.workspace !== workspace && file.path.startsWith(`${outer}/`),
    );
    if (inner !== undefined)
      throw new ConfigProblem(
        `lets the workspace ${workspace} use what is bound to ${inner.workspace}: ${inner.path} is inside ${outer}.`,
      );
  }
  return tokenFiles;
}

function parseTokenFile(entry: string): TokenFile {
  const [, workspace, file] = /^\s*([a-z0-9][a-z0-9-]*)=(\/.*?)\/*\s*$/.exec(entry) ?? [];
  if (workspace === undefined || file === undefined || file === '/' || path.normalize(file) !== file) {
    throw new ConfigProblem(
      'must be <workspace slug>=<file or folder>[,…], like northwind=/var/run/secrets/northwind, with absolute paths.',
    );
  }
  return { workspace, path: file };
}
