import { describe, expect, test } from 'vitest'
import { createRoadIndex, type RoadFacts } from '../../../server/conflicts/rules.ts'
import type { StandIn } from '../../../server/leaders/schema.ts'
import { warningsOfReplacement } from '../../../server/leaders/rules.ts'
import { weekOfLeader } from '../../../server/leaders/rules/week.ts'
import { congress, levels, road } from '../conflicts/road.ts'

const held = (id: string, personId: string, from: string | null = null, to: string | null = null) => ({
  id,
  rank: null,
  holders: [{ personId, personName: personId, from, to }],
})
const posts: RoadFacts['posts'] = [held('vice-chair', 'an'), held('council-head', 'an'), held('director', 'binh')]
const at = (id: string, date: string | null, more: Parameters<typeof congress>[2] = {}) =>
  congress(id, date, { postIds: ['vice-chair'], ...more })
const weekOf = (
  congresses: ReturnType<typeof at>[],
  more: Partial<RoadFacts> = {},
  standIns: readonly StandIn[] = [],
) => weekOfLeader(createRoadIndex(road(congresses, { posts, ...more })), 'vice-chair', '2020-06-22', standIns)
const standInAt = (congressId: string, postBeforeId = 'vice-chair'): StandIn => ({
  congressId,
  postBeforeId,
  postAfter: 'director',
  personAfter: 'binh',
})
const filled = (week: ReturnType<typeof weekOf>) =>
  week.days.flatMap(({ date, halves }) =>
    halves.flatMap(({ half, congressIds, isAway }) =>
      congressIds.length > 0 || isAway ? [[date, half, ...congressIds, ...(isAway ? ['away'] : [])].join(' ')] : [],
    ),
  )

describe('a leader’s week', () => {
  test('has seven days from Monday on, each with its halves', () => {
    const { days } = weekOf([])
    expect(days.map(({ date }) => date)).toEqual([22, 23, 24, 25, 26, 27, 28].map((day) => `2020-06-${String(day)}`))
    expect(days.every(({ halves }) => halves.length === 2)).toBe(true)
  })

  test('holds what the person attends in any post, and nothing that was cancelled or is of another week', () => {
    const week = weekOf([
      at('a', '2020-06-23'),
      at('b', '2020-06-24', { postIds: ['council-head'], halfDay: 'afternoon' }),
      at('c', '2020-06-28', { dateTo: '2020-06-29' }),
      at('d', '2020-06-25', { state: 'cancelled' }),
      at('e', '2020-06-29'),
      at('f', '2020-06-26', { postIds: ['director'] }),
    ])
    expect(filled(week)).toEqual([
      '2020-06-23 morning a',
      '2020-06-24 afternoon b',
      '2020-06-28 morning c',
      '2020-06-28 afternoon c',
    ])
  })

  test('shows the ways at noon between two places, and none to where one is already', () => {
    const halves = (more: object) => [
      at('a', '2020-06-23', { venueId: 'hall' }),
      at('b', '2020-06-23', { venueId: 'other-hall', halfDay: 'afternoon', ...more }),
    ]
    const waysOf = (congresses: ReturnType<typeof at>[]) => weekOf(congresses).days[1]?.ways
    expect(waysOf(halves({}))).toEqual([{ fromId: 'a', toId: 'b' }])
    expect(waysOf(halves({ venueId: 'hall' }))).toEqual([])
    expect(waysOf(halves({ halfDay: 'day' }))).toEqual([])
    // Ten in one half are no hundred ways.
    const more = [
      at('c', '2020-06-23', { venueId: 'third-hall' }),
      at('d', '2020-06-23', { venueId: 'fourth-hall', halfDay: 'afternoon' }),
    ]
    expect(waysOf([...halves({}), ...more])).toEqual([
      { fromId: 'c', toId: 'b' },
      { fromId: 'c', toId: 'd' },
    ])
  })

  test('shows absences by the half-day, and congresses of which only the week is known', () => {
    const leaves: RoadFacts['leaves'] = [
      { id: 'l', personId: 'an', from: '2020-06-25', fromHalf: 'afternoon', to: '2020-06-26', toHalf: 'morning' },
    ]
    const week = weekOf([at('a', null, { weekOf: '2020-06-22' })], { leaves })
    expect(filled(week)).toEqual(['2020-06-25 afternoon away', '2020-06-26 morning away'])
    expect(week.undatedIds).toEqual(['a'])
  })
})

describe('where another attends for the leader', () => {
  const replaced = (week: ReturnType<typeof weekOf>) =>
    week.days.flatMap(({ date, halves }) =>
      halves.flatMap(({ half, standIns }) => standIns.map(({ congressId }) => `${date} ${half} ${congressId}`)),
    )

  test('it stands in his week as replaced, in whichever of his posts, and not in his way at noon', () => {
    const byDirector = { postIds: ['director'] }
    const week = weekOf(
      [
        at('a', '2020-06-23', { ...byDirector, venueId: 'hall' }),
        at('b', '2020-06-23', { halfDay: 'afternoon', venueId: 'other-hall' }),
        at('c', '2020-06-24', { ...byDirector, halfDay: 'day' }),
        at('d', null, { ...byDirector, weekOf: '2020-06-22' }),
      ],
      {},
      [standInAt('a'), standInAt('c', 'council-head'), standInAt('d')],
    )
    expect(replaced(week)).toEqual(['2020-06-23 morning a', '2020-06-24 morning c', '2020-06-24 afternoon c'])
    expect(filled(week)).toEqual(['2020-06-23 afternoon b'])
    expect(week.days[1]?.ways).toEqual([])
    expect(week.undatedStandIns.map(({ congressId }) => congressId)).toEqual(['d'])
  })

  test('it is not told of what was cancelled, is of another leader or another week, or he attends in another post', () => {
    const byDirector = { postIds: ['director'] }
    const week = weekOf(
      [
        at('a', '2020-06-23', { ...byDirector, state: 'cancelled' }),
        at('b', '2020-06-24', { postIds: ['vice-chair'] }),
        at('c', '2020-06-29', byDirector),
        at('d', '2020-06-25', { postIds: ['council-head'] }),
      ],
      {},
      [standInAt('a'), standInAt('b', 'director'), standInAt('c'), standInAt('d')],
    )
    expect(replaced(week)).toEqual([])
  })
})

test('whoever takes over two congresses of one morning is warned of both at once', () => {
  const facts = road([at('a', '2020-06-23'), at('b', '2020-06-23')], { posts, levels: levels({}) })
  const warned = (ids: string[]) =>
    [...warningsOfReplacement(facts, ids, { postId: 'vice-chair', newPostId: 'director' })].map(
      ([id, conflicts]) => `${id} ${conflicts.map(({ rule }) => rule).join()}`,
    )
  expect(warned(['a'])).toEqual(['a '])
  expect(warned(['a', 'b'])).toEqual(['a leader-twice', 'b leader-twice'])
})
