import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'
import config from './eslint.config.js'
import { keptPackages, layerOf, layers, refusal } from './import-rules.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['server', 'db', 'web', 'test']
const files = folders.flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|js)$/.test(path) && !/^web\/dist\/|node_modules\//.test(path)),
)

describe('who may import whom', () => {
  test.each([
    ['server/units/rules.ts', './queries.ts'],
    ['server/units/rules.ts', '../http/session.ts'],
    ['server/units/rules.ts', '../../db/open.ts'],
    ['server/units/rules.ts', 'node:fs'],
    ['server/conflicts/rules/days.ts', 'drizzle-orm'],
    ['server/units/queries.ts', './actions.ts'],
    ['server/units/queries.ts', 'better-sqlite3'],
    ['server/units/actions.ts', '../http/session.ts'],
    ['server/units/actions.ts', './routes.ts'],
    ['server/units/actions.ts', 'drizzle-orm'],
    ['server/units/actions.ts', 'fastify'],
    ['server/units/routes.ts', '../venues/routes.ts'],
    ['server/units/routes.ts', '../../db/open.ts'],
    ['server/units/routes.ts', '../app.ts'],
    ['server/documents/compose.ts', 'pdfkit'],
    ['server/units/routes.ts', '../../web/router.ts'],
    ['web/units/units-page.ts', '../../server/units/queries.ts'],
    ['web/units/units-page.ts', '../../server/office.ts'],
    ['web/units/units-page.ts', '../../db/open.ts'],
    ['web/units/units-page.ts', 'typebox'],
    ['web/units/units-page.ts', 'node:fs'],
    ['db/open.ts', '../server/units/actions.ts'],
  ])('%s may not import %s', (file, specifier) => {
    expect(refusal(file, specifier, false)).toMatch(/is not for/)
  })

  test.each([
    ['server/units/rules.ts', '../cycles/schema.ts'],
    ['server/units/queries.ts', 'drizzle-orm'],
    ['server/units/actions.ts', '../venues/queries.ts'],
    ['server/units/actions.ts', '../../db/rows.ts'],
    ['server/units/routes.ts', '../http/feature.ts'],
    ['server/app.ts', './units/routes.ts'],
    ['server/documents/pdf/draw.ts', 'pdfkit'],
    ['web/units/units-page.ts', '../../server/units/schema.ts'],
    ['web/units/units-page.ts', '../../server/conflicts/rules.ts'],
    ['web/units/units-page.ts', 'lit/decorators.js'],
  ])('%s may import %s', (file, specifier) => {
    expect(refusal(file, specifier, false)).toBeNull()
  })

  test('web takes types, and only types, of shapes and error codes', () => {
    expect(refusal('web/api/request.ts', '../../server/errors.ts', true)).toBeNull()
    expect(refusal('web/api/request.ts', 'typebox', true)).toBeNull()
    expect(refusal('web/api/request.ts', '../../server/units/queries.ts', true)).not.toBeNull()
  })

  test('every file of server, db and web has a layer, and every layer has files', () => {
    expect(files.filter((path) => !layerOf(path))).toEqual([])
    expect(layers.filter(({ files: pattern }) => !files.some((path) => pattern.test(path)))).toEqual([])
    const names = layers.map(({ name }) => name)
    const named = [...layers.flatMap(({ may }) => (may === 'all' ? [] : may)), ...keptPackages.flatMap(({ by }) => by)]
    expect(named.filter((name) => !names.includes(name))).toEqual([])
  })
})

describe('the linter', { timeout: 120_000 }, () => {
  let eslint: ESLint

  beforeAll(() => {
    // Where CI is set, typescript-eslint takes a run for a single one and reads the files, not the texts given here.
    process.env['TSESTREE_SINGLE_RUN'] = 'false'
    eslint = new ESLint({ cwd: root, overrideConfigFile: `${root}test/eslint.config.js` })
  })

  /** Names of the rules that refuse this text as the content of that file. */
  const rulesAgainst = async (path: string, text: string) => {
    const [result] = await eslint.lintText(text, { filePath: `${root}${path}` })
    return result?.messages.map(({ ruleId, message }) => ruleId ?? message)
  }

  test('refuses an import against the table, static, re-exported or dynamic', async () => {
    const text = [
      "import { listUnits } from '../units/queries.ts'",
      "export { findUnit } from '../units/queries.ts'",
      "export const load = () => [listUnits, import('../http/session.ts')]",
    ].join('\n')
    expect(await rulesAgainst('server/accounts/rules.ts', text)).toEqual(Array(3).fill('imports/layers'))
  })

  test('finds a query that nobody awaits', async () => {
    const query = "tx.delete(tx.tables.units).where(eq(tx.tables.units.id, '1'))"
    const write = (statement: string) =>
      [
        "import { eq } from 'drizzle-orm'",
        "import type { Writer } from '../../db/open.ts'",
        'export const deleteUnit = async (tx: Writer) => {',
        `  ${statement}`,
        '}',
      ].join('\n')
    const path = 'server/units/queries.ts'
    expect(await rulesAgainst(path, write(query))).toEqual(['@typescript-eslint/no-floating-promises'])
    expect(await rulesAgainst(path, write(`await ${query}`))).toEqual([])
  })

  test('refuses what this project does without: any, default exports, barrels, console', async () => {
    const text = ["export * from './schema.ts'", 'const x: any = 1', 'console.log(x)', 'export default x'].join('\n')
    expect((await rulesAgainst('server/accounts/rules.ts', text))?.sort()).toEqual([
      '@typescript-eslint/no-explicit-any',
      'no-console',
      'no-restricted-syntax',
      'no-restricted-syntax',
    ])
  })

  test('every pattern of its configuration fits a file', async () => {
    const patterns = config.flatMap((entry) => entry.files?.flat() ?? [])
    const idle = []
    for (const pattern of new Set(patterns)) {
      const only = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [{ files: [pattern] }] })
      const isIgnored = await Promise.all(files.map((path) => only.isPathIgnored(`${root}${path}`)))
      if (isIgnored.every(Boolean)) idle.push(pattern)
    }
    expect(idle.filter((pattern) => !/js$/.test(pattern))).toEqual([])
  })

  test('nothing in the sources switches a rule off without a reason beside it', () => {
    const silent = files.filter((path) => {
      const directives = readFileSync(`${root}${path}`, 'utf8').match(/eslint-disable.*/g) ?? []
      return path !== 'test/import-rules.test.ts' && directives.some((directive) => !directive.includes(' -- '))
    })
    expect(silent).toEqual([])
  })
})
