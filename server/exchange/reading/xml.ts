import { Parser } from 'saxen'
import { brokenSpreadsheet, spreadsheetTooLarge, unsafeSpreadsheet } from '../../errors.ts'
import { unpack, type Budget, type ZipEntry } from './zip.ts'

export interface XmlReader {
  open?: (element: string, attributes: Readonly<Record<string, string>>) => void
  close?: (element: string) => void
  text?: (text: string) => void
}

/** A text this long stands in no cell: the file is made to fill memory. */
const longestToken = 4 * 1024 * 1024

/**
 * Reads one part of a workbook as it is unpacked. Names come without their prefixes. Declarations (DOCTYPE, with the
 * entities that they could bring) are refused: no spreadsheet has them.
 */
export const readXml = async (entry: ZipEntry, budget: Budget, reader: XmlReader): Promise<void> => {
  let sinceEvent = 0
  const parser = newParser(reader, () => (sinceEvent = 0))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of unpack(entry, budget)) {
    sinceEvent += chunk.length
    parser.write(decode(() => decoder.decode(chunk, { stream: true })))
    if (sinceEvent > longestToken) throw spreadsheetTooLarge()
  }
  parser.write(decode(() => decoder.decode()))
  if (parser.end()) throw brokenSpreadsheet()
}

const newParser = (reader: XmlReader, onEvent: () => void): Parser =>
  new Parser()
    .on('openTag', (element, attributes, decodeEntities) => {
      onEvent()
      if (!reader.open) return
      const raw = attributes()
      const plain: Record<string, string> = {}
      for (const name of Object.keys(raw)) plain[withoutPrefix(name)] = decodeEntities(raw[name] ?? '')
      reader.open(withoutPrefix(element), plain)
    })
    .on('closeTag', (element) => {
      onEvent()
      reader.close?.(withoutPrefix(element))
    })
    .on('text', (text, decodeEntities) => {
      onEvent()
      reader.text?.(decodeEntities(text))
    })
    .on('cdata', (text) => {
      onEvent()
      reader.text?.(text)
    })
    .on('attention', () => {
      throw unsafeSpreadsheet()
    })
    .on('error', () => {
      throw brokenSpreadsheet()
    })

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

const decode = (work: () => string): string => {
  try {
    return work()
  } catch {
    throw brokenSpreadsheet()
  }
}
