import js from '@eslint/js'
import lit from 'eslint-plugin-lit'
import litA11y from 'eslint-plugin-lit-a11y'
import wc from 'eslint-plugin-wc'
import tseslint from 'typescript-eslint'

/** Which folder may import which (README, «who may import whom»). Patterns are import specifiers as they are written. */
const mayNotImport = (files, ...groups) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: groups.map(([group, message]) => ({ group, message })) }],
  },
})

const drawing = [['pdfkit', 'pdfkit/*'], 'only server/documents/pdf draws with pdfkit']
const engines = [
  [
    'better-sqlite3',
    'pg',
    '@electric-sql/*',
    'drizzle-orm/better-sqlite3*',
    'drizzle-orm/node-postgres*',
    'drizzle-orm/pglite*',
  ],
  'only db/ opens an engine',
]
const routes = [['**/routes.ts'], "no feature imports another's routes"]
const app = [['**/app.ts'], 'app.ts is for main.ts and tests']
const web = [['**/web/*', '**/web/**'], 'the server knows nothing of web']
const sql = [['drizzle-orm', 'drizzle-orm/*'], 'SQL stands in queries.ts and db/']

export default tseslint.config(
  { ignores: ['**/node_modules/', 'web/dist/', 'data/', 'coverage/', 'test/bench/peers/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './web/tsconfig.json'],
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
      parserOptions: { project: null },
    },
  },
  { files: ['test/bench/**', 'test/journeys/**', 'server/main.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['web/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      // Shortcuts and menus of this product put list items into lists across templates.
      'lit-a11y/list': 'off',
    },
  },
  mayNotImport(
    ['server/**/rules.ts', 'server/**/schema.ts', 'server/**/planner.ts', 'server/format.ts', 'server/shapes.ts'],
    [
      ['**/queries.ts', '**/actions.ts', '**/routes.ts', '**/http/*', '**/db/**', 'fastify', '@fastify/*', 'node:*'],
      'rules, schemas and planners are pure: the browser runs them too',
    ],
    sql,
    engines,
    drawing,
    web,
  ),
  mayNotImport(
    ['server/**/queries.ts'],
    [['**/actions.ts', '**/rules.ts', '**/http/*'], 'queries know the database and shapes only'],
    routes,
    engines,
    drawing,
    web,
    app,
  ),
  mayNotImport(
    ['server/**/actions.ts'],
    [['**/http/*', 'fastify', '@fastify/*'], 'actions know nothing of HTTP'],
    routes,
    engines,
    drawing,
    web,
    app,
    sql,
  ),
  mayNotImport(
    ['server/**/routes.ts'],
    [['**/db/**'], 'routes call actions and queries'],
    routes,
    engines,
    drawing,
    web,
    app,
    sql,
  ),
  mayNotImport(['server/documents/**'], routes, engines, web, app, sql),
  mayNotImport(
    ['web/**/*.ts'],
    [
      [
        '**/queries.ts',
        '**/actions.ts',
        '**/routes.ts',
        '**/http/*',
        '**/db/**',
        'node:*',
        'fastify',
        '@fastify/*',
        'typebox',
      ],
      'web takes types of schemas, rules and format only',
    ],
    sql,
    engines,
    drawing,
    app,
  ),
  { files: ['server/documents/pdf/**', 'web/vite.config.ts'], rules: { 'no-restricted-imports': 'off' } },
)
