import type { Comparable, DuplicatePair } from '../../../server/duplicates/schema.ts'

/** FEBRL 1: 1,000 invented Australians, 500 of them entered a second time with faults (`rec-7-org`, `rec-7-dup-0`). */
export const febrlFile = new URL('../../../../shared/inputs/imports/febrl-dataset1.csv', import.meta.url)
export const febrlPairs = 500

/** Its columns as fields of a person: where one lives as the workplace, the number of the insurance as the telephone. */
export const readFebrl = (csv: string, withNumber = true): Comparable[] =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [id = '', given = '', family = '', ...rest] = line.split(',').map((cell) => cell.trim())
      const [street = '', address = '', more = '', suburb = '', postcode = '', state = '', born = '', number = ''] =
        rest
      return {
        id,
        name: `${given} ${family}`.trim(),
        sex: null,
        birthYear: born === '' ? null : Number(born.slice(0, 4)),
        birthDate: born === '' ? null : `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`,
        phone: withNumber ? number : '',
        workplaces: [[street, address, more, suburb, postcode, state].filter(Boolean).join(' ')],
        posts: [],
      }
    })

/** How many of what was found is right, and how many of what is right was found. */
export const shareOfTrue = (pairs: readonly DuplicatePair[]): { precision: number; recall: number } => {
  const numberOf = (id: string) => id.split('-')[1]
  const right = pairs.filter(({ firstId, secondId }) => numberOf(firstId) === numberOf(secondId)).length
  return { precision: pairs.length === 0 ? 1 : right / pairs.length, recall: right / febrlPairs }
}
