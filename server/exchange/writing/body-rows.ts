import type { Row } from 'write-excel-file/node'
import { sanitizeTextContent } from 'write-excel-file/utility'
import { columnLetter } from '../sheet.ts'
import { bodyCell, heightOf, linesIn, roomIn, serialOf, type Written } from './looks.ts'
import type { WorkbookFeature } from './sheet-markup.ts'

/** Rows of a sheet below its headings, in columns that are so many characters wide. */
export interface Body {
  rows: readonly (readonly Written[])[]
  widths: readonly number[]
  /** Number of its first row. */
  firstRow: number
}

/**
 * The library looks up the looks of every cell anew, and a list of thousands has only a few: it writes a row with one
 * cell of each, from which the numbers of their looks are read; the rows themselves are written here in its place.
 */
export const patternOf = ({ rows, widths }: Body): Row => [...looksOf(rows, widths).values()]

/** Puts the rows of each sheet in the place of its pattern. */
export const bodyRows = (bodies: readonly Body[]): WorkbookFeature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const body = bodies[sheetIndex]
          return body && body.rows.length > 0 ? withRows(xml, body) : xml
        },
      },
    },
  },
})

const withRows = (xml: string, body: Body): string => {
  const { rows, widths, firstRow } = body
  const start = xml.indexOf(`<row r="${String(firstRow)}"`)
  const end = xml.indexOf('</row>', start) + '</row>'.length
  if (start < 0) throw new Error('the pattern of the rows was not written')
  const styles = [...xml.slice(start, end).matchAll(/<c [^>]*?s="(\d+)"/gu)].map((match) => match[1] ?? '')
  const keys = [...looksOf(rows, widths).keys()]
  const styleOf = new Map(keys.map((key, index) => [key, styles[index] ?? '']))
  const letters = widths.map((_width, column) => columnLetter(column))
  const parts = [xml.slice(0, start)]
  for (const [index, row] of rows.entries()) {
    const number = String(firstRow + index)
    let cells = ''
    let most = 1
    for (const [column, width] of widths.entries()) {
      const written = row[column] ?? null
      const lines = linesOf(written, width)
      most = Math.max(most, lines)
      const style = styleOf.get(lookOf(written, lines)) ?? ''
      cells += `<c r="${letters[column] ?? ''}${number}" s="${style}"${contentOf(written)}`
    }
    const height = most > 1 ? ` ht="${String(heightOf(most))}" customHeight="1"` : ''
    parts.push(`<row r="${number}"${height}>${cells}</row>`)
  }
  parts.push(xml.slice(end))
  return parts.join('')
}

const linesOf = (written: Written, width: number): number =>
  typeof written === 'string' ? linesIn(written, roomIn(width)) : 1

type Look = 'empty' | 'line' | 'lines' | 'number' | 'share' | 'date'

const lookOf = (written: Written, lines: number): Look => {
  if (written === null || written === '') return 'empty'
  if (typeof written === 'string') return lines > 1 ? 'lines' : 'line'
  if (typeof written === 'number') return 'number'
  return 'share' in written ? 'share' : 'date'
}

/** The looks that stand in the rows, each with a cell that has it. */
const looksOf = (rows: Body['rows'], widths: readonly number[]): Map<Look, Row[number]> => {
  const looks = new Map<Look, Row[number]>()
  for (const row of rows) {
    for (const [column, width] of widths.entries()) {
      const written = row[column] ?? null
      const look = lookOf(written, linesOf(written, width))
      if (!looks.has(look)) looks.set(look, bodyCell(written, roomIn(width), undefined))
    }
  }
  return looks
}

/** Signs that XML does not take as they are, or may not. */
const unsafe = /[&<>\p{Cc}\p{Cs}\p{Cn}\p{Co}\ufffd]/u

const contentOf = (written: Written): string => {
  if (written === null || written === '') return '/>'
  if (typeof written !== 'string') return `><v>${String(numberOf(written))}</v></c>`
  const text = unsafe.test(written) ? sanitizeTextContent(written) : written
  return ` t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

const numberOf = (written: Exclude<Written, string | null>): number => {
  if (typeof written === 'number') return written
  return 'share' in written ? written.share : serialOf(written)
}
