import { readdir, readFile } from 'node:fs/promises'
import { refused, type ApiError } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import { assignedNames } from './assigned-values.ts'
import { forbidsPrinting, longestTemplateFile, sentenceOfFault, type TemplateFault } from './rules/template-faults.ts'
import {
  ListFile,
  LookFile,
  SharedFile,
  TemplateFile,
  type ListColumn,
  type Placeholder,
  type TemplateField,
} from './schema.ts'
import { markUnknown, parseFile, placeholderFaults } from './template-files.ts'
import { parseWording, signFaults, type WordingLine } from './wording.ts'

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
 * Văn An»), the same and the name with the comma before post and unit, these in one line, the code of a
 * personal link, and the sessions and roles that were assigned.
 */
export const rowNames = [
  'ordinal',
  'rowCount',
  'groupNumber',
  'groupCount',
  'called',
  'calledWithComma',
  'nameWithComma',
  'postAndUnit',
  'code',
  ...assignedNames,
] as const

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
export const listPaperKinds = (): Promise<string[]> => listKinds((text) => ofCongress.test(text))

/** Kinds of paper that tell of a whole road, or of a leader's week on it. */
export const listRoadKinds = (): Promise<string[]> => listKinds((text) => !ofCongress.test(text))

/** A congress has its papers in groups. */
const ofCongress = /^group:/mu

const listKinds = async (isOne: (text: string) => boolean): Promise<string[]> => {
  const folders = await readdir(root, { withFileTypes: true })
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const kinds = await Promise.all(
    names.map(async (name) => {
      const text = await shippedFiles(`${name}/template.yaml`)
      return text !== null && isOne(text) ? name : null
    }),
  )
  return kinds.flatMap((kind) => kind ?? []).sort()
}

/** All kinds that ship: what can be copied and edited. */
export const listTemplateKinds = async (): Promise<string[]> =>
  [...(await listPaperKinds()), ...(await listRoadKinds())].sort()

/**
 * Reads `templates/<kind>/`. Refused, with file and line, when it does not have the form of a template or names a
 * placeholder that is not on its list.
 */
export const readTemplate = async (kind: string, files: TemplateFiles = shippedFiles): Promise<Template> => {
  const { template, faults } = await inspectTemplate(kind, files)
  const first = faults.find(forbidsPrinting)
  if (first) throw templateFault(first)
  if (!template) throw new Error(`${kind} has neither a template nor a fault`)
  return template
}

/** A template with everything that is wrong with it; null where its files are no template at all. */
export interface Inspected {
  template: Template | null
  faults: TemplateFault[]
}

/** Reads a template as far as it can be read. `isMarking`: what is unknown in its texts shows in red instead of nothing. */
export const inspectTemplate = async (
  kind: string,
  files: TemplateFiles,
  { isMarking = false }: { isMarking?: boolean } = {},
): Promise<Inspected> => {
  const faults: TemplateFault[] = []
  const read = async <T>(
    name: string,
    parse: (text: string) => Promise<{ value: T | null; faults: readonly TemplateFault[] }>,
  ) => {
    const text = await files(name)
    if (text === null || text.trim() === '') {
      faults.push({ file: name, line: 1, code: 'missing-file', subject: '' })
      return null
    }
    if (text.length > longestTemplateFile) {
      faults.push({ file: name, line: 1, code: 'too-large', subject: '' })
      return null
    }
    const parsed = await parse(text)
    faults.push(...parsed.faults)
    return parsed.value
  }
  const name = `${kind}/template.yaml`
  const yaml = (await files(name)) ?? ''
  const file = await read(name, (text) => parseFile(TemplateFile, text, name))
  if (!file) return { template: null, faults }
  const uses = file.uses ?? []
  const shared = uses.length > 0 ? await readShared(files) : noShared
  const template = templateOf(kind, file, shared)
  const { list } = file
  if (list !== undefined) {
    const listName = `lists/${list}.yaml`
    template.columns = (await read(listName, (text) => parseFile(ListFile, text, listName)))?.columns ?? []
  }
  const given = givenNames(file, template)
  const all = new Set([...given, ...template.fields.map((field) => field.name)])
  faults.push(...placeholderFaults(yaml, name, given))
  const marked = isMarking ? (await parseFile(TemplateFile, markUnknown(yaml, given), name)).value : null
  if (marked) Object.assign(template, { ...templateOf(kind, marked, shared), columns: template.columns })
  const show = (text: string) => (isMarking ? markUnknown(text, all) : text)

  const lookName = `${kind}/look.yaml`
  const lookText = await files(lookName)
  if (lookText !== null) {
    faults.push(...placeholderFaults(lookText, lookName, all))
    const look = await parseFile(LookFile, lookText, lookName)
    faults.push(...look.faults)
    if (!look.value) return { template: null, faults }
    template.look = isMarking ? (await parseFile(LookFile, show(lookText), lookName)).value : look.value
  }
  for (const language of template.languages) {
    if (template.look || template.isChart === true) break
    const textName = `${kind}/text.${language}.md`
    await read(textName, async (text) => {
      template.wording[language] = parseWording(show(text))
      return { value: text, faults: [...placeholderFaults(text, textName, all), ...signFaults(text, textName)] }
    })
  }
  return { template, faults }
}

/** All that its own file and what it shares say; list, look and wording follow. */
const templateOf = (kind: string, file: TemplateFile, shared: SharedFile): Template => {
  const { uses = [], words = noShared.words, placeholders, fields = [], languages = ['vi', 'en'], ...rest } = file
  return {
    ...rest,
    uses,
    kind,
    languages,
    placeholders: { ...(uses.includes('congress') ? shared.placeholders : {}), ...placeholders },
    fields: mergedFields(fields, sharedFields(uses, shared)),
    words: { vi: { ...shared.words.vi, ...words.vi }, en: { ...shared.words.en, ...words.en } },
    wording: { vi: [], en: [] },
    look: null,
    columns: [],
  }
}

/** Names of all placeholders but the fields, which may not stand in a fallback. */
const givenNames = (
  { counts = {}, figures = {}, tables }: TemplateFile,
  { placeholders, columns }: Template,
): Set<string> =>
  new Set([
    ...Object.keys(placeholders),
    ...columns.map(({ name }) => name),
    ...(columns.length > 0 ? rowNames : []),
    ...Object.keys({ ...counts, ...figures }).flatMap((name) => [name, `${name}Share`]),
    ...(tables === undefined ? [] : [...Object.keys(tables), ...countNames]),
  ])

/** Its own fields first; one that changes a shared field stands in its place. */
const mergedFields = (own: readonly TemplateField[], shared: readonly TemplateField[]): TemplateField[] => {
  const byName = new Map(own.map((field) => [field.name, field]))
  const names = new Set(shared.map(({ name }) => name))
  return [...own.filter(({ name }) => !names.has(name)), ...shared.map((field) => byName.get(field.name) ?? field)]
}

/** Fields of an official paper; of one that the unit's authority issues, as that does. */
const sharedFields = (uses: NonNullable<TemplateFile['uses']>, { fields, authorityFields = [] }: SharedFile) => {
  if (!uses.includes('official')) return []
  return uses.includes('authority') ? mergedFields(authorityFields, fields) : fields
}

/** Placeholders and fields that many kinds have in common. */
export const readShared = async (files: TemplateFiles = shippedFiles): Promise<SharedFile> => {
  const text = (await files('shared.yaml')) ?? ''
  const { value, faults } = await parseFile(SharedFile, text, 'shared.yaml')
  const known = new Set(Object.keys(value?.placeholders ?? {}))
  return sound(value, [...faults, ...placeholderFaults(text, 'shared.yaml', known)])
}

/** A list that papers are made from. */
export const readList = async (name: string, files: TemplateFiles = shippedFiles): Promise<ListFile> => {
  const file = `lists/${name}.yaml`
  const { value, faults } = await parseFile(ListFile, (await files(file)) ?? '', file)
  return sound(value, faults)
}

const sound = <T>(value: T | null, faults: readonly TemplateFault[]): T => {
  const [first] = faults
  if (first) throw templateFault(first)
  if (value === null) throw new Error('a file has neither a value nor a fault')
  return value
}

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
    throw templateFault({
      file: `${template.kind}/template.yaml`,
      line: 1,
      code: 'missing-field',
      subject: `words.${language}.${name}`,
    })
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
    for (const each of values) {
      const value = each[name]
      if (value === undefined) continue
      filled += value
      break
    }
    filled += fixed[index + 1] ?? ''
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

const templateFault = (fault: TemplateFault): ApiError => {
  const { file, line } = fault
  return refused('template-fault', `templates/${file}, line ${String(line)}: ${sentenceOfFault(fault)}.`, fault)
}

/** Whether it is drawn as cards, and so has no edition for Word; a chart is one large card. */
export const isCards = ({ look, isChart }: Template): boolean => look !== null || isChart === true

/** Whether it has tables over its list, and so an edition for Excel. */
export const hasTables = ({ tables, each }: Template): boolean => tables !== undefined && each !== 'row'
