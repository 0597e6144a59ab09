import { spawn } from 'node:child_process';

/**
 * npm's output goes to stderr, so that `npm run -s token` prints a token and nothing else even when it had to build first.
 *
 * @param {string[]} args
 * @returns {Promise<{ exitCode: number, errors: string }>}
 */
export function runNpm(args) {
  return new Promise((resolve) => {
    const child = spawn('npm', args, { stdio: ['ignore', 2, 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      process.stderr.write(chunk);
      errors += chunk;
    });
    child.on('error', (error) => resolve({ exitCode: 1, errors: error.message }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, errors }));
  });
}
