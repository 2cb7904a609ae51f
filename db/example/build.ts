import { defaultAnniversaries } from '../../server/calendar/anniversaries.ts'
import type { CalendarDay } from '../../server/calendar/schema.ts'
import type { Acceptance } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle, Level } from '../../server/cycles/schema.ts'
import { buildCycle } from '../../server/cycles/rules/templates.ts'
import type { ProgrammeItem, ProgrammeSession } from '../../server/programme/schema.ts'
import type { CongressResult } from '../../server/results/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import type { Venue } from '../../server/venues/schema.ts'
import { buildAcceptances } from './acceptances.ts'
import { buildAssignments } from './assignments.ts'
import { standsOn } from './cases.ts'
import { withChain } from './chain.ts'
import { createChance, createIds } from './chance.ts'
import { buildCongresses, type ExampleLevels } from './congresses.ts'
import { chooseCourses } from './courses.ts'
import { daysOfExample } from './days.ts'
import { withEverybody } from './everybody.ts'
import { buildEvents, type ExampleEvent } from './events.ts'
import { buildHall, type ExampleHall } from './halls.ts'
import { buildLists, type ExampleLists } from './lists.ts'
import { buildQuotas } from './quotas.ts'
import { buildPosts, type ExamplePosts } from './posts.ts'
import { buildProgrammes } from './programmes.ts'
import { buildResults } from './results.ts'
import { buildUnits, mustFind, type ExampleUnits } from './units.ts'

/**
 * The road of Nam Định to its fifth Congress (2019–2020) as plain records, parents before children. Names of units, the
 * levels and their windows, the provincial and the national Congress are sourced; all else is invented by a seed and
 * says so (sources.md in this folder tells which is which).
 */
export interface ExampleRoad
  extends
    Pick<ExamplePosts, 'posts' | 'people' | 'postHolders'>,
    ExampleLists,
    ReturnType<typeof buildQuotas>,
    ReturnType<typeof buildAssignments> {
  cycle: Cycle
  /** Lowest first. */
  levels: Level[]
  units: Unit[]
  venues: Venue[]
  halls: ExampleHall[]
  calendarDays: CalendarDay[]
  congresses: Congress[]
  congressEvents: ExampleEvent[]
  results: CongressResult[]
  acceptances: (Acceptance & { version: number })[]
  sessions: ProgrammeSession[]
  items: ProgrammeItem[]
}

/** The same seed gives the same road, ids included; another seed gives other invented days, numbers and names. */
export const buildExample = (seed = 2020): ExampleRoad => {
  const newId = createIds(seed)
  const chance = createChance(seed)
  const units = buildUnits(newId, chance)
  const { cycle, levels } = buildRoad(units, newId)
  const calendarDays = buildDays(units, newId)
  const posts = buildPosts(units, newId, chance)
  const courses = chooseCourses(units, calendarDays, chance)
  const withCourses = buildCongresses({ cycle, levels, units, posts, courses, newId, chance })
  const congresses = withCourses.map(({ congress }) => congress)
  const ofUnit = (unit: Unit): Congress => {
    const found = congresses.find(({ unitId }) => unitId === unit.id)
    if (!found) throw new Error(`the example has no congress of ${unit.name}`)
    return found
  }
  const { posts: postRows, people, postHolders } = posts
  const road = {
    levels: [levels.grassroots, levels.upperGrassroots, levels.provincial, levels.national],
    units: [units.nation, units.province, ...units.districts, ...units.ended, ...units.communes, ...units.agencies],
    venues: [...units.halls.values()],
    congresses,
  }
  const holdersOf = (id: string) => postHolders.filter(({ postId }) => postId === id)
  const facts = {
    ...road,
    today: standsOn,
    days: calendarDays,
    bookings: [],
    leaves: [],
    posts: postRows.map(({ id, rank }) => ({
      id,
      rank,
      holders: holdersOf(id).map((holder) => ({ ...holder, personName: '' })),
    })),
  }
  const heldConferences = units.districts
    .map((district) => ({ district, congress: ofUnit(district) }))
    .filter(({ congress }) => congress.state === 'held' || congress.state === 'reported')
  const provincial = ofUnit(units.province)
  const known = {
    cycle,
    ...road,
    calendarDays,
    posts: postRows,
    people,
    postHolders,
    congressEvents: buildEvents(withCourses, newId),
    acceptances: buildAcceptances(facts, ofUnit(mustFind(units.districts, 'Huyện Nam Trực')).id, newId),
    ...buildProgrammes(
      {
        provincial,
        district: ofUnit(mustFind(units.districts, 'Huyện Ý Yên')),
        commune: ofUnit(mustFind(units.communes, 'Xã Phúc Thắng')),
      },
      newId,
    ),
    results: buildResults(
      congresses.map((congress) => ({
        congress,
        position: road.levels.find(({ id }) => id === congress.levelId)?.position ?? 0,
      })),
      newId,
      chance,
    ),
  }
  const chosen = withChain(buildLists(provincial, units, newId, chance), heldConferences, units, newId, chance)
  const shares = buildQuotas({ provincial, district: ofUnit(mustFind(units.districts, 'Huyện Ý Yên')) }, units, newId)
  const lists = withEverybody(chosen, { congress: provincial, quotas: shares.quotas, units }, newId, chance)
  const assigned = buildAssignments({ congress: provincial, sessions: known.sessions, lists }, newId)
  const venue = road.venues.find(({ id }) => id === provincial.venueId)
  const halls = venue ? [buildHall(venue, newId)] : []
  return { ...known, ...lists, ...shares, ...assigned, halls }
}

const buildRoad = ({ province }: ExampleUnits, newId: () => string): { cycle: Cycle; levels: ExampleLevels } => {
  const { levels: newLevels, ...values } = buildCycle('three-levels-2019', {
    unitId: province.id,
    unitName: province.name,
    year: 2020,
  })
  const cycle: Cycle = {
    id: newId(),
    ...values,
    name: 'Đường tới Đại hội TĐYN tỉnh Nam Định lần thứ V',
    ordinal: 'V',
    theme: 'Đoàn kết, sáng tạo, kỷ cương, thi đua xây dựng tỉnh Nam Định giàu đẹp, văn minh',
    documents: [
      ...values.documents,
      {
        citation:
          'Kế hoạch của UBND tỉnh Nam Định tổ chức Hội nghị điển hình tiên tiến, Đại hội Thi đua yêu nước các cấp tiến tới Đại hội Thi đua yêu nước tỉnh lần thứ V và toàn quốc lần thứ X (số, ngày: chưa tìm thấy)',
        date: null,
      },
    ],
    standsOn,
    isExample: true,
    version: 1,
  }
  const level = (position: number): Level => {
    const found = newLevels[position]
    if (!found) throw new Error(`the template has no level ${String(position)}`)
    return { id: newId(), cycleId: cycle.id, position, ...found, version: 1 }
  }
  return {
    cycle,
    levels: { grassroots: level(0), upperGrassroots: level(1), provincial: level(2), national: level(3) },
  }
}

const buildDays = (units: ExampleUnits, newId: () => string): CalendarDay[] => {
  const unitIds = {
    everybody: null,
    nation: units.nation.id,
    province: units.province.id,
    'Hải Hậu': mustFind(units.districts, 'Huyện Hải Hậu').id,
  }
  const days = daysOfExample.map(({ unit, ...day }) => ({ ...day, sinceYear: null, unitId: unitIds[unit] }))
  const recalled = defaultAnniversaries(2019, 2020).map(({ nameEnglish: _name, basisEnglish: _basis, ...day }) => ({
    ...day,
    unitId: null,
  }))
  return [...days, ...recalled].map((day) => ({ id: newId(), ...day, version: 1 }))
}
