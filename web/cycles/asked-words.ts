import { bandsOf } from '../../server/make-up/rules/ages.ts'
import { askedFields, type AskedField } from '../../server/people/schema.ts'
import { bandLabel } from '../make-up/rows.ts'
import { words } from '../words/words.ts'

/** What a level asks, as the card of a delegate calls it. */
export const askedName = (field: AskedField): string => {
  const { fields, photo, sensitive } = words().delegates
  return { ...fields, photo: photo.label, ...sensitive.fields }[field]
}

/** «Thư điện tử, Danh hiệu», in the order of the card. */
export const askedNames = (asked: readonly AskedField[]): string =>
  askedFields
    .filter((field) => asked.includes(field))
    .map(askedName)
    .join(', ')

/** «Dưới 40 tuổi», «40–70 tuổi» … */
export const bandNames = (bounds: readonly number[]): string[] => bandsOf(bounds).map(bandLabel)
