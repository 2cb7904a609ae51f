import { describe, expect, test } from 'vitest'
import { buildExample } from '../../../db/example/build.ts'
import { indexHall } from '../../../server/halls/rules/indexed.ts'
import { problemOf, type PlannedBoard } from '../../../server/seating/rules/problem-of.ts'
import type { SeatingPerson } from '../../../server/seating/schema.ts'
import { evenImportance, hallOf, planned } from './seeded.ts'

const names = ['a', 'b', 'c', 'd']
const hall = hallOf({ rows: 4, blocks: [8] })

const personOf = (delegationId: string, place: number): SeatingPerson => ({
  ...{ id: `${delegationId}${String(place)}`, name: `${delegationId} ${String(place)}`, post: '', workplace: '' },
  ...{ delegationId, class: 'official', groups: [], titles: [], birthYear: null, isHead: false },
  ...{ isPresidium: false, isSecretariat: false, rank: null, needsStepFree: false, needsWheelchair: false },
  ...{ companionOf: null, needsVersion: 0, listedSeat: '', isPrinted: false },
})

/** Delegations of a row's size each, in an order that the plan keeps. */
const boardOf = (delegationOrder: string[]): PlannedBoard => ({
  plan: {
    ...{ id: 'plan', name: 'Chính thức', kind: 'official', phases: [{ id: '', name: '' }], layout: 'rows' },
    ...{
      delegationOrder,
      hallId: 'hall',
      hallName: '',
      venueId: 'venue',
      venueName: '',
      hallNumber: 1,
      newestNumber: 1,
    },
    ...{ releasedNumber: 0, version: 1 },
  },
  ...{ places: [], rules: [], batches: [], importance: evenImportance },
  people: names.flatMap((id) => Array.from({ length: 8 }, (_nothing, place) => personOf(id, place))),
  delegations: names.map((id) => ({ id, name: id, number: '', colour: '', headId: null })),
})

/** Delegations from the stage back. */
const rowsOf = (delegationOrder: string[]): string[] => {
  const { seatOf } = planned(problemOf(boardOf(delegationOrder), hall, ''))
  const firstLine = (id: string) =>
    Math.min(
      ...[...seatOf].flatMap(([personId, seatId]) =>
        personId.startsWith(id) ? [hall.seats[hall.placeOf.get(seatId) ?? -1]?.line ?? Infinity] : [],
      ),
    )
  return [...names].sort((one, other) => firstLine(one) - firstLine(other))
}

describe('delegations sit from the stage back', () => {
  test('as they are listed, where nobody chose an order', () => {
    expect(rowsOf([])).toEqual(['a', 'b', 'c', 'd'])
  })

  test('in the order that was chosen for the plan; those that it does not name come last', () => {
    expect(rowsOf(['d', 'b', 'c', 'a'])).toEqual(['d', 'b', 'c', 'a'])
    expect(rowsOf(['c', 'gone'])).toEqual(['c', 'a', 'b', 'd'])
  })
})

test('in a phase no seat on the stage is given that one of the honoured has', () => {
  const withStage = hallOf({ rows: 4, blocks: [8], presidium: 3, secretariat: 0 })
  const onStage = withStage.seats.filter(({ isStage }) => isStage)
  const board = boardOf([])
  const [chair, honoured] = board.people
  const inPhase = {
    ...{ id: 'place', delegateId: honoured?.id ?? '', phaseId: 'batch', seatId: onStage[1]?.id ?? '' },
    ...{ formerSeat: '', isLocked: false },
  }
  const people = board.people.map((each) => ({ ...each, isPresidium: each === chair }))
  const { open } = problemOf({ ...board, people, places: [inPhase] }, withStage, 'batch')
  expect(open).toEqual([onStage[0]?.at, onStage[2]?.at])
})

test('a plan leaves the row of the honoured on the example’s stage to the hand, however many the presidium are', () => {
  const [example] = buildExample().halls
  const stage = indexHall(example?.drawing ?? { levels: [] })
  const board = boardOf([])
  const people = board.people.map((each, place) => ({ ...each, isPresidium: place < 20 }))
  const { seatOf, unseated } = planned(problemOf({ ...board, people }, stage, 'batch'), { effort: 0 })
  const given = [...seatOf.values()].map((id) => stage.seats[stage.placeOf.get(id) ?? -1])
  expect(given.every((seat) => seat?.stagePart === 'presidium')).toBe(true)
  expect([given.length, unseated.length]).toEqual([13, 7])
})
