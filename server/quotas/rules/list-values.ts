import type { Aim, BothClasses } from '../schema.ts'

/** What a quota says in the list of quotas (`templates/lists/quotas.yaml`), from which the notice is printed. */
interface Listed extends BothClasses {
  name: string
  aims: Aim[]
  note: string
}

/** Aims that the list has a column for, each a number at least. */
const columnsOfAims = { women: 'women', workers: 'workers' } as const
const attributesListed = Object.keys(columnsOfAims) as (keyof typeof columnsOfAims)[]

const isListed =
  (attribute: string) =>
  (aim: Aim): boolean =>
    aim.attribute === attribute && aim.op === 'at-least' && !aim.isPercent

/** Only what is filled in. */
export const listValuesOfQuota = ({ name, official, guests, aims, note }: Listed): Record<string, string> => {
  const shown = (amount: number) => (amount === 0 ? '' : String(amount))
  const values: [string, string][] = [
    ['unit', name],
    ['total', String(official + guests)],
    ['official', shown(official)],
    ['guests', shown(guests)],
    ...attributesListed.map((attribute): [string, string] => [
      columnsOfAims[attribute],
      shown(aims.find(isListed(attribute))?.amount ?? 0),
    ]),
    ['note', note],
  ]
  return Object.fromEntries(values.filter(([, value]) => value !== ''))
}

/**
 * What a row of the list says, as it is kept. The total follows from the classes; where it is given or changed
 * and they are not, the official delegates are what the guests leave of it; a new row
 * without guests has as many as the official delegates leave. Aims that the list has no column for stay.
 */
export const quotaOfListValues = (values: Readonly<Record<string, string>>, standing: Listed | null): Listed => {
  const before = standing ? listValuesOfQuota(standing) : {}
  const numberIn = (name: string) => Number(values[name] ?? 0)
  const isSame = (name: string) => (values[name] ?? '') === (before[name] ?? '')
  const isFromTotal = values['total'] !== undefined && !isSame('total') && isSame('official')
  const isFirstWithoutGuests = standing === null && values['guests'] === undefined && values['official'] !== undefined
  const guests = isFirstWithoutGuests ? Math.max(0, numberIn('total') - numberIn('official')) : numberIn('guests')
  const official = isFromTotal ? Math.max(0, numberIn('total') - guests) : numberIn('official')
  const kept = (standing?.aims ?? []).filter((aim) => !attributesListed.some((attribute) => isListed(attribute)(aim)))
  const listed = attributesListed.flatMap((attribute): Aim[] => {
    const amount = numberIn(columnsOfAims[attribute])
    return amount === 0 ? [] : [{ attribute, value: '', op: 'at-least', amount, isPercent: false }]
  })
  return { name: values['unit'] ?? '', official, guests, aims: [...listed, ...kept], note: values['note'] ?? '' }
}
