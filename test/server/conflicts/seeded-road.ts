import type { CongressState, HalfDay } from '../../../server/congresses/schema.ts'
import type { RoadFacts } from '../../../server/conflicts/rules.ts'
import { addDays } from '../../../server/format/dates.ts'
import { leaderRanks } from '../../../server/people/schema.ts'
import { congress, level, unit } from './road.ts'

type Congress = RoadFacts['congresses'][number]

/** Repeatable randomness (mulberry32): numbers from 0 up to, not including, 1. */
export const randomOf = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const states: CongressState[] = [
  'planned',
  'planned',
  'approved',
  'preparing',
  'preparing',
  'held',
  'reported',
  'postponed',
  'cancelled',
]
/** Fewer congresses than this crowd into a month, so that they meet. */
const smallRoad = 200

const halves: HalfDay[] = ['morning', 'morning', 'afternoon', 'day']

/**
 * A province with 20 districts and as many communes as congresses are left; dates from May to September 2020
 * around a day in June, crowded enough for every rule to find something.
 */
export const seededRoad = (seed: number, count: number): RoadFacts => {
  const random = randomOf(seed)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const districtCount = 20
  const communes = Array.from(
    { length: Math.max(0, count - districtCount - 1) },
    (_, at) => `c${String(at).padStart(4, '0')}`,
  )
  const districts = Array.from({ length: districtCount }, (_, at) => `d${String(at).padStart(2, '0')}`)
  const units = [
    unit('province', null, { staffNumber: 900 }),
    ...districts.map((id) => unit(id, 'province', { staffNumber: 200, block: pick(['', 'Khối 1']) })),
    ...communes.map((id, at) =>
      unit(id, districts[at % districtCount] ?? null, {
        staffNumber: pick([null, 150, 200, 260]),
        validTo: random() < 0.03 ? '2020-06-30' : null,
        validFrom: random() < 0.03 ? '2020-03-01' : null,
        windowTo: random() < 0.1 ? '2020-07-15' : null,
      }),
    ),
  ]
  const venues = Array.from({ length: Math.ceil(count / 8) }, (_, at) => ({
    id: `v${String(at)}`,
    capacity: pick([null, 120, 200, 300, 700]),
    layouts: at % 2 === 0 ? [{ kind: 'classroom' as const, capacity: 80 + at }] : [],
  }))
  const posts = Array.from({ length: Math.min(24, 6 + Math.floor(count / 20)) }, (_, at) => ({
    id: `post-${String(at)}`,
    rank: at % 7 === 3 ? null : (leaderRanks[at % leaderRanks.length] ?? null),
    holders: holdersOf(at),
  }))
  const draw = drawCongress(random, { venues, posts }, count < smallRoad)
  const congresses = units.slice(0, count).map(({ id }, at) => {
    const levelId = at === 0 ? 'provincial' : at <= districtCount ? 'above' : 'grassroots'
    const upperCongressId =
      levelId === 'grassroots' && random() < 0.5
        ? `of-d${String((at - districtCount - 1) % districtCount).padStart(2, '0')}`
        : null
    // Now and then a second one of the unit before.
    const isSecond = at > districtCount + 1 && random() < 0.2
    const unitId = isSecond ? (units[at - 1]?.id ?? id) : id
    return draw(`of-${id}`, { levelId: isSecond && random() < 0.5 ? 'above' : levelId, unitId, upperCongressId })
  })
  return {
    today: '2020-06-22',
    levels: levelsOf(),
    units,
    venues,
    posts,
    leaves: leavesOf(),
    bookings: bookingsOf(),
    days: daysOf(),
    congresses,
  }
}

/** The same congress somewhere else on the road, in another state or hall; now and then at another unit or cancelled. */
export const editedCongress = (road: RoadFacts, before: Congress, random: () => number): Congress => {
  const draw = drawCongress(random, road, road.congresses.length < smallRoad)
  const { levelId, unitId, upperCongressId } = before
  const isRelinked = random() < 0.2
  const other = road.congresses[Math.floor(random() * road.congresses.length)]
  return draw(before.id, {
    levelId,
    unitId: isRelinked ? (other?.unitId ?? unitId) : unitId,
    upperCongressId: isRelinked ? (other?.id ?? null) : upperCongressId,
  })
}

const drawCongress =
  (random: () => number, { venues, posts }: Pick<RoadFacts, 'venues' | 'posts'>, isSmall: boolean) =>
  (id: string, fixed: Pick<Congress, 'levelId' | 'unitId' | 'upperCongressId'>): Congress => {
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
    const hasDate = random() < 0.9
    const first = isSmall ? '2020-06-12' : fixed.levelId === 'grassroots' ? '2020-05-01' : '2020-06-01'
    const date = hasDate ? addDays(first, Math.floor(random() * (isSmall ? 30 : 120))) : null
    return congress(id, date, {
      ...fixed,
      dateTo: date !== null && random() < 0.15 ? addDays(date, 1 + Math.floor(random() * 2)) : date,
      state: pick(states),
      halfDay: pick(halves),
      weekOf: !hasDate && random() < 0.5 ? addDays('2020-05-04', 7 * Math.floor(random() * 16)) : null,
      venueId: random() < 0.8 ? pick(venues).id : null,
      expectedDelegates: random() < 0.8 ? Math.floor(random() * 260) : null,
      expectedGuests: random() < 0.5 ? Math.floor(random() * 60) : null,
      assembly: pick([null, 'everybody', 'delegates']),
      isPilot: random() < 0.02,
      hostBlock: id.endsWith('7') ? 'Khối 1' : '',
      layout: id.endsWith('4') ? 'classroom' : id.endsWith('5') ? 'banquet' : null,
      combinedWith: id.endsWith('3') ? 'Hội nghị cán bộ, công chức' : '',
      postIds: random() < 0.6 ? [...new Set([pick(posts).id, pick(posts).id])] : [],
    })
  }

const levelsOf = () => [
  level('grassroots', 0, {
    rulesOff: [],
    windowFrom: '2020-03-01',
    windowTo: '2020-06-30',
    maxDelegates: 240,
    maxDays: 1,
    staffThreshold: 200,
    gapBeforeUpperDays: 10,
    leaderMaxPerDay: 2,
    lowestLeaderRank: 'standing-member',
  }),
  level('above', 1, {
    windowFrom: '2020-05-01',
    windowTo: '2020-08-15',
    maxDays: 2,
    gapBeforeUpperDays: 14,
    leaderMaxPerDay: 1,
    lowestLeaderRank: 'deputy',
    rulesOff: ['weekend', 'venue-twice'],
  }),
  level('provincial', 2, {
    rulesOff: [],
    windowFrom: '2020-07-01',
    windowTo: '2020-09-30',
    staffThreshold: 200,
    leaderMaxPerDay: 1,
  }),
]

/** Twelve persons hold sixteen posts: some hold two, some leave in July after a handover; the other posts are vacant. */
const holdersOf = (at: number) => {
  if (at >= 16) return []
  const person = {
    personId: `person-${String(at % 12)}`,
    personName: 'An',
    from: null,
    to: at % 5 === 0 ? '2020-07-10' : null,
  }
  const successor = { personId: `person-${String((at + 3) % 12)}`, personName: 'Bình', from: '2020-07-05', to: null }
  return at % 5 === 0 ? [person, successor] : [person]
}

/** Some who are away for days, half of one, or twice. */
const leavesOf = (): RoadFacts['leaves'] => [
  { id: 'l1', personId: 'person-0', from: '2020-06-20', fromHalf: 'morning', to: '2020-07-03', toHalf: 'afternoon' },
  { id: 'l2', personId: 'person-1', from: '2020-06-24', fromHalf: 'afternoon', to: '2020-06-26', toHalf: 'morning' },
  { id: 'l3', personId: 'person-1', from: '2020-06-29', fromHalf: 'morning', to: '2020-06-29', toHalf: 'morning' },
  { id: 'l4', personId: 'person-3', from: '2020-07-06', fromHalf: 'afternoon', to: '2020-07-31', toHalf: 'afternoon' },
]

/** Once by night, over noon, every morning and every Friday evening into Saturday. */
const bookingsOf = (): RoadFacts['bookings'] => {
  const once = { repeats: 'none' as const, repeatsUntil: null }
  const at = (venueId: string, fromDay: string, fromTime: string, toDay: string, toTime: string) => ({
    id: `booking-${venueId}-${fromDay}`,
    venueId,
    fromDay,
    fromTime,
    toDay,
    toTime,
    ...once,
  })
  return [
    at('v0', '2020-06-23', '19:00', '2020-06-24', '08:30'),
    at('v0', '2020-06-26', '12:00', '2020-06-26', '13:00'),
    at('v1', '2020-06-20', '17:30', '2020-07-02', '07:00'),
    ...['v2', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9'].map((venueId) => ({
      ...at(venueId, '2020-05-04', '05:00', '2020-05-04', '07:15'),
      repeats: 'daily' as const,
      repeatsUntil: '2020-08-30',
    })),
    { ...at('v3', '2020-05-01', '18:00', '2020-05-02', '09:00'), repeats: 'weekly', repeatsUntil: '2020-09-30' },
  ]
}

const daysOf = (): RoadFacts['days'] => [
  { id: 'covid', from: '2020-07-30', to: '2020-08-02', kind: 'blocked', unitId: null },
  { id: 'flood', from: '2020-07-06', to: '2020-07-08', kind: 'blocked', unitId: 'd03' },
  { id: 'kings', from: '2020-04-02', to: '2020-04-02', kind: 'holiday', unitId: null },
  { id: 'labour', from: '2020-04-30', to: '2020-05-03', kind: 'holiday', unitId: null },
  { id: 'fair', from: '2020-06-26', to: '2020-06-28', kind: 'holiday', unitId: 'd01' },
  { id: 'martyrs', from: '2020-07-27', to: '2020-07-27', kind: 'holiday', unitId: null },
  { id: 'tet', from: '2020-01-23', to: '2020-01-29', kind: 'tet', unitId: null },
  { id: 'party-d05', from: '2020-06-30', to: '2020-07-01', kind: 'party-congress', unitId: 'd05' },
  { id: 'party-province', from: '2020-09-23', to: '2020-09-25', kind: 'party-congress', unitId: 'province' },
]
