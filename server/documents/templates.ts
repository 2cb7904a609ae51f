import { readdir, readFile } from 'node:fs/promises'
import type { Static, TSchema } from 'typebox'
import { LineCounter, parseDocument, type Document } from 'yaml'
import { refused, type ApiError } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import {
  ListFile,
  LookFile,
  SharedFile,
  TemplateFile,
  type ListColumn,
  type Placeholder,
  type TemplateField,
} from './schema.ts'
import { withShape } from './with-shape.ts'
import { parseWording, placeholdersIn, type WordingLine } from './wording.ts'

/** A kind of paper: what the code gives it, what a secretary fills in, and the wording of its editions. */
export interface Template extends Omit<TemplateFile, 'placeholders' | 'fields' | 'words' | 'languages'> {
  kind: string
  languages: readonly Language[]
  /** Its own and those that it shares with others. */
  placeholders: Record<string, Placeholder>
  fields: TemplateField[]
  words: Record<Language, Record<string, string>>
  /** Empty for an edition that it does not have. */
  wording: Record<Language, WordingLine[]>
  /** Null = it is no card. */
  look: LookFile | null
  /** Columns of its list; empty where it has none. */
  columns: readonly ListColumn[]
}

/** Gives the text of a file under `templates/`; null where there is none. */
export type TemplateFiles = (file: string) => Promise<string | null>

/**
 * What every row of a list knows besides its columns: its place, its group, how a person is called («Đồng chí Nguyễn
 * Văn An»), post and unit in one line,
 * and the code of a personal link.
 */
export const rowNames = ['ordinal', 'rowCount', 'groupNumber', 'groupCount', 'called', 'postAndUnit', 'code'] as const

/** What a row of a table that counts values knows. */
export const countNames = ['value', 'count', 'share'] as const

const noShared: SharedFile = { placeholders: {}, fields: [], words: { vi: {}, en: {} } }

const root = new URL('../../templates/', import.meta.url)

/** Files of a folder, read anew each time: what an office changes there shows in the next print. */
export const filesIn =
  (folder: URL): TemplateFiles =>
  async (file) => {
    try {
      return (await readFile(new URL(file, folder), 'utf8')).normalize('NFC')
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return null
      throw error
    }
  }

/** The files that ship with the product. */
export const shippedFiles = filesIn(root)

/** Kinds of paper that a congress can have, by name. */
export const listPaperKinds = async (): Promise<string[]> => {
  const folders = await readdir(root, { withFileTypes: true })
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const kinds = await Promise.all(
    names.map(async (name) => {
      const text = await shippedFiles(`${name}/template.yaml`)
      return text !== null && /^group:/mu.test(text) ? name : null
    }),
  )
  return kinds.flatMap((kind) => kind ?? []).sort()
}

/**
 * Reads `templates/<kind>/`. Refused, with file and line, when it does not have the form of a template or names a
 * placeholder that is not on its list.
 */
export const readTemplate = async (kind: string, files: TemplateFiles = shippedFiles): Promise<Template> => {
  const yaml = await needed(files, `${kind}/template.yaml`)
  const file = await parseFile(TemplateFile, yaml, `${kind}/template.yaml`)
  const uses = file.uses ?? []
  const shared = uses.length > 0 ? await readShared(files) : noShared
  const own = file.words ?? noShared.words
  const sharedFields = uses.includes('official') ? shared.fields : []
  const template: Template = {
    ...file,
    kind,
    languages: file.languages ?? ['vi', 'en'],
    placeholders: { ...(uses.includes('congress') ? shared.placeholders : {}), ...file.placeholders },
    fields: mergedFields(file.fields ?? [], sharedFields),
    words: { vi: { ...shared.words.vi, ...own.vi }, en: { ...shared.words.en, ...own.en } },
    wording: { vi: [], en: [] },
    look: null,
    columns: file.list === undefined ? [] : (await readList(file.list, files)).columns,
  }
  const given = new Set([
    ...Object.keys(template.placeholders),
    ...template.columns.map(({ name }) => name),
    ...(template.columns.length > 0 ? rowNames : []),
    ...Object.keys(file.counts ?? {}).flatMap((name) => [name, `${name}Share`]),
    ...(file.tables === undefined ? [] : [...Object.keys(file.tables), ...countNames]),
  ])
  refuseUnknown(yaml, `${kind}/template.yaml`, given)
  const all = new Set([...given, ...template.fields.map(({ name }) => name)])
  const lookText = await files(`${kind}/look.yaml`)
  if (lookText !== null) {
    refuseUnknown(lookText, `${kind}/look.yaml`, all)
    template.look = await parseFile(LookFile, lookText, `${kind}/look.yaml`)
  }
  for (const language of template.languages) {
    if (template.look || template.isChart === true) break
    const name = `${kind}/text.${language}.md`
    const text = await needed(files, name)
    refuseUnknown(text, name, all)
    template.wording[language] = parseWording(text)
  }
  return template
}

/** Its own fields first; one that changes a shared field stands in its place. */
const mergedFields = (own: readonly TemplateField[], shared: readonly TemplateField[]): TemplateField[] => {
  const byName = new Map(own.map((field) => [field.name, field]))
  const names = new Set(shared.map(({ name }) => name))
  return [...own.filter(({ name }) => !names.has(name)), ...shared.map((field) => byName.get(field.name) ?? field)]
}

/** Placeholders and fields that many kinds have in common. */
export const readShared = async (files: TemplateFiles = shippedFiles): Promise<SharedFile> => {
  const text = await needed(files, 'shared.yaml')
  const shared = await parseFile(SharedFile, text, 'shared.yaml')
  refuseUnknown(text, 'shared.yaml', new Set(Object.keys(shared.placeholders)))
  return shared
}

/** A list that papers are made from. */
export const readList = async (name: string, files: TemplateFiles = shippedFiles): Promise<ListFile> =>
  parseFile(ListFile, await needed(files, `lists/${name}.yaml`), `lists/${name}.yaml`)

/** Names of the lists that an office fills in. */
export const listNames = async (): Promise<string[]> => {
  const files = (await readdir(new URL('lists/', root))).filter((file) => file.endsWith('.yaml'))
  const names = files.map((file) => file.replace(/\.yaml$/u, '')).sort()
  const kept = await Promise.all(names.map(async (name) => (await readList(name)).isDerived !== true))
  return names.filter((_name, at) => kept[at])
}

/** A fixed word of the template: the title of a column, a part of the day. */
export const wordOf = (template: Template, language: Language, name: string): string => {
  const word = template.words[language][name]
  if (word === undefined)
    throw templateFault(`${template.kind}/template.yaml`, 1, `words.${language}.${name} is missing`)
  return word
}

/**
 * The text with its placeholders replaced, once: what is put in is never read for placeholders. Where several values
 * are given the first that knows a name counts.
 */
export const putIn = (text: string, ...values: readonly Readonly<Record<string, string>>[]): string => {
  const { fixed, names } = partsOf(text)
  let filled = fixed[0] ?? ''
  for (const [index, name] of names.entries()) {
    filled += (values.find((each) => each[name] !== undefined)?.[name] ?? '') + (fixed[index + 1] ?? '')
  }
  return filled
}

/** Texts of templates, taken apart: a list fills the same few ten thousands of times. */
const takenApart = new Map<string, { fixed: string[]; names: string[] }>()
const mostTakenApart = 2000

const partsOf = (text: string) => {
  const known = takenApart.get(text)
  if (known) return known
  const pieces = text.split(/\{\{\s*([\w-]+)\s*\}\}/u)
  const parts = {
    fixed: pieces.filter((_piece, index) => index % 2 === 0),
    names: pieces.filter((_piece, index) => index % 2 === 1),
  }
  if (takenApart.size >= mostTakenApart) takenApart.clear()
  takenApart.set(text, parts)
  return parts
}

const templateFault = (file: string, line: number, fault: string): ApiError =>
  refused('template-fault', `templates/${file}, line ${String(line)}: ${fault}.`, { file, line, fault })

const needed = async (files: TemplateFiles, file: string): Promise<string> => {
  const text = await files(file)
  if (text === null) throw templateFault(file, 1, 'this file is missing')
  return text
}

const refuseUnknown = (text: string, file: string, known: ReadonlySet<string>): void => {
  for (const [index, line] of text.split('\n').entries()) {
    const unknown = placeholdersIn(line).find((name) => !known.has(name))
    if (unknown !== undefined) throw templateFault(file, index + 1, `{{${unknown}}} is not a placeholder`)
    if (line.replaceAll(/\{\{[^{}]*\}\}/gu, '').includes('{{')) {
      throw templateFault(file, index + 1, 'a placeholder is not closed')
    }
  }
}

/** Files as they were last read: a list of papers reads dozens of templates that hardly ever change. */
const parsedFiles = new Map<string, { text: string; value: unknown }>()

const parseFile = async <S extends TSchema>(shape: S, text: string, file: string): Promise<Static<S>> => {
  const known = parsedFiles.get(file)
  if (known?.text === text) return known.value as Static<S>
  const value = await parseText(shape, text, file)
  parsedFiles.set(file, { text, value })
  return value
}

const parseText = async <S extends TSchema>(shape: S, text: string, file: string): Promise<Static<S>> => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors
  if (broken) throw templateFault(file, broken.linePos?.[0].line ?? 1, 'this is not YAML')
  const { value, faults } = await withShape(shape, document.toJS())
  if (faults === null) return value
  const [first] = faults
  const path = first?.path ?? ''
  throw templateFault(file, lineOf(document, lines, path), `${path || 'it'} ${first?.message ?? 'is wrong'}`)
}

/** The line on which the value of a path (`/fields/2/kind`) stands, or what should hold it. */
const lineOf = (document: Document, lines: LineCounter, path: string): number => {
  const keys = path.split('/').slice(1)
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
