import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  conflictsAround,
  conflictsOfMove,
  createRoadIndex,
  findConflicts,
  removeFromIndex,
  updateIndex,
  type RoadFacts,
} from '../../../server/conflicts/rules.ts'
import { conflictRules, type Conflict } from '../../../server/conflicts/schema.ts'
import { naiveConflicts } from './naive-conflicts.ts'
import { editedCongress, randomOf, seededRoad } from './seeded-road.ts'

const lineOf = (c: Conflict): string =>
  [
    c.rule,
    c.severity,
    c.congressId,
    c.otherCongressIds.join('+'),
    c.date,
    ...[c.halfDay, c.amount, c.limit, c.limitDate, c.venueId, c.postId, c.calendarDayId, c.bookingId].filter(
      (each) => each !== null,
    ),
  ].join(' ')

const involves = (congressId: string) => (conflict: Conflict) =>
  conflict.congressId === congressId || conflict.otherCongressIds.includes(congressId)

const shuffled = <T>(values: readonly T[], random: () => number): T[] =>
  values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)

describe('the index answers as the plain rules do', () => {
  test('on a road of 1,000 congresses, with every rule finding something', () => {
    const road = seededRoad(2020, 1000)
    const found = findConflicts(createRoadIndex(road))
    expect(found.map(lineOf).sort()).toEqual(naiveConflicts(road))
    expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual([...conflictRules].sort())
  })

  test('on many small roads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 70 }), (seed, count) => {
        const road = seededRoad(seed, count)
        expect(findConflicts(createRoadIndex(road)).map(lineOf).sort()).toEqual(naiveConflicts(road))
      }),
      { seed: 9, numRuns: 60 },
    )
  })
})

describe('after changes', () => {
  const afterEdits = (seed: number, edits: number) => {
    const road = seededRoad(seed, 60)
    const index = createRoadIndex(road)
    const random = randomOf(seed + 1)
    let congresses = road.congresses
    findConflicts(index)
    for (let edit = 0; edit < edits; edit += 1) {
      const before = congresses[Math.floor(random() * congresses.length)]
      if (!before) break
      if (random() < 0.1) {
        removeFromIndex(index, before.id)
        congresses = congresses.filter(({ id }) => id !== before.id)
      } else {
        const after = editedCongress(road, before, random)
        updateIndex(index, after)
        congresses = congresses.map((each) => (each.id === after.id ? after : each))
      }
      if (random() < 0.5) findConflicts(index)
    }
    const facts: RoadFacts = { ...road, congresses }
    return { index, facts, fresh: findConflicts(createRoadIndex(facts)) }
  }
  const edited = fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 40 }))

  test('the index that took them in answers as a new one', () => {
    fc.assert(
      fc.property(edited, ([seed, edits]) => {
        const { index, fresh } = afterEdits(seed, edits)
        expect(findConflicts(index)).toEqual(fresh)
      }),
      { seed: 5, numRuns: 80 },
    )
  })

  test('all conflicts are the union of those around each congress', () => {
    fc.assert(
      fc.property(edited, ([seed, edits]) => {
        const { index, facts, fresh } = afterEdits(seed, edits)
        for (const { id } of facts.congresses) expect(conflictsAround(index, id)).toEqual(fresh.filter(involves(id)))
      }),
      { seed: 6, numRuns: 30 },
    )
  })

  test('a move promises exactly the conflicts that the moved congress then has, and changes nothing', () => {
    fc.assert(
      fc.property(edited, ([seed, edits]) => {
        const { index, facts, fresh } = afterEdits(seed, edits)
        const random = randomOf(seed + 2)
        for (const before of facts.congresses.slice(0, 12)) {
          const { dateFrom, dateTo, halfDay, weekOf, venueId, postIds } = editedCongress(facts, before, random)
          const place = { dateFrom, dateTo, halfDay, weekOf, venueId, postIds }
          const promised = conflictsOfMove(index, before.id, place)
          const moved = facts.congresses.map((each) => (each.id === before.id ? { ...each, ...place } : each))
          const all = findConflicts(createRoadIndex({ ...facts, congresses: moved }))
          expect(promised).toEqual(all.filter(involves(before.id)))
        }
        expect(findConflicts(index)).toEqual(fresh)
      }),
      { seed: 7, numRuns: 30 },
    )
  })

  test('an unknown congress has no conflicts and cannot be removed', () => {
    const road = seededRoad(1, 30)
    const index = createRoadIndex(road)
    removeFromIndex(index, 'nobody')
    expect(conflictsAround(index, 'nobody')).toEqual([])
    expect(conflictsOfMove(index, 'nobody', { dateFrom: null, dateTo: null, halfDay: 'day' })).toEqual([])
    expect(findConflicts(index)).toEqual(findConflicts(createRoadIndex(road)))
  })
})

describe('the list of conflicts', () => {
  test('is the same in whatever order the facts come', () => {
    const road = seededRoad(77, 200)
    const random = randomOf(78)
    const mixed: RoadFacts = {
      ...road,
      levels: shuffled(road.levels, random),
      units: shuffled(road.units, random),
      days: shuffled(road.days, random),
      congresses: shuffled(road.congresses, random),
    }
    expect(findConflicts(createRoadIndex(mixed))).toEqual(findConflicts(createRoadIndex(road)))
  })

  test('has the heaviest first, then goes by date, those without one last', () => {
    const found = findConflicts(createRoadIndex(seededRoad(77, 300)))
    const rank = { impossible: 0, serious: 1, doubtful: 2 }
    const order = found.map(({ severity, date, key }) => `${String(rank[severity])} ${date ?? '9999'} ${key}`)
    expect(order).toEqual([...order].sort((a, b) => (a < b ? -1 : 1)))
  })

  test('names no conflict twice, and every key and fingerprint fits its column', () => {
    const found = findConflicts(createRoadIndex(seededRoad(77, 1000)))
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
    expect(found.filter(({ key, fingerprint }) => key.length > 200 || fingerprint.length > 400)).toEqual([])
  })
})
