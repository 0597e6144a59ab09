import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The entry points, which read the environment once and hand on what they have read. */
const mayReadEnvironment = [
  'server/program.ts',
  'server/commands/verify-live.ts',
  'server/commands/cutover.ts',
  'server/commands/rotate-keys.ts',
  'server/commands/standing.ts',
  'server/commands/token.ts',
  'cli/main.ts',
  'drizzle.config.ts',
  'tests/setup/**',
  'tests/support/**',
];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message:
    'Export by name: a default export has another name in every file that imports it, and no search finds them all.',
};
const noEnum = {
  selector: 'TSEnumDeclaration',
  message:
    "Use a union of string literals, or an object 'as const': an enum is neither a plain value nor a plain type.",
};
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message:
    'Take the value as a parameter: only an entry point reads the environment, so that every setting is checked once and listed in one place.',
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'cli/dist/',
    'coverage/',
    '.data/',
    'web/gql/',
    'db/migrations/',
    'clients/relay/',
    'clients/tried/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/prefer-optional-chain': 'error',
      // An empty string often means "not given" as well, so `||` on strings stays the author's choice.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, boolean: true } },
      ],
      // React takes an async function as an event handler and ignores the promise.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Numbers are safe in a template; what the rule is for are objects and null.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // Three that misread type-graphql: its classes describe a type and are never made with `new`, one without a body is a
      // type like any other, and `void root` marks a parameter that a decorator needs in its place.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      'no-restricted-syntax': ['error', noDefaultExport, noEnum, noEnvironment],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'max-depth': ['error', 3],
      complexity: ['error', 15],
      // `== null` asks for null and undefined at once, which is what GraphQL inputs need.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: mayReadEnvironment,
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noEnum] },
  },
  {
    // Their tools ask for a default export.
    files: ['*.config.ts', 'codegen.ts', 'web/vite.config.ts', '*/*/vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
  {
    // A describe block holds many tests, a component's markup is one expression, and so are a table's constraints.
    files: ['tests/**', 'bench/**', 'web/**/*.tsx', 'db/tables/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // One catalogue: two files could hold the same code with two meanings.
    files: ['core/reasons/reasons.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Vitest's `expect.any(…)` and a GraphQL answer are typed as any: what they hold is what the test asserts. A table of
    // cases is long and still read at one glance.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['cli/bin/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { console: 'readonly', process: 'readonly', require: 'readonly' },
    },
  },
  {
    // Any Node has to be able to read it.
    files: ['cli/bin/tenantatlas.cjs'],
    languageOptions: { ecmaVersion: 5 },
  },
  {
    files: ['web/public/**/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly', window: 'readonly' } },
  },
  {
    // Plain Node: they run before anything is installed, so they are not compiled either.
    files: ['setup/**/*.mjs', 'tests/support/**/*.mjs', '*.js', '*.mjs'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', performance: 'readonly', URL: 'readonly' },
    },
  },
  {
    // Clients as people write them, with packages of their own.
    files: ['clients/**/*.{mjs,js}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        fetch: 'readonly',
        Headers: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
