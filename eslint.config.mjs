import { defineConfig, globalIgnores } from 'eslint/config';
import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import prettier from 'eslint-config-prettier';

const TESTS = ['**/*.test.{ts,tsx}', '**/*.fixture.ts', 'tests/**', 'e2e/**'];

/** Today and the calendar are arguments of a rule, or the rule can't be tested on any other day. */
const NO_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'domain/ does not read the clock: take today as an argument (YYYY-MM-DD).',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'domain/ does not read the clock: take the time as an argument.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'domain/ does not read the clock: take the time as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'domain/ does not roll dice: take randomness as an argument.',
  },
];

const NO_SHORTCUTS_IN_TESTS = [
  {
    selector:
      'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(skip|only|todo|skipIf|runIf|fixme|fails)$/]',
    message: 'A skipped test is a defect, and `only` hides the others.',
  },
  {
    selector: "CallExpression[callee.property.name='waitForTimeout']",
    message: 'Wait for what the user waits for, not for a time.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(toMatchSnapshot|toMatchInlineSnapshot|toMatchFileSnapshot)$/]',
    message: 'Say what is expected; a snapshot says only that nothing changed.',
  },
];

/** Which way the folders may look at each other (docs/decisions and CONTRIBUTING.md say why). */
const ZONES = [
  {
    target: './domain',
    from: './',
    except: ['./domain', './node_modules'],
    message: 'domain/ holds pure rules and imports only domain/.',
  },
  {
    target: './search',
    from: ['./app', './collections', './queries', './components'],
    message: 'search/ stands below the portal; what it needs is handed to it.',
  },
  {
    target: './!(app|tests|e2e)/**/*',
    from: './app',
    message: 'Nothing imports app/: move what is shared to the folder of its domain.',
  },
  {
    target: ['./access', './fields', './collections', './jobs', './transfer'],
    from: './components',
    message: 'Data does not know how it is shown.',
  },
];

export default defineConfig([
  globalIgnores([
    '.next/**',
    '.cache/**',
    'data/**',
    'coverage/**',
    'dist/**',
    'playwright-report/**',
    'test-results/**',
    'next-env.d.ts',
    'payload-types.ts',
    'migrations/**',
    'app/(payload)/**',
  ]),
  ...nextVitals,
  ...nextTypescript,
  prettier,
  {
    rules: {
      'import/no-restricted-paths': ['error', { zones: ZONES }],
      'import/no-default-export': 'error',
      // Where a default export is asked for, the framework names it by its file.
      'import/no-anonymous-default-export': 'off',
      'import/no-duplicates': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    name: 'places where a framework asks for a default export',
    files: [
      'app/**',
      '*.config.{ts,mjs}',
      'i18n/request.ts',
      'processes/page-cache.mjs',
      'components/admin/**',
      'tests/int/harness/*.config.ts',
    ],
    rules: { 'import/no-default-export': 'off' },
  },
  {
    name: 'programs that speak to a terminal',
    files: ['scripts/**', 'bench/**', 'e2e/serve.mjs', ...TESTS],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'pure rules',
    files: ['domain/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': ['error', ...NO_CLOCK],
      'no-restricted-globals': ['error', 'process', 'window', 'document', 'fetch'],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(node:|next($|/)|next-intl|react|payload($|/)|@payloadcms/|@/)',
              message: 'domain/ imports only domain/ and pure libraries for data and parsing.',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'tests',
    files: TESTS,
    rules: {
      'no-restricted-syntax': ['error', ...NO_SHORTCUTS_IN_TESTS],
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    name: 'tables of data',
    files: ['**/data/**', 'messages/**', 'demo/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
]);
