import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'saxen'

/** A DOCX read back with programs that had no part in writing it. */
export interface WordText {
  /** Paragraphs in their order, those of tables cell by cell. */
  paragraphs: string[]
  /** Of headers and footers, each once. */
  around: string[]
  files: Record<string, string>
}

export const readWord = (docx: Uint8Array): WordText => {
  const files = Object.fromEntries(
    Object.entries(unzipSync(docx))
      .filter(([path]) => !path.endsWith('.png'))
      .map(([path, bytes]) => [path, strFromU8(bytes)]),
  )
  const around = Object.keys(files).filter((path) => /^word\/(?:header|footer)\d+\.xml$/.test(path))
  return {
    paragraphs: paragraphsOf(files['word/document.xml'] ?? ''),
    around: around.flatMap((path) => paragraphsOf(files[path] ?? '')),
    files,
  }
}

/** Fails where the markup is not well formed. */
const paragraphsOf = (xml: string): string[] => {
  const paragraphs: string[] = []
  const open: string[] = []
  const add = (text: string) => paragraphs.push((paragraphs.pop() ?? '') + text)
  const parser = new Parser()
  parser.on('error', refuse).on('warn', refuse)
  parser.on('openTag', (name) => {
    open.push(name)
    if (name === 'w:p') paragraphs.push('')
    if (name === 'w:br') add('\n')
  })
  parser.on('closeTag', () => open.pop())
  parser.on('text', (text, decode) => {
    if (open.at(-1) === 'w:t') add(decode(text))
  })
  parser.write(xml)
  const fault = parser.end()
  if (fault) throw fault
  return paragraphs.filter((paragraph) => paragraph !== '')
}

const refuse = (problem: Error) => {
  throw problem
}
