import { expect, test } from 'vitest'
import { nearestParties } from '../../../web/seating/nearest-parties.ts'

const party = (id: string, ...names: string[]) => ({ id, people: names.map((name) => ({ name })) })

test('whoever is called just as was typed stands first, with or without marks', () => {
  const parties = [
    party('one', 'Trần Văn O', 'Vũ Văn H'),
    party('two', 'Vũ Văn C', 'Vũ Văn A'),
    party('three', 'Lê An'),
  ]
  const found = nearestParties(parties, 'vu van a')
  expect(found.map(({ id }) => id)[0]).toBe('two')
  expect(found[0]?.people.map(({ name }) => name)).toEqual(['Vũ Văn A', 'Vũ Văn C'])
  expect(found).toHaveLength(3)
})
