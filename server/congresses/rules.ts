import type { Cycle, Level } from '../cycles/schema.ts'
import type { Unit } from '../units/schema.ts'
import { weekdayOf } from '../conflicts/rules/days.ts'
import { dayNumber, daysBetween, isoDate } from '../format/dates.ts'
import type { Assembly, Congress, CongressEvent, CongressState, HalfDay, NewCongress } from './schema.ts'

/** `forward` is what comes next, `aside` puts the congress off, `back` corrects a slip. */
export type StepKind = 'forward' | 'aside' | 'back'

export interface Step {
  kind: StepKind
  to: CongressState
}

/**
 * From which state a congress may pass to which, the usual next one first. Forward to `held` in one step from any state
 * before it: an office often learns by telephone that a congress took place. Back one step only.
 */
const nextStates: Readonly<Record<CongressState, Readonly<Partial<Record<StepKind, readonly CongressState[]>>>>> = {
  planned: { forward: ['approved', 'preparing', 'held'], aside: ['postponed', 'cancelled'] },
  approved: { forward: ['preparing', 'held'], aside: ['postponed', 'cancelled'], back: ['planned'] },
  preparing: { forward: ['held'], aside: ['postponed', 'cancelled'], back: ['approved'] },
  held: { forward: ['reported'], back: ['preparing'] },
  reported: { back: ['held'] },
  postponed: { forward: ['planned', 'preparing', 'held'], aside: ['postponed', 'cancelled'] },
  cancelled: { back: ['planned'] },
}

/** The steps from a state: forward ones in their order, then what puts off, then corrections. */
export const stepsFrom = (from: CongressState): Step[] =>
  (['forward', 'aside', 'back'] as const).flatMap((kind) => (nextStates[from][kind] ?? []).map((to) => ({ kind, to })))

/** Whether a congress in state `from` may be given state `to`. Postponed may be postponed once more, with another date. */
export const mayChangeState = (from: CongressState, to: CongressState): boolean =>
  stepsFrom(from).some((step) => step.to === to)

/** The steps that nothing stands against today but a reason that is still to be given. */
export const openSteps = (congress: Pick<Congress, 'state' | 'dateFrom' | 'dateTo'>, today: string): Step[] =>
  stepsFrom(congress.state).filter(({ to }) =>
    checkStateChange(congress, { state: to, reason: '', newDate: null }, today).every(
      (problem) => problem === 'reason-missing',
    ),
  )

export type StateProblem =
  'step-not-allowed' | 'reason-missing' | 'date-missing' | 'date-in-future' | 'new-date-unwanted' | 'no-such-day'

/** What stands against a change of state, most important first; empty = it may be made. The paper's number is never required: it comes after the signature. */
export const checkStateChange = (
  congress: Pick<Congress, 'state' | 'dateFrom' | 'dateTo'>,
  change: { state: CongressState; reason: string; newDate: string | null },
  today: string,
): StateProblem[] => {
  const problems: StateProblem[] = []
  const { state, newDate } = change
  if (!mayChangeState(congress.state, state)) problems.push('step-not-allowed')
  if ((state === 'postponed' || state === 'cancelled') && change.reason.trim() === '') problems.push('reason-missing')
  if (state === 'held' && congress.state !== 'reported') {
    const lastDay = congress.dateTo ?? congress.dateFrom
    if (lastDay === null) problems.push('date-missing')
    else if (lastDay > today) problems.push('date-in-future')
  }
  if (newDate !== null && state !== 'postponed') problems.push('new-date-unwanted')
  if (newDate !== null && !isDay(newDate)) problems.push('no-such-day')
  return problems
}

type Days = Pick<Congress, 'dateFrom' | 'dateTo' | 'formerDate' | 'formerDateTo'>

/** The days that a congress had, to be kept as it is moved or put off: one that had none keeps those before. */
export const formerDatesOf = (before: Days): Pick<Congress, 'formerDate' | 'formerDateTo'> =>
  before.dateFrom === null
    ? { formerDate: before.formerDate, formerDateTo: before.formerDateTo }
    : { formerDate: before.dateFrom, formerDateTo: before.dateTo }

/** How many days follow the first, of the days that it has or had: what stays when it moves. 0 = one day. */
export const furtherDays = (congress: Days): number => {
  const { formerDate, formerDateTo } = formerDatesOf(congress)
  return formerDate === null || formerDateTo === null ? 0 : daysBetween(formerDate, formerDateTo)
}

/**
 * The state of a postponed congress that is given its new date, by the state from which it was put off. What is being
 * prepared goes on being prepared: the work done is not lost with the day. An approval was of the former date, so that
 * what was approved is planned again until the new date is approved; planned stays planned.
 */
export const stateOnceDated = (stateBefore: CongressState | null): CongressState =>
  stateBefore === 'preparing' ? 'preparing' : 'planned'

/** Of a congress's history, newest first, what tells why it stands as it does: its last step. */
export const standingEvent = <T extends Pick<CongressEvent, 'kind'>>(events: readonly T[]): T | undefined =>
  events.find(({ kind }) => kind === 'state')

export type DateProblem = 'no-such-day' | 'date-incomplete' | 'dates-reversed' | 'week-with-date' | 'week-not-monday'

/** What is wrong with the dates of a congress, most important first; empty = nothing. */
export const checkDates = ({
  dateFrom,
  dateTo,
  weekOf,
}: Pick<Congress, 'dateFrom' | 'dateTo' | 'weekOf'>): DateProblem[] => {
  const problems: DateProblem[] = []
  if ([dateFrom, dateTo, weekOf].some((date) => date !== null && !isDay(date))) problems.push('no-such-day')
  if ((dateFrom === null) !== (dateTo === null)) problems.push('date-incomplete')
  if (dateFrom !== null && dateTo !== null && dateTo < dateFrom) problems.push('dates-reversed')
  if (weekOf !== null && dateFrom !== null) problems.push('week-with-date')
  if (weekOf !== null && isDay(weekOf) && !isMonday(weekOf)) problems.push('week-not-monday')
  return problems
}

/** Everybody meets below the threshold, delegates above it; null where it is open: at the threshold itself (HD 1149/HD-BTĐKT leaves it unsettled) or with a number unknown. */
export const proposeAssembly = (staffNumber: number | null, threshold: number | null): Assembly | null => {
  if (staffNumber === null || threshold === null || staffNumber === threshold) return null
  return staffNumber < threshold ? 'everybody' : 'delegates'
}

/** A congress looks back on five years and ahead to five: «giai đoạn 2015 - 2020», «(2020 - 2025)». */
const cycleYears = 5

/**
 * Title for a congress in Vietnamese, to be edited. `form` null or empty = the level's first form.
 * «Hội nghị …» names the years behind, «Đại hội …» its ordinal and the years ahead, both counted from the year in which the cycle ends.
 */
export const proposeTitle = (
  unit: Pick<Unit, 'name' | 'type'>,
  level: Pick<Level, 'forms'>,
  { form, ordinal, cycle }: { form: string | null; ordinal: string; cycle: Pick<Cycle, 'endsOn'> },
): string => {
  const kind = form?.trim() || (level.forms[0] ?? '')
  const endYear = Number(cycle.endsOn.slice(0, 4))
  const start = `${kind} ${unitInSentence(unit)}`.trim()
  if (!kind.toLocaleLowerCase('vi').startsWith('đại hội')) {
    return `${start} giai đoạn ${String(endYear - cycleYears)} - ${String(endYear)}`
  }
  const years = `${String(endYear)} - ${String(endYear + cycleYears)}`
  return ordinal.trim() === '' ? `${start} giai đoạn ${years}` : `${start} lần thứ ${ordinal.trim()} (${years})`
}

const administrativeTypes = [
  'thị trấn',
  'thị xã',
  'thành phố',
  'đặc khu',
  'tỉnh',
  'quận',
  'huyện',
  'phường',
  'xã',
  'toàn quốc',
]
/** Bodies whose names begin like an administrative unit's but are names of their own: Tỉnh Đoàn, Huyện ủy, Xã đội. */
const bodyAfterType = /^(đoàn|ủy|uỷ|đội)(\s|$)/iu

/**
 * A unit's name as it stands inside a sentence: huyện Hải Hậu, xã Hải Anh, but Sở Y tế, Phường 1, Thành phố Hồ Chí Minh
 * (Nghị định 30/2020, Phụ lục II, III.1: common noun with a proper name small, with a number or by special rule capital).
 */
export const unitInSentence = ({ name, type }: Pick<Unit, 'name' | 'type'>): string => {
  const folded = name.toLocaleLowerCase('vi')
  const ownType = type.trim().toLocaleLowerCase('vi')
  const word = administrativeTypes.find((each) => folded === each || folded.startsWith(each + ' '))
  if (word === undefined) {
    if (!administrativeTypes.includes(ownType)) return name
    return `${/^\d/.test(name) ? type.trim() : ownType} ${name}`
  }
  const properName = name.slice(word.length).trim()
  const isOtherBody = (ownType !== '' && ownType !== word) || bodyAfterType.test(properName)
  const staysCapital = /^\d/.test(properName) || folded === 'thành phố hồ chí minh'
  return isOtherBody || staysCapital ? name : `${word} ${properName}`.trim()
}

/** Where to look for upper congresses: the tree of units, the congresses of a unit, the position of a level (−1 = unknown). */
export interface UnitTree<T> {
  parentOf: (unitId: string) => string | null
  congressesOf: (unitId: string) => readonly T[]
  positionOf: (levelId: string) => number
}

/** No real tree is that deep: one that bites its tail ends here. */
const deepestTree = 50

type Candidate = Pick<Congress, 'id' | 'levelId' | 'state'>

/**
 * The congress to which a congress of this unit and level position sends its delegates: that of the unit itself or its
 * nearest ancestor with a congress of a higher level, there the lowest such level. Cancelled ones do not count.
 */
export const nearestUpper = <T extends Candidate>(unitId: string, position: number, tree: UnitTree<T>): T | null => {
  let steps = 0
  for (let at: string | null = unitId; at !== null && steps < deepestTree; at = tree.parentOf(at)) {
    steps += 1
    let best: T | null = null
    let bestPosition = Infinity
    for (const candidate of tree.congressesOf(at)) {
      const candidatePosition = tree.positionOf(candidate.levelId)
      if (candidatePosition <= position || candidate.state === 'cancelled') continue
      const isBetter =
        candidatePosition < bestPosition ||
        (candidatePosition === bestPosition && best !== null && candidate.id < best.id)
      if (isBetter) [best, bestPosition] = [candidate, candidatePosition]
    }
    if (best !== null) return best
  }
  return null
}

/** Units, levels and congresses of one cycle, as far as an upper congress is looked for in them. */
interface UpperPlaces<T> {
  units: readonly Pick<Unit, 'id' | 'parentId'>[]
  levels: readonly Pick<Level, 'id' | 'position'>[]
  congresses: readonly T[]
}

type Placed = Candidate & Pick<Congress, 'unitId'>

/** The upper congress proposed for a congress of `unit` at `level` among the congresses of the same cycle; null where there is none. */
export const parentCongressFor = <T extends Placed>(
  unit: Pick<Unit, 'id'>,
  level: Pick<Level, 'position'>,
  road: UpperPlaces<T>,
): T | null => upperFinder(road)(unit, level)

/** The same for many units of one road, which is looked through once. */
export const upperFinder = <T extends Placed>({ units, levels, congresses }: UpperPlaces<T>) => {
  const parents = new Map(units.map((each) => [each.id, each.parentId]))
  const positions = new Map(levels.map((each) => [each.id, each.position]))
  const held = new Map<string, T[]>()
  for (const congress of congresses) held.set(congress.unitId, [...(held.get(congress.unitId) ?? []), congress])
  return (unit: Pick<Unit, 'id'>, level: Pick<Level, 'position'>): T | null =>
    nearestUpper(unit.id, level.position, {
      parentOf: (unitId) => parents.get(unitId) ?? null,
      congressesOf: (unitId) => held.get(unitId) ?? [],
      positionOf: (levelId) => positions.get(levelId) ?? -1,
    })
}

const isDay = (date: string): boolean => {
  const day = dayNumber(date)
  return Number.isFinite(day) && isoDate(day) === date
}

const isMonday = (date: string): boolean => weekdayOf(dayNumber(date)) === 1

type Hosted = Pick<Congress, 'unitId' | 'hostUnitIds' | 'hostBlock'>

/** Every unit for which a congress counts as held, its own first: co-hosts, and the units of a block that holds it. */
export const hostsOf = (congress: Hosted, units: readonly Pick<Unit, 'id' | 'block'>[]): string[] => {
  const { unitId, hostUnitIds, hostBlock } = congress
  const ofBlock = hostBlock === '' ? [] : units.filter(({ block }) => block === hostBlock).map(({ id }) => id)
  return [...new Set([unitId, ...hostUnitIds, ...ofBlock])]
}

/** From when to when the halves of a day last for a congress whose programme does not tell its hours. */
export const halfDayHours: Readonly<Record<HalfDay, readonly [start: string, end: string]>> = {
  morning: ['07:30', '11:30'],
  afternoon: ['13:30', '17:00'],
  day: ['07:30', '17:00'],
}

/** What of a congress is not known yet when it is first written down. */
export const unknownYet: Omit<NewCongress, 'cycleId' | 'levelId' | 'unitId' | 'form' | 'title'> = {
  theme: '',
  ordinal: '',
  dateFrom: null,
  dateTo: null,
  halfDay: 'morning',
  weekOf: null,
  venueId: null,
  layout: null,
  expectedDelegates: null,
  expectedGuests: null,
  assembly: null,
  isPilot: false,
  upperCongressId: null,
  postIds: [],
  note: '',
  hostUnitIds: [],
  hostBlock: '',
  combinedWith: '',
}
