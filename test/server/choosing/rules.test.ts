import { expect, test } from 'vitest'
import { chainOf } from '../../../server/choosing/rules.ts'

const parts = [
  { id: 'province', chosenFromId: 'district' },
  { id: 'district', chosenFromId: 'commune' },
  { id: 'nation', chosenFromId: 'province' },
  { id: 'commune', chosenFromId: null },
  { id: 'another', chosenFromId: null },
]
const idsFrom = (id: string) => chainOf(parts, id).map((part) => part.id)

test('the chain is the same from each of its congresses, and one congress alone is none', () => {
  for (const id of ['commune', 'district', 'province', 'nation']) {
    expect(idsFrom(id)).toEqual(['commune', 'district', 'province', 'nation'])
  }
  expect(idsFrom('another')).toEqual([])
  expect(idsFrom('gone')).toEqual([])
})

test('a circle, and a part that was chosen from one that is gone, end the chain', () => {
  const circle = [
    { id: 'one', chosenFromId: 'other' },
    { id: 'other', chosenFromId: 'one' },
  ]
  expect(chainOf(circle, 'one').map(({ id }) => id)).toContain('other')
  expect(chainOf([{ id: 'one', chosenFromId: 'gone' }], 'one')).toEqual([])
})
