import { expect, test } from 'vitest'
import { drawnWords } from '../../../server/halls/rules/drawn-words.ts'
import { addFixture, addTable } from '../../../server/halls/rules/edit-add.ts'
import { freeName, freeTableName, seatsOfLastTable } from '../../../web/halls/drawn-words.ts'
import { aHall } from '../../support/seating.ts'

let made = 0
const newId = () => `n${String((made += 1))}`

test('what is added is called by the next name that nothing has, and has as many chairs as the table before', () => {
  const hall = aHall()
  const level = hall.levels[0]?.id ?? ''
  expect([freeName(hall, drawnWords.block), freeName(hall, drawnWords.door)]).toEqual(['Khối C', 'Cửa C'])
  expect([freeTableName(hall), seatsOfLastTable(hall)]).toEqual(['Bàn 1', 10])
  const withDoor = addFixture(hall, level, 'door', 'Cửa C', { x: 0, y: 0 }, newId).drawing
  const table = { name: 'Bàn 1', isRound: true, seats: 8 }
  const withTable = addTable(withDoor, level, { x: 0, y: 900 }, table, newId).drawing
  expect([freeName(withTable, drawnWords.door), freeTableName(withTable), seatsOfLastTable(withTable)]).toEqual([
    ...['Cửa D', 'Bàn 2', 8],
  ])
})
