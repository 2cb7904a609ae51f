import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Block } from '../../../server/documents/blocks.ts'
import { congressValues } from '../../../server/documents/facts.ts'
import {
  filesIn,
  listTemplateKinds,
  putIn,
  readShared,
  readTemplate,
  rowNames,
} from '../../../server/documents/templates.ts'
import { composeWording, parseWording, placeholdersIn } from '../../../server/documents/wording.ts'
import { namDinh } from './facts.ts'

const kinds = await listTemplateKinds()

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tien-toi-templates-'))
  cpSync(fileURLToPath(new URL('../../../templates/', import.meta.url)), folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const path = (file: string) => join(folder, 'programme', file)
const edit = (file: string, from: string, to: string) => {
  const text = readFileSync(path(file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  writeFileSync(path(file), text.replace(from, to))
}
const lineWith = (file: string, text: string) =>
  readFileSync(path(file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1
const read = () => readTemplate('programme', filesIn(pathToFileURL(`${folder}/`)))

describe.each(kinds)('the templates of %s', (kind) => {
  test('use every placeholder of their list and every field that is printed in both editions', async () => {
    const { placeholders, wording, fields, words, languages, columns } = await readTemplate(kind)
    if (languages.length < 2) return
    const shared = new Set(Object.keys((await readShared()).placeholders))
    // A foreigner is addressed otherwise: the columns of a list need not be the same.
    const ofRows = new Set<string>([...columns.map(({ name }) => name), ...rowNames])
    const yaml = [...fields.map(({ fallback }) => fallback), ...Object.values(words.vi), ...Object.values(words.en)]
    const used = (texts: string[]) => new Set(texts.flatMap(placeholdersIn).filter((name) => !ofRows.has(name)))
    const vi = used([...wording.vi.map(({ text }) => text), ...yaml])
    const en = used([...wording.en.map(({ text }) => text), ...yaml])
    expect(vi).toEqual(en)
    expect(Object.keys(placeholders).filter((name) => !vi.has(name) && !shared.has(name))).toEqual([])
  })

  test('have the same words in both languages, and both languages in every label', async () => {
    const { words, fields } = await readTemplate(kind)
    expect(Object.keys(words.en)).toEqual(Object.keys(words.vi))
    expect(fields.filter(({ labels }) => labels.vi === labels.en).map(({ name }) => name)).toEqual([])
  })
})

test('the code gives the papers of a congress every value that the shared list promises', async () => {
  const { placeholders } = await readShared()
  // The symbol of its kind is the template's own, an item is told by the script, number and day by the head.
  const promised = Object.keys(placeholders).filter(
    (name) => placeholders[name]?.isBlock !== true && !/^(kindSymbol|item[A-Z]\w+|ownNumber|ownDay)$/.test(name),
  )
  const given = congressValues(namDinh([]))
  expect([Object.keys(given.vi).sort(), Object.keys(given.en).sort()]).toEqual([promised.sort(), promised.sort()])
})

describe('a fault in a template refuses with file and line', () => {
  test('an unknown placeholder in the wording', async () => {
    edit('text.en.md', '## {{title}}', '## {{title}} {{titel}}')
    await expect(read()).rejects.toMatchObject({
      status: 409,
      code: 'template-fault',
      message: 'templates/programme/text.en.md, line 4: {{titel}} is not a placeholder.',
      details: { file: 'programme/text.en.md', line: 4 },
    })
  })

  test('an unknown placeholder in a fallback, where no field may stand', async () => {
    edit('template.yaml', "fallback: '{{congress}}'", "fallback: '{{issuer}}'")
    await expect(read()).rejects.toMatchObject({
      details: { file: 'programme/template.yaml', line: lineWith('template.yaml', '{{issuer}}') },
    })
  })

  test('a field of an unknown kind', async () => {
    edit('template.yaml', 'kind: text', 'kind: number')
    await expect(read()).rejects.toMatchObject({
      details: { file: 'programme/template.yaml', line: lineWith('template.yaml', 'kind: number') },
    })
  })

  test('a placeholder that is not closed', async () => {
    edit('text.vi.md', '## {{title}}', '## {{title}')
    await expect(read()).rejects.toMatchObject({ details: { file: 'programme/text.vi.md', line: 4 } })
  })

  test('what is no YAML', async () => {
    edit('template.yaml', 'fields:', 'fields: [')
    await expect(read()).rejects.toMatchObject({ code: 'template-fault' })
  })
})

test('what an office changes in the wording shows at once', async () => {
  edit('text.vi.md', '{{closing}}', 'Đề nghị đại biểu có mặt đúng giờ./.\n\n{{closing}}')
  expect((await read()).wording.vi.map(({ text }) => text)).toContain('Đề nghị đại biểu có mặt đúng giờ./.')
})

describe('wording', () => {
  const compose = (source: string, values: Record<string, string> = {}, slots: Record<string, Block[]> = {}) =>
    composeWording(parseWording(source), (text) => putIn(text, values), slots)

  test('knows titles, parts, remarks, lists and paragraphs', () => {
    expect(
      compose('# Giấy mời\n## Dự Đại hội\n\n### Thời gian\n*(Sáng)*\n- Một\n- Hai\n\nDòng một\ndòng hai\n\nĐoạn hai'),
    ).toEqual([
      { kind: 'title', type: 'Giấy mời', about: ['Dự Đại hội'] },
      { kind: 'heading', text: 'Thời gian' },
      { kind: 'remark', text: '(Sáng)', isCentred: true, isKeptWithNext: true },
      { kind: 'list', items: ['Một;', 'Hai.'] },
      { kind: 'paragraph', text: 'Dòng một dòng hai' },
      { kind: 'paragraph', text: 'Đoạn hai' },
    ])
  })

  test('takes values as plain text, never as signs or placeholders', () => {
    expect(compose('{{name}}', { name: '# {{other}}', other: 'x' })).toEqual([
      { kind: 'paragraph', text: '# {{other}}' },
    ])
  })

  test('leaves out a line of which nothing is left, and puts blocks where a slot stands', () => {
    const block: Block = { kind: 'paragraph', text: 'Khối' }
    expect(compose('## {{none}}\n{{slot}}', { none: '' }, { slot: [block] })).toEqual([block])
  })
})
