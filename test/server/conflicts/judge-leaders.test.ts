import { describe, expect, test } from 'vitest'
import { createRoadIndex, waysOut, type RoadFacts } from '../../../server/conflicts/rules.ts'
import { congress, find, levels, road, rulesOf } from './road.ts'

const posts: RoadFacts['posts'] = [
  { id: 'chair', rank: 'head', holders: [{ personId: 'an', personName: 'An', from: null, to: '2020-06-30' }] },
  { id: 'director', rank: 'department-head', holders: [] },
  { id: 'guest', rank: null, holders: [] },
]
const attended = (date: string, more: Parameters<typeof congress>[2] = {}) =>
  congress('a', date, { postIds: ['chair'], ...more })

describe('the rank of who attends', () => {
  const found = (postIds: string[], more: Parameters<typeof levels>[0] = {}) =>
    find(
      road([congress('a', '2020-06-26', { postIds })], {
        posts,
        levels: levels({ lowestLeaderRank: 'standing-member', ...more }),
      }),
    ).map(({ rule, severity, postId, amount }) => [rule, severity, postId, amount])

  test('is doubtful where the highest is below what the level asks for', () => {
    expect(found(['director'])).toEqual([['leader-rank', 'doubtful', 'director', 1]])
    expect(found(['director'], { lowestLeaderRank: 'department-head' })).toEqual([])
  })

  test('is that of the highest: who comes along may be lower', () => {
    expect(found(['director', 'chair'])).toEqual([])
  })

  test('is not judged where one is not known, nobody attends, the level asks for none or the rule is off', () => {
    expect(found(['director', 'guest'])).toEqual([])
    expect(found([])).toEqual([])
    expect(found(['director'], { lowestLeaderRank: null })).toEqual([])
    expect(found(['director'], { rulesOff: ['leader-rank'] })).toEqual([])
  })

  test('is mended by another leader or accepted, and by no other day', () => {
    const facts = road([congress('a', '2020-06-26', { postIds: ['director'] })], {
      posts,
      levels: levels({ lowestLeaderRank: 'head' }),
    })
    const [conflict] = find(facts)
    expect(conflict && waysOut(conflict, createRoadIndex(facts)).map(({ kind }) => kind)).toEqual([
      'change-leader',
      'accept',
    ])
  })
})

describe('a leader who is away', () => {
  const leave = (values: Partial<RoadFacts['leaves'][number]>): RoadFacts['leaves'] => [
    {
      id: 'leave',
      personId: 'an',
      from: '2020-06-24',
      fromHalf: 'morning',
      to: '2020-06-26',
      toHalf: 'afternoon',
      ...values,
    },
  ]
  const at = (date: string, leaves = leave({}), more: Parameters<typeof congress>[2] = {}) =>
    find(road([attended(date, more)], { posts, leaves })).map(({ rule, severity, postId, date: day, halfDay }) => [
      rule,
      severity,
      postId,
      day,
      halfDay,
    ])

  test('is a serious conflict, with the first half-day that is missed', () => {
    expect(at('2020-06-26')).toEqual([['leader-on-leave', 'serious', 'chair', '2020-06-26', 'morning']])
    expect(at('2020-06-23', leave({}), { dateTo: '2020-06-25' })).toEqual([
      ['leader-on-leave', 'serious', 'chair', '2020-06-24', 'day'],
    ])
  })

  test('until noon may attend in the afternoon', () => {
    const untilNoon = leave({ toHalf: 'morning' })
    expect(at('2020-06-26', untilNoon, { halfDay: 'afternoon' })).toEqual([])
    expect(at('2020-06-26', untilNoon, { halfDay: 'day' })).toEqual([
      ['leader-on-leave', 'serious', 'chair', '2020-06-26', 'morning'],
    ])
  })

  test('is a person: whoever holds the post after him attends', () => {
    const longLeave = leave({ to: '2020-07-31' })
    expect(rulesOf(road([attended('2020-06-30')], { posts, leaves: longLeave }))).toEqual(['leader-on-leave'])
    expect(rulesOf(road([attended('2020-07-01')], { posts, leaves: longLeave }))).toEqual([])
  })

  test('is not said of a congress that was held, or where the rule is off', () => {
    expect(at('2020-06-24', leave({}), { state: 'held' })).toEqual([])
    const off = levels({ rulesOff: ['leader-on-leave'] })
    expect(rulesOf(road([attended('2020-06-26')], { posts, leaves: leave({}), levels: off }))).toEqual([])
  })
})
