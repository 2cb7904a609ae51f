import { foldHeading } from './field-names.ts'
import type { NameOrder } from './schema.ts'
import type { Cell } from './sheet.ts'

/** English headings say that the given name is read first; «Họ và tên đệm», «Tên» that it is read last. */
export const givenNameFirst = (heading: string): boolean => /^(first|given|fore)/.test(foldHeading(heading))

/** The two halves of a name as one cell. */
export const joinNames = (cells: Map<string, Cell>, order: NameOrder): void => {
  const [family, given] = [cells.get('lastName'), cells.get('firstName')]
  const halves = order === 'family-first' ? [family, given] : [given, family]
  const written = halves.flatMap((half) => half ?? [])
  cells.delete('lastName')
  cells.delete('firstName')
  const wrong = written.find(({ isError }) => isError)
  const text = written.map((half) => half.text).join(' ')
  if (text !== '' && !cells.has('name')) cells.set('name', wrong ?? { text })
}
