import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type BrowserServer } from 'playwright-core';

/** Root cannot use the sandbox, and a test browser asks no one but our own server. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installedBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser that the machine has, else the one from npm: browser tests run everywhere and are never skipped. */
export async function launchChromium(): Promise<BrowserServer> {
  const installed = process.env.CHROME_PATH ?? installedBrowsers.find((path) => existsSync(path));
  return chromium.launchServer({
    headless: true,
    args: flags,
    ...(installed ? { executablePath: installed } : await packagedBrowser()),
  });
}

async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The Chromium from npm runs on Linux x64 only, not on ${process.platform}-${process.arch}; install Chrome or set CHROME_PATH to a Chromium.`,
    );
  }
  const folder = await unpackOnce();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      // NSS and expat, which a bare system lacks.
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** 211 MB, about 2 s; kept beside node_modules so that a new installation starts afresh. */
async function unpackOnce(): Promise<string> {
  const folder = join(projectRoot, 'node_modules', '.cache', `chromium-${packageVersion()}`);
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const partial = await mkdtemp(`${folder}.`);
  await unpackInto(partial);
  await writeFile(join(partial, 'fonts.conf'), fontConfiguration(folder));
  // Renamed last, so that the folder is always whole; it fails when another process was faster, which is as good.
  await rename(partial, folder).catch(() => rm(partial, { recursive: true, force: true }));
  return folder;
}

/**
 * The package unpacks into the temporary directory, and its libraries only where it believes to be in Amazon's cloud. Both
 * come from the environment, so it does that in a process with one of its own.
 */
async function unpackInto(folder: string): Promise<void> {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: projectRoot,
    env: { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return (createRequire(import.meta.url)(join(dirname(entry), '..', 'package.json')) as { version: string })
    .version;
}

/** The system's fonts where there are any, and Open Sans from the package. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
