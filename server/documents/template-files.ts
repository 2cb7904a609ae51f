import type { Static, TSchema } from 'typebox'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import {
  inRed,
  longestTemplateFile,
  redFrom,
  redTo,
  withoutMarks,
  type TemplateFault,
  type TemplateFaultCode,
} from './rules/template-faults.ts'
import { placeholdersIn } from './wording.ts'
import { withShape } from './with-shape.ts'

/** What a file says; null where it says nothing of its shape. */
export interface ReadFile<T> {
  value: T | null
  faults: readonly TemplateFault[]
}

/** Files as they were last read: a list of papers reads dozens of templates that hardly ever change. */
const parsedFiles = new Map<string, ReadFile<unknown>>()
/** The files that ship, and as many again that units changed. */
const mostParsed = 400

/** A YAML file as what its shape says. Each wording of a file is read once, whose copy it may be. */
export const parseFile = async <S extends TSchema>(
  shape: S,
  text: string,
  file: string,
): Promise<ReadFile<Static<S>>> => {
  const key = `${file}\n${text}`
  const known = parsedFiles.get(key)
  if (known) return known as ReadFile<Static<S>>
  const read = await parseText(shape, text, file)
  if (parsedFiles.size >= mostParsed) parsedFiles.clear()
  parsedFiles.set(key, read)
  return read
}

const parseText = async <S extends TSchema>(shape: S, text: string, file: string): Promise<ReadFile<Static<S>>> => {
  if (text.length > longestTemplateFile) return refusedFile(file, 1, 'too-large')
  const lines = new LineCounter()
  const document = parseYaml(text, lines)
  const [broken] = document?.errors ?? []
  if (!document || broken) return refusedFile(file, broken?.linePos?.[0].line ?? 1, 'not-yaml')
  const plain = plainOf(document)
  if (plain === undefined) return refusedFile(file, 1, 'not-yaml')
  const { value, faults } = await withShape(shape, plain)
  if (faults === null) return { value, faults: [] }
  const found = faults.flatMap(({ path, keyword, names }): TemplateFault[] => {
    // What no rule allows is told by the object that has it.
    if (keyword === 'boolean') return []
    const at = (code: TemplateFaultCode, subject: string, of = path) => ({
      file,
      line: lineOf(document, lines, of),
      code,
      subject: wordPath(subject),
    })
    const code = codes[keyword] ?? 'wrong-form'
    if (code === 'unknown-field') return names.map((name) => at(code, name, `${path}/${name}`))
    if (code !== 'missing-field') return [at(code, path)]
    const present = new Set(keysAt(document, path))
    return names.filter((name) => !present.has(name)).map((name) => at(code, name))
  })
  return { value: null, faults: found.length > 0 ? found : [{ file, line: 1, code: 'wrong-form', subject: '' }] }
}

const codes: Partial<Record<string, TemplateFaultCode>> = {
  required: 'missing-field',
  additionalProperties: 'unknown-field',
  type: 'wrong-type',
  enum: 'not-a-choice',
  maxLength: 'too-long',
  maxItems: 'too-long',
  maxProperties: 'too-long',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
}

const refusedFile = (file: string, line: number, code: TemplateFaultCode): ReadFile<never> => ({
  value: null,
  faults: [{ file, line, code, subject: '' }],
})

/** null = it is nested deeper than anything that was meant to be read. */
const parseYaml = (text: string, lineCounter: LineCounter): Document | null => {
  try {
    return parseDocument(text, { lineCounter })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** undefined = references that unfold without end, or lead nowhere. */
const plainOf = (document: Document): unknown => {
  try {
    return document.toJS() as unknown
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined
    throw error
  }
}

/** `/fields/2/kind` as `fields.2.kind`. */
const wordPath = (path: string): string => path.replace(/^\//u, '').replaceAll('/', '.')

const keysAt = (document: Document, path: string): string[] => {
  const node = nodeAt(document, path.split('/').slice(1))
  return isMap(node) ? node.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : []
}

const nodeAt = (document: Document, keys: readonly string[]): unknown =>
  keys.length === 0 ? document.contents : document.getIn(keys, true)

/** The line on which the key of a path (`/fields/2/kind`) stands, or what should hold it. */
const lineOf = (document: Document, lines: LineCounter, path: string): number => {
  const keys = path.split('/').slice(1)
  for (let length = keys.length; length > 0; length -= 1) {
    const [parent, last] = [nodeAt(document, keys.slice(0, length - 1)), keys[length - 1]]
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === last) : undefined
    const node = pair ? pair.key : isSeq(parent) ? parent.items[Number(last)] : undefined
    const range = (node as { range?: [number, number, number] } | undefined)?.range
    if (range) return lines.linePos(range[0]).line
  }
  return 1
}

const closed = /\{\{[^{}]*\}\}/gu

/** Placeholders that are not known, and those that are not closed. */
export const placeholderFaults = (text: string, file: string, known: ReadonlySet<string>): TemplateFault[] =>
  text.split('\n').flatMap((line, index): TemplateFault[] => {
    const at = { file, line: index + 1 }
    const unknown = placeholdersIn(line).filter((name) => !known.has(name))
    const isOpen = line.replaceAll(closed, '').includes('{{')
    return [
      ...[...new Set(unknown)].map((subject) => ({ ...at, code: 'unknown-placeholder' as const, subject })),
      ...(isOpen ? [{ ...at, code: 'open-placeholder' as const, subject: '{{' }] : []),
    ]
  })

/** The text with unknown placeholders as they show in red; those that are not closed too. */
export const markUnknown = (text: string, known: ReadonlySet<string>): string =>
  withoutMarks(text)
    .replaceAll(closed, (sign) => (known.has(placeholdersIn(sign)[0] ?? '') ? sign : inRed(sign)))
    .split('\n')
    .map((line) => (line.replaceAll(closed, '').includes('{{') ? markOpen(line) : line))
    .join('\n')

/** What begins with two braces and never ends, up to the next placeholder or the end of its word. */
const markOpen = (line: string): string =>
  line.replaceAll(/\{\{[^{}\s]*(\}\})?\}?/gu, (sign, end?: string) =>
    end ? sign : redFrom + inRed(sign).slice(1, -1) + redTo,
  )
