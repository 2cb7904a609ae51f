import js from '@eslint/js'
import lit from 'eslint-plugin-lit'
import litA11y from 'eslint-plugin-lit-a11y'
import wc from 'eslint-plugin-wc'
import tseslint from 'typescript-eslint'
import { importRules } from './import-rules.js'

const forbiddenSyntax = [
  { selector: 'ExportAllDeclaration', message: 'Export by name: whoever reads must see where a thing comes from.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: a thing is called the same everywhere.' },
]

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'web/dist/',
      'server/dist/',
      'data/',
      'coverage/',
      'test/pictures/',
      'test/bench/peers/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './web/tsconfig.json'],
        tsconfigRootDir: `${import.meta.dirname}/..`,
      },
    },
    plugins: { imports: importRules },
    rules: {
      'imports/layers': 'error',
      'no-restricted-syntax': ['error', ...forbiddenSyntax],
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
      // A query builder that nobody awaits does nothing, silently.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['test/bench/**/*.ts', 'server/main.ts', 'web/style/fonts/make.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.d.ts', 'test/*.config.*', 'web/vite.config.ts', 'server/vite.config.ts', 'db/drizzle.*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // In a test a wrong `!` fails that test.
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['web/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      // List items come into lists from other templates.
      'lit-a11y/list': 'off',
    },
  },
)
