import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig, type Config } from '../../server/config/config.ts';

function valid(environment: Record<string, string>): Config {
  const parsed = parseConfig(environment);
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
  return parsed.config;
}

function problems(environment: Record<string, string>): readonly string[] {
  const parsed = parseConfig(environment);
  return parsed.kind === 'invalid' ? parsed.problems : [];
}

const key = Buffer.alloc(32, 1).toString('base64');
const database = 'postgres://atlas:pw@db.example:5432/atlas';

describe('parseConfig', () => {
  it('needs nothing at all: the embedded database with the demo', () => {
    expect(valid({})).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      publicUrl: 'http://127.0.0.1:4000',
      database: { kind: 'embedded' },
      roles: new Set(['api', 'worker']),
      encryptionKeys: null,
      demo: true,
      secureCookies: false,
      entra: null,
    });
  });

  it('leaves the demo out on a database of one’s own', () => {
    const config = valid({
      DATABASE_URL: database,
      ENCRYPTION_KEYS: `k1:${key}`,
      PUBLIC_URL: 'https://atlas.example',
    });
    expect(config).toMatchObject({
      database: { kind: 'external', connection: database },
      publicUrl: 'https://atlas.example',
      demo: false,
      secureCookies: true,
    });
  });

  it('says all problems at once, each with the variable and what is expected', () => {
    const said = problems({
      PORT: 'x',
      PUBLIC_URL: 'atlas.example/app',
      DATABASE_URL: 'mysql://x',
      ROLES: 'api,cook',
      LOG_LEVEL: 'loud',
      DEMO: 'yes',
      ENCRYPTION_KEYS: 'k1:short',
      WORKER_CONCURRENCY: '0',
    });
    expect(said.map((problem) => problem.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'PORT',
      'PUBLIC_URL',
      'ROLES',
      'ENCRYPTION_KEYS',
      'LOG_LEVEL',
      'DEMO',
      'WORKER_CONCURRENCY',
    ]);
    expect(said.every((problem) => problem.includes(' must '))).toBe(true);
  });

  it.each([
    ['a database of one’s own without keys', { DATABASE_URL: database }, 'ENCRYPTION_KEYS is missing'],
    ['one role on the embedded database', { ROLES: 'worker' }, 'ROLES names one role'],
    [
      'one name for two keys',
      { ENCRYPTION_KEYS: `k1:${key},k1:${key}` },
      'ENCRYPTION_KEYS must not use the same name',
    ],
  ])('refuses %s', (_case, environment, sentence) => {
    expect(problems(environment as Record<string, string>)).toEqual([expect.stringContaining(sentence)]);
  });

  it('takes several keys, the first of which encrypts', () => {
    const { encryptionKeys } = valid({ ENCRYPTION_KEYS: `new:${key}, old:${key}` });
    expect(encryptionKeys?.map(({ id }) => id)).toEqual(['new', 'old']);
  });
});

describe('the way out', () => {
  const url = 'http://DOMAIN%5Cuser:p%40ss@proxy.example:3128';

  it('leads through a proxy, or past it', () => {
    expect(valid({ HTTPS_PROXY: url, NO_PROXY: 'db.example' }).proxy).toEqual({ url, except: 'db.example' });
    for (const NO_PROXY of ['*', ' * ', 'db.example, *']) {
      expect(valid({ HTTPS_PROXY: url, NO_PROXY }).proxy).toBeNull();
    }
  });

  it.each([
    'proxy.example:3128',
    'http://DOMAIN\\user:pw@proxy.example',
    'socks5://proxy.example',
    'http://',
  ])('is refused in one sentence where it is no proxy’s address: %s', (HTTPS_PROXY) => {
    expect(problems({ HTTPS_PROXY })).toEqual([
      expect.stringMatching(/^HTTPS_PROXY must be an address like/),
    ]);
  });
});

describe('sign-in with Entra', () => {
  const guid = '0F0E0D0C-0000-4000-8000-00000000000A';
  const entra = { ENTRA_TENANT_ID: guid, ENTRA_CLIENT_ID: guid, ENTRA_CLIENT_SECRET: 'value~of.it' };

  it('takes the three settings together, ids in lower case, on Microsoft’s public cloud', () => {
    expect(valid({ ...entra, BOOTSTRAP_OWNER: 'Ada@Northwind.example' }).entra).toEqual({
      tenantId: guid.toLowerCase(),
      clientId: guid.toLowerCase(),
      clientSecret: 'value~of.it',
      authority: 'https://login.microsoftonline.com',
      bootstrapOwner: 'ada@northwind.example',
    });
  });

  it.each([
    ['https://login.microsoftonline.us', 'https://login.microsoftonline.us'],
    ['https://login.partner.microsoftonline.cn/', 'https://login.partner.microsoftonline.cn'],
    ['http://127.0.0.1:4001', 'http://127.0.0.1:4001'],
  ])('knows the cloud %s', (ENTRA_AUTHORITY, authority) => {
    expect(valid({ ...entra, ENTRA_AUTHORITY }).entra).toMatchObject({ authority });
  });

  it.each([
    'http://login.microsoftonline.com',
    'https://login.microsoftonline.com/common',
    'https://login.microsoftonline.com.evil.example',
    'https://evil.example',
    'http://10.0.0.5:4001',
    'http://localhost.evil.example',
  ])('sends the secret nowhere else: %s', (ENTRA_AUTHORITY) => {
    expect(problems({ ...entra, ENTRA_AUTHORITY })).toEqual([
      expect.stringContaining('ENTRA_AUTHORITY must be one of'),
    ]);
  });

  it.each([
    ['one of three', { ENTRA_CLIENT_ID: guid }, 'Set all three, or none'],
    ['two of three', { ...entra, ENTRA_CLIENT_SECRET: '' }, 'Set all three, or none'],
    ['a directory’s name', { ...entra, ENTRA_TENANT_ID: 'common' }, 'ENTRA_TENANT_ID must be a GUID'],
    ['the secret’s id', { ...entra, ENTRA_CLIENT_SECRET: guid }, 'this looks like its Secret ID'],
    ['an owner who cannot sign in', { BOOTSTRAP_OWNER: 'a@b.example' }, 'BOOTSTRAP_OWNER names a person'],
    ['an owner without a name', { ...entra, BOOTSTRAP_OWNER: 'ada' }, 'BOOTSTRAP_OWNER must be like'],
    ['plain http', { ...entra, PUBLIC_URL: 'http://atlas.example' }, 'PUBLIC_URL must begin with https'],
  ])('refuses %s', (_case, environment, sentence) => {
    expect(problems(environment)).toEqual([expect.stringContaining(sentence)]);
  });
});

describe('the demo', () => {
  const guid = '0f0e0d0c-0000-4000-8000-00000000000a';
  const entra = { ENTRA_TENANT_ID: guid, ENTRA_CLIENT_ID: guid, ENTRA_CLIENT_SECRET: 'value~of.it' };
  const reachable: readonly [string, Record<string, string>, string][] = [
    ['people sign in with Entra', entra, 'people sign in with Entra'],
    ['it is production', { NODE_ENV: 'production' }, 'NODE_ENV is production'],
    ['it listens for others', { HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:4000' }, 'HOST is 0.0.0.0'],
    ['others are sent to it', { PUBLIC_URL: 'http://10.0.0.5:4000' }, 'PUBLIC_URL is http://10.0.0.5:4000'],
  ];

  it.each(reachable)(
    'is off where %s, refused when asked for, and warned about when insisted on',
    (...row) => {
      const [, environment, reason] = row;
      expect(valid(environment)).toMatchObject({ demo: false, demoEverywhere: false });
      expect(problems({ ...environment, DEMO: '1' })).toEqual([
        expect.stringMatching(new RegExp(`^DEMO=1 is refused because ${reason}`)),
      ]);
      const insisted = valid({ ...environment, DEMO: 'everywhere' });
      expect(insisted).toMatchObject({ demo: true, demoEverywhere: true });
      expect(insisted.warnings).toContainEqual(expect.stringContaining(reason));
    },
  );

  it.each(['127.0.0.1', '::1', 'localhost'])(
    'is on without being asked for on %s, without a warning',
    (HOST) => {
      expect(valid({ HOST })).toMatchObject({ demo: true, demoEverywhere: false, warnings: [] });
      expect(valid({ HOST, DEMO: 'everywhere' })).toMatchObject({ demo: true, demoEverywhere: false });
      expect(valid({ HOST, DEMO: '0' })).toMatchObject({ demo: false });
    },
  );
});

describe('token files', () => {
  it('belong to no one until the operator binds them to a workspace', () => {
    expect(valid({}).tokenFiles).toEqual([]);
    expect(
      valid({ TOKEN_FILES: 'contoso=/run/tokens/contoso/, northwind=/run/tokens/nw/token' }),
    ).toMatchObject({
      tokenFiles: [
        { workspace: 'contoso', path: '/run/tokens/contoso' },
        { workspace: 'northwind', path: '/run/tokens/nw/token' },
      ],
    });
  });

  it.each([
    ['folders for everybody', { TOKEN_FOLDERS: '/var/run/secrets' }, 'TOKEN_FOLDERS is no longer read'],
    ['a folder without a workspace', { TOKEN_FILES: '/var/run/secrets' }, 'must be <workspace slug>='],
    ['a relative path', { TOKEN_FILES: 'contoso=tokens' }, 'must be <workspace slug>='],
    ['a way out', { TOKEN_FILES: 'contoso=/run/../etc' }, 'must be <workspace slug>='],
    ['the whole machine', { TOKEN_FILES: 'contoso=/' }, 'must be <workspace slug>='],
    ['one workspace’s inside another’s', { TOKEN_FILES: 'a=/run,b=/run/b' }, 'lets the workspace a use'],
  ])('refuses %s', (_case, environment, sentence) => {
    expect(problems(environment as Record<string, string>)).toEqual([expect.stringContaining(sentence)]);
  });
});

describe('.env.example', () => {
  it('lists exactly the variables that the program reads', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    );
    const read = new Set<string>();
    parseConfig(new Proxy({}, { get: (_, name) => void read.add(String(name)) }));
    // Read to be refused.
    read.delete('TOKEN_FOLDERS');
    expect(listed.sort()).toEqual([...read].sort());
  });
});
