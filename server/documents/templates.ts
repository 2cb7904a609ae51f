import { readFile } from 'node:fs/promises'
import { LineCounter, parseDocument, type Document } from 'yaml'
import { refused, type ApiError } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import { TemplateFile } from './schema.ts'
import { withShape } from './with-shape.ts'
import { parseWording, placeholdersIn, type WordingLine } from './wording.ts'

/** A kind of paper: what the code gives it, what a secretary fills in, and the wording of both editions. */
export interface Template extends TemplateFile {
  kind: string
  wording: Record<Language, WordingLine[]>
}

const root = new URL('../../templates/', import.meta.url)

/**
 * Reads `templates/<kind>/`, anew each time: what an office changes there shows in the next print. Refused, with file
 * and line, when it does not have the form of a template or names a placeholder that is not on its list.
 */
export const readTemplate = async (kind: string, folder = root): Promise<Template> => {
  const read = (file: string) => readFile(new URL(`${kind}/${file}`, folder), 'utf8')
  const [yaml, vi, en] = await Promise.all([read('template.yaml'), read('text.vi.md'), read('text.en.md')])
  const file = await parseTemplateFile(yaml.normalize('NFC'), `${kind}/template.yaml`)
  const names = new Set(Object.keys(file.placeholders))
  refuseUnknown(yaml, `${kind}/template.yaml`, names)
  for (const { name } of file.fields) names.add(name)
  refuseUnknown(vi, `${kind}/text.vi.md`, names)
  refuseUnknown(en, `${kind}/text.en.md`, names)
  return { ...file, kind, wording: { vi: parseWording(vi), en: parseWording(en) } }
}

/** A fixed word of the template: the title of a column, a part of the day. */
export const wordOf = (template: Template, language: Language, name: string): string => {
  const word = template.words[language][name]
  if (word === undefined)
    throw templateFault(`${template.kind}/template.yaml`, 1, `words.${language}.${name} is missing`)
  return word
}

/** The text with its placeholders replaced, once: what is put in is never read for placeholders. */
export const putIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{\s*([\w-]+)\s*\}\}/gu, (_all, name: string) => values[name] ?? '')

const templateFault = (file: string, line: number, fault: string): ApiError =>
  refused('template-fault', `templates/${file}, line ${String(line)}: ${fault}.`, { file, line, fault })

const refuseUnknown = (text: string, file: string, known: ReadonlySet<string>): void => {
  for (const [index, line] of text.split('\n').entries()) {
    const unknown = placeholdersIn(line).find((name) => !known.has(name))
    if (unknown !== undefined) throw templateFault(file, index + 1, `{{${unknown}}} is not a placeholder`)
    if (line.replaceAll(/\{\{[^{}]*\}\}/gu, '').includes('{{')) {
      throw templateFault(file, index + 1, 'a placeholder is not closed')
    }
  }
}

const parseTemplateFile = async (text: string, file: string): Promise<TemplateFile> => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors
  if (broken) throw templateFault(file, broken.linePos?.[0].line ?? 1, 'this is not YAML')
  const { value, faults } = await withShape(TemplateFile, document.toJS())
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
