import { expect, test } from 'vitest'
import { indexHall } from '../../../server/halls/rules/indexed.ts'
import { shownHall } from '../../../web/seating/shown-hall.ts'
import { aHall } from '../../support/seating.ts'

test('a hall is written in the language that is spoken, and its seats stay what they are', () => {
  const drawing = aHall()
  const [own] = drawing.levels[0]?.blocks.slice(-1) ?? []
  if (own) own.name = 'Khối Dân vận'
  const hall = indexHall(drawing)
  expect(shownHall(hall, 'vi')).toBe(hall)
  const shown = shownHall(hall, 'en')
  const [level] = shown.drawing.levels
  expect(level?.fixtures.map(({ text }) => text)).toEqual(['STAGE', 'Door A', 'Door B'])
  // What people typed stays.
  expect(level?.blocks.map(({ name }) => name)).toEqual(['Presidium', 'Secretariat', 'Block A', 'Khối Dân vận'])
  expect(shown.seats).toBe(hall.seats)
  expect(shownHall(hall, 'en')).toBe(shown)
})
