import { proposeAssembly, proposeTitle, unknownYet } from '../../server/congresses/rules.ts'
import type { Assembly, Congress, CongressState, HalfDay } from '../../server/congresses/schema.ts'
import type { Cycle, Level } from '../../server/cycles/schema.ts'
import { addDays } from '../../server/format/dates.ts'
import type { Unit } from '../../server/units/schema.ts'
import { cases, standsOn, type Course } from './cases.ts'
import type { Chance } from './chance.ts'
import { createDiary, type Diary, type ExamplePosts, type PostKey } from './posts.ts'
import type { ExampleUnits } from './units.ts'

/** Levels from the lowest. */
export interface ExampleLevels {
  grassroots: Level
  upperGrassroots: Level
  provincial: Level
  national: Level
}

/** A congress with the course that its history tells. */
export interface CongressWithCourse {
  congress: Congress
  course: Course
}

export interface Ground {
  cycle: Cycle
  levels: ExampleLevels
  units: ExampleUnits
  posts: ExamplePosts
  courses: ReadonlyMap<string, Course>
  newId: () => string
  chance: Chance
}

const emulationCongress = 'Đại hội Thi đua yêu nước'
const modelsConference = 'Hội nghị điển hình tiên tiến'

const inventedNote =
  'Ví dụ: ngày, hội trường, số người, lãnh đạo dự và quá trình thay đổi là số liệu giả định, không phải tư liệu.'

/** One congress for every unit, the top one first, so that each can name its upper one. */
export const buildCongresses = (ground: Ground): CongressWithCourse[] => {
  const { units, levels } = ground
  const diary = createDiary()
  reserveLeaders(ground, diary)
  const national = buildNational(ground)
  const provincial = buildProvincial(ground, national.congress.id)
  const upper = new Map<string, string>()
  const build = (level: Level, upperIdOf: (unit: Unit) => string) => (unit: Unit) => {
    const course = ground.courses.get(unit.id)
    if (!course) throw new Error(`the example has no course for ${unit.name}`)
    const congress = buildLower(ground, diary, { unit, level, course, upperCongressId: upperIdOf(unit) })
    upper.set(unit.id, congress.id)
    return { congress, course }
  }
  const toProvince = build(levels.upperGrassroots, () => provincial.congress.id)
  const toDistrict = build(levels.grassroots, ({ parentId }) => upper.get(parentId ?? '') ?? '')
  return [
    national,
    provincial,
    ...units.districts.map(toProvince),
    ...units.agencies.map(toProvince),
    ...units.communes.map(toDistrict),
  ]
}

const blank = (
  { cycle, newId }: Ground,
  { unit, level, form = level.forms[0] ?? '' }: { unit: Unit; level: Level; form?: string },
): Congress => ({
  id: newId(),
  cycleId: cycle.id,
  levelId: level.id,
  unitId: unit.id,
  form,
  title: proposeTitle(unit, level, { form, ordinal: '', cycle }),
  ...unknownYet,
  note: inventedNote,
  state: 'planned',
  isDateInvented: true,
  formerDate: null,
  formerDateTo: null,
  version: 1,
})

/** The tenth national Congress: days, hall, numbers and theme are sourced (vhnt.org.vn, cuuchienbinh.vn). */
const buildNational = (ground: Ground): CongressWithCourse => {
  const unit = ground.units.nation
  const level = ground.levels.national
  const approval = { reason: 'Phê duyệt Đề án tổ chức Đại hội', paperNumber: 'QĐ 500/QĐ-TTg', on: '2020-04-10' }
  const course: Course = { state: 'approved', approval }
  const congress: Congress = {
    ...blank(ground, { unit, level }),
    ordinal: 'X',
    title: 'Đại hội Thi đua yêu nước toàn quốc lần thứ X',
    theme: 'Đoàn kết, sáng tạo, thi đua xây dựng và bảo vệ Tổ quốc',
    dateFrom: '2020-12-09',
    dateTo: '2020-12-10',
    halfDay: 'day',
    venueId: ground.units.halls.get(unit.id)?.id ?? null,
    expectedDelegates: 2020,
    expectedGuests: 280,
    assembly: 'delegates',
    state: course.state,
    isDateInvented: false,
    note: 'Ngày, địa điểm, số đại biểu và chủ đề theo báo chí đã đưa về Đại hội (133 đoàn; 2.300 người dự, gồm 280 khách mời). Trạng thái và quá trình là số liệu giả định.',
  }
  return { congress, course }
}

/** The fifth Congress of Nam Định: day, hall, theme and 353 delegates are sourced (baonamdinh.vn, September 2020). */
const buildProvincial = (ground: Ground, upperCongressId: string): CongressWithCourse => {
  const unit = ground.units.province
  const level = ground.levels.provincial
  const course: Course = { state: 'preparing' }
  const start = blank(ground, { unit, level })
  const congress: Congress = {
    ...start,
    ordinal: 'V',
    title: proposeTitle(unit, level, { form: start.form, ordinal: 'V', cycle: ground.cycle }),
    theme: ground.cycle.theme,
    dateFrom: '2020-09-09',
    dateTo: '2020-09-09',
    venueId: ground.units.halls.get(unit.id)?.id ?? null,
    expectedDelegates: 353,
    assembly: 'delegates',
    upperCongressId,
    postIds: postIdsOf(ground.posts, ['vicePresident']),
    state: course.state,
    isDateInvented: false,
    note: 'Ngày, địa điểm, chủ đề, 353 đại biểu và việc Phó Chủ tịch nước dự theo Báo Nam Định, tháng 9/2020. Phân bổ đại biểu, phiên trù bị, giờ giấc, sức chứa hội trường, trạng thái và quá trình là số liệu giả định.',
  }
  return { congress, course }
}

const buildLower = (
  ground: Ground,
  diary: Diary,
  place: { unit: Unit; level: Level; course: Course; upperCongressId: string },
): Congress => {
  const { unit, level, course, upperCongressId } = place
  const { units, chance } = ground
  const halfDay = course.halfDay ?? chance.oneOf(['morning', 'morning', 'afternoon'] as const)
  const hall = units.halls.get(course.isInProvincialHall ? units.province.id : unit.id)
  const assembly = course.assembly ?? proposeAssembly(unit.staffNumber, level.staffThreshold)
  const date = course.date ?? null
  return {
    ...blank(ground, { unit, level, form: course.form ?? usualForm(ground, unit) }),
    dateFrom: date,
    dateTo: course.lastDate ?? date,
    halfDay,
    weekOf: course.weekOf ?? null,
    venueId: hall?.id ?? null,
    ...numbersOf(course, { unit, assembly, seats: hall?.capacity ?? 200 }, chance),
    assembly,
    isPilot: course.isPilot ?? false,
    upperCongressId,
    postIds: attendance(ground, diary, { unit, course, date, halfDay }),
    state: finalState(course, chance),
    isDateInvented: date !== null || course.weekOf !== undefined,
    formerDate: course.formerDate ?? null,
    formerDateTo: course.formerDate ?? null,
  }
}

/** Districts mostly hold a congress, communes and agencies mostly a conference; the workers' conference is for companies. */
const usualForm = ({ units, chance }: Ground, unit: Unit): string => {
  const [usual, other] = units.districts.includes(unit)
    ? [emulationCongress, modelsConference]
    : [modelsConference, emulationCongress]
  return chance.below(4) === 0 ? other : usual
}

const numbersOf = (
  { delegates, guests }: Course,
  { unit, assembly, seats }: { unit: Unit; assembly: Assembly | null; seats: number },
  chance: Chance,
): { expectedDelegates: number; expectedGuests: number } => {
  const expectedGuests = guests ?? 8 + chance.below(8)
  const all = assembly === 'everybody' ? (unit.staffNumber ?? 100) : 120 + chance.below(13) * 10
  return { expectedDelegates: delegates ?? Math.min(all, seats - expectedGuests), expectedGuests }
}

/** Three weeks after it most have sent their report. */
const finalState = ({ state, date }: Course, chance: Chance): CongressState => {
  if (state !== 'held' || date === undefined) return state
  return addDays(date, 21) <= standsOn && chance.below(12) > 0 ? 'reported' : 'held'
}

const postIdsOf = ({ byKey }: ExamplePosts, keys: readonly PostKey[]): string[] =>
  keys.flatMap((key) => byKey.get(key) ?? [])

/** The leaders of the fixed cases are taken first, so that chance makes no second conflict with them. */
const reserveLeaders = ({ posts }: Ground, diary: Diary): void => {
  for (const { posts: keys = [], date, lastDate, halfDay = 'day' } of Object.values(cases)) {
    if (date === undefined) continue
    for (const postId of postIdsOf(posts, keys)) {
      diary.take(postId, date, halfDay)
      if (lastDate !== undefined) diary.take(postId, lastDate, halfDay)
    }
  }
}

/** To a district or agency goes a leader of the province who is free, to two of three communes one of their district. */
const attendance = (
  { units, posts, chance }: Ground,
  diary: Diary,
  { unit, course, date, halfDay }: { unit: Unit; course: Course; date: string | null; halfDay: HalfDay },
): string[] => {
  if (course.posts) return postIdsOf(posts, course.posts)
  const ofDistrict = posts.byDistrict.get(unit.parentId ?? '')
  if (date === null || (ofDistrict && chance.below(3) === 0)) return []
  const ofProvince = units.districts.includes(unit)
    ? postIdsOf(posts, ['chair', 'standing', 'culture', 'economy'])
    : postIdsOf(posts, ['council', 'front', 'home', 'emulation', 'economy', 'culture'])
  const leader = chance.shuffled(ofDistrict ?? ofProvince).find((postId) => diary.isFree(postId, date, halfDay))
  if (leader === undefined) return []
  diary.take(leader, date, halfDay)
  return [leader]
}
