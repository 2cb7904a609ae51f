import { expect, test } from 'vitest'
import { buildExample } from '../../db/example/build.ts'
import { checkHall, standsOn } from '../../server/halls/rules/checks.ts'
import { indexHall } from '../../server/halls/rules/indexed.ts'
import { fillStage } from '../../server/seating/rules/fill-stage.ts'

const [drawn] = buildExample().halls
if (!drawn) throw new Error('the example has no hall')
const hall = indexHall(drawn.drawing)
const onStage = hall.seats.filter(({ isStage }) => isStage)
const row = onStage.filter(({ stagePart }) => stagePart === null)

test('the hall of the example has no fault', () => {
  expect(checkHall(drawn.drawing)).toEqual([])
})

test('the honoured stand in a row on its stage, in front of the tables and called by none of their labels', () => {
  expect(row.map(({ label }) => label)).toEqual(Array.from({ length: 12 }, (_nothing, at) => `NT${String(at + 1)}`))
  const stage = drawn.drawing.levels[0]?.fixtures.find(({ kind }) => kind === 'stage')
  expect(stage && onStage.every((seat) => standsOn(seat, stage))).toBe(true)
  const tables = onStage.filter(({ stagePart }) => stagePart !== null).map(({ y }) => y)
  // Nobody at a table sits right behind whoever stands there.
  expect(Math.min(...row.map(({ y }) => y)) - Math.max(...tables)).toBeGreaterThanOrEqual(100)
})

test('a batch stands in the middle of its stage', () => {
  const people = Array.from({ length: 8 }, (_nothing, at) => `p${String(at)}`)
  const fill = fillStage(hall, { personAt: new Map() }, people)
  const given = 'seats' in fill ? people.map((id) => hall.seats[fill.seats.get(id) ?? -1]) : []
  expect(given.map((seat) => seat?.label)).toEqual(['NT3', 'NT4', 'NT5', 'NT6', 'NT7', 'NT8', 'NT9', 'NT10'])
  expect(given.reduce((sum, seat) => sum + (seat?.x ?? 0), 0) / given.length).toBeCloseTo(hall.axis)
})
