import { expect, test } from 'vitest'
import { layoutIn, seatsIn } from '../../../server/venues/rules.ts'

const layouts = [{ kind: 'classroom' as const, capacity: 200 }]

test('another hall keeps the chosen layout where it is laid out so too, else none is chosen', () => {
  expect(layoutIn('classroom', { layouts })).toBe('classroom')
  expect(layoutIn('theatre', { layouts })).toBeNull()
  expect(layoutIn('classroom', undefined)).toBeNull()
  expect(layoutIn(null, { layouts })).toBeNull()
})

test('a hall seats what its chosen layout does, and its own number in a way that it does not name', () => {
  expect(seatsIn({ capacity: 700, layouts }, 'classroom')).toBe(200)
  expect(seatsIn({ capacity: 700, layouts }, 'theatre')).toBe(700)
  expect(seatsIn({ capacity: null, layouts }, null)).toBeNull()
})
