import { expect, test } from 'vitest'
import { headingOf, namesOfKind, foldHeading } from '../../server/exchange/field-names.ts'
import { importFields, importKinds } from '../../server/exchange/schema.ts'
import { exchange as english } from '../../web/words/en/exchange.ts'
import { records as englishRecords } from '../../web/words/en/records.ts'
import { exchange } from '../../web/words/vi/exchange.ts'
import { records } from '../../web/words/vi/records.ts'

const saidIn = (words: typeof exchange.fields, kind: (typeof importKinds)[number]) =>
  words[kind] as Record<string, string>

test.each(importKinds)('the fields of %s have one name, on the pages and in every workbook', (kind) => {
  const headings = Object.fromEntries(importFields[kind].map((field) => [field, headingOf(kind, field)]))
  expect(saidIn(exchange.fields, kind)).toEqual(headings)
})

test.each(importKinds)('the English names of the fields of %s are understood too', (kind) => {
  const names = namesOfKind(kind, new Map())
  const understood = importFields[kind].map((field) =>
    names.get(foldHeading(saidIn(english.fields, kind)[field] ?? '')),
  )
  expect(understood).toEqual(importFields[kind])
})

test.each([
  ['Vietnamese', exchange.fields, records],
  ['English', english.fields, englishRecords],
])(
  'a unit and a venue are described in %s by the same names when they are imported',
  (_language, said, { units, venues }) => {
    const { parent, ...ofUnits } = said.units
    const { unit, ...ofVenues } = said.venues
    expect(units.fields).toMatchObject({ ...ofUnits, parentId: parent })
    expect(venues.fields).toMatchObject({ ...ofVenues, unitId: unit })
  },
)

test('the staff of a unit is understood by the names that it had before', () => {
  const names = namesOfKind('units', new Map())
  const before = ['Số người', 'Biên chế', 'BIÊN CHẾ (người)', 'Số CBCCVC', 'Số lao động', 'Quân số', 'Staff']
  expect(before.map((name) => names.get(foldHeading(name)))).toEqual(before.map(() => 'staffNumber'))
})
