import type { Row } from '../../db/rows.ts'
import { removeAssignments } from '../assignments/actions.ts'
import { listCallsNaming } from '../calls/queries.ts'
import { invalid, notFound, refused, type FieldFault } from '../errors.ts'
import { listFilesOfCongress } from '../files/queries.ts'
import { addDays, daysBetween } from '../format/dates.ts'
import { foldForSearch } from '../format/search.ts'
import { removeLists } from '../lists/store.ts'
import { listFormsOfCongress } from '../forms/queries.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { subjectOfUnits } from '../history/rules.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { listReplacements } from '../leaders/queries.ts'
import { listPapers, listSeriesOfCongress, listSteps } from '../papers/queries.ts'
import { findProgramme, listRemarks, listSessions } from '../programme/queries.ts'
import { findPublication } from '../publications/queries.ts'
import { findRelease, listReleases, listTellings } from '../releases/queries.ts'
import { findResult } from '../results/queries.ts'
import { refuseImpossible, roadPart, todayOf, type RoadFacts } from '../road/actions.ts'
import { planForLevel } from './planner.ts'
import { isOnRoad, mayOrganize, reachOf, type Planner } from './reach.ts'
import { findAcceptance, findCongress, listAcceptances, listEvents, listLowerCongresses } from './queries.ts'
import { checkDates, checkStateChange, formerDatesOf, furtherDays, type DateProblem } from './rules.ts'
import type {
  Congress,
  CongressChange,
  CongressesForLevel,
  DateChange,
  ManyChange,
  NewCongress,
  StateChange,
} from './schema.ts'
import type { NewAcceptance } from '../conflicts/schema.ts'

type Kept = Row<'congresses'>

/** Why date or state change, and on whose word. */
export type Why = Pick<Row<'congressEvents'>, 'reason' | 'paperNumber' | 'sourceKind' | 'source'>

export const splitWhy = <T extends Pick<StateChange, 'reason' | 'paperNumber' | 'sourceKind' | 'source'>>(
  change: T,
) => {
  const { reason, paperNumber, sourceKind, source, ...values } = change
  return { why: { reason, paperNumber, sourceKind: sourceKind ?? null, source: source ?? '' }, values }
}

export const createCongress = (office: Office, actor: Planner, congress: NewCongress): Promise<Done<Congress>> =>
  act(office, actor, aboutNew('congress-created', congress), async (rows) => {
    const facts = await roadPart(rows.tx, congress.cycleId)
    if (!isOnRoad(facts, actor.duties, congress.unitId)) throw notFound()
    requireReferences(facts, actor, congress, null)
    const row = newRow(congress)
    refuseImpossible(office, facts, row)
    return rows.create('congresses', row)
  })

/** Changes any field. A changed date is kept in the history with reason and paper. */
export const changeCongress = (
  office: Office,
  actor: Planner,
  id: string,
  change: CongressChange,
): Promise<Done<Congress>> => {
  const { version, ...rest } = change
  const { why, values } = splitWhy(rest)
  return changeOne(office, actor, id, version, 'congress-changed', why, () => ({
    ...values,
    folded: foldForSearch(values.title),
  }))
}

/** Moves a congress to another date or week, or takes its date away. */
export const moveCongress = (
  office: Office,
  actor: Planner,
  id: string,
  change: DateChange,
): Promise<Done<Congress>> => {
  const { version, ...rest } = change
  const { why, values } = splitWhy(rest)
  return changeOne(office, actor, id, version, 'congress-moved', why, () => values)
}

const changeOne = (
  office: Office,
  actor: Planner,
  id: string,
  version: number,
  action: string,
  why: Why,
  valuesOf: (before: Kept, facts: RoadFacts) => Partial<Kept>,
): Promise<Done<Congress>> =>
  act(office, actor, { action, subject: '', unitId: null, congressId: id, reason: why.reason }, async (rows) => {
    const before = await requireCongress(rows, id)
    const facts = await roadPart(rows.tx, before.cycleId)
    return changeRow(office, actor, rows, facts, before, version, valuesOf(before, facts), why)
  })

/** The heart of every change of a congress: references, dates, what is impossible, the row, and its history. */
export const changeRow = async (
  office: Office,
  actor: Planner,
  rows: ActRows,
  facts: RoadFacts,
  before: Kept,
  version: number,
  values: Partial<Kept>,
  why: Why,
): Promise<Kept> => {
  const wanted = { ...before, ...values }
  requireReferences(facts, actor, wanted, before)
  const isElsewhere = isMovedTo(before, wanted) || before.halfDay !== wanted.halfDay || before.unitId !== wanted.unitId
  if (isElsewhere) refuseImpossible(office, facts, wanted)
  return writeChange(office, actor, rows, { before, version, values, why })
}

const isMovedTo = (before: Kept, wanted: Kept) => before.dateFrom !== wanted.dateFrom || before.dateTo !== wanted.dateTo

/** Writes a change that nothing stands against, and the line of its history where date or state change. */
export const writeChange = async (
  office: Office,
  actor: Actor,
  rows: ActRows,
  { before, version, values, why }: { before: Kept; version: number; values: Partial<Kept>; why: Why },
): Promise<Kept> => {
  const isMoved = isMovedTo(before, { ...before, ...values })
  const after = await rows.change('congresses', before.id, version, {
    ...values,
    ...(isMoved ? { isDateInvented: false, ...formerDatesOf(before) } : {}),
  })
  if (isMoved) await moveSessions(rows, before, after)
  // Postponed once more is a step of its own, though the state stays.
  const isStep = before.state !== after.state || (values.state === 'postponed' && before.state === 'postponed')
  if (isMoved || isStep) {
    await rows.create('congressEvents', {
      id: newId(),
      congressId: before.id,
      at: office.now().toISOString(),
      accountName: actor.name,
      kind: isStep ? 'state' : 'date',
      stateBefore: isStep ? before.state : null,
      stateAfter: isStep ? after.state : null,
      dateBefore: before.dateFrom,
      dateAfter: after.dateFrom,
      ...why,
    })
  }
  return after
}

/** The programme goes along: each day of it keeps its distance from the first day of the congress. */
const moveSessions = async (rows: ActRows, before: Kept, after: Kept): Promise<void> => {
  const from = before.dateFrom ?? before.formerDate
  if (from === null || after.dateFrom === null || from === after.dateFrom) return
  const days = daysBetween(from, after.dateFrom)
  for (const { id, version, date } of await listSessions(rows.tx, before.id)) {
    if (date !== null) await rows.change('sessions', id, version, { date: addDays(date, days) })
  }
}

/** Passes a congress to another state; `postponed` takes its date away or gives the new one. */
export const changeState = (
  office: Office,
  actor: Planner,
  id: string,
  change: StateChange,
): Promise<Done<Congress>> => {
  const { version, ...rest } = change
  const action = `congress-state:${change.state}`
  return changeOne(office, actor, id, version, action, splitWhy(rest).why, (before, facts) =>
    stateValues(before, change, todayOf(office, facts.cycle.standsOn)),
  )
}

const stateValues = (
  before: Kept,
  change: Pick<StateChange, 'state' | 'reason' | 'newDate'>,
  today: string,
): Partial<Kept> => {
  const [problem] = checkStateChange(before, change, today)
  // A field that can be mended is named; the rest has a sentence of its own.
  if (problem === 'reason-missing') throw invalid([{ field: 'reason', rule: 'required' }])
  if (problem) throw refused(problem, 'The congress cannot pass to this state.', { state: before.state })
  if (change.state !== 'postponed') return { state: change.state }
  const dateTo = change.newDate && addDays(change.newDate, furtherDays(before))
  return { state: change.state, dateFrom: change.newDate, dateTo, weekOf: null }
}

/** Creates a congress for every unit named that has none at the level; one act, one undo. */
export const createForLevel = (
  office: Office,
  actor: Planner,
  cycleId: string,
  request: CongressesForLevel,
): Promise<Done<{ created: number; left: number }>> =>
  act(office, actor, { action: 'congresses-created', subject: '', unitId: null, cycleId }, async (rows) => {
    const facts = await roadPart(rows.tx, cycleId)
    const level = facts.levels.find(({ id }) => id === request.levelId)
    if (!level || !mayOrganize(facts, actor.duties, request.unitIds)) throw notFound()
    rows.say({ subject: level.name, unitId: facts.cycle.unitId })
    const today = todayOf(office, facts.cycle.standsOn)
    const planned = planForLevel(request, { ...facts, today }).flatMap(({ congress }) => congress ?? [])
    await rows.createMany('congresses', planned.map(newRow))
    return { created: planned.length, left: request.unitIds.length - planned.length }
  })

/** Changes many congresses in one act: all of them or none. */
export const changeMany = (office: Office, actor: Planner, request: ManyChange): Promise<Done<{ changed: number }>> =>
  act(
    office,
    actor,
    { action: 'congresses-changed', subject: '', unitId: null, reason: request.reason },
    async (rows) => {
      const { shiftDays, state, ...plain } = request.changes
      const { why } = splitWhy(request)
      let facts: RoadFacts | null = null
      const unitIds = new Set<string>()
      for (const { id, version } of request.congresses) {
        const before = await requireCongress(rows, id)
        unitIds.add(before.unitId)
        if (facts?.cycle.id !== before.cycleId) facts = await roadPart(rows.tx, before.cycleId)
        const change = { state: state ?? before.state, reason: request.reason, newDate: null }
        const values: Partial<Kept> = {
          ...withoutUndefined(plain),
          ...(shiftDays === undefined ? {} : shifted(before, shiftDays)),
          ...(state === undefined ? {} : stateValues(before, change, todayOf(office, facts.cycle.standsOn))),
        }
        await changeRow(office, actor, rows, facts, before, version, values, why)
      }
      const subject = facts ? subjectIn(facts, unitIds) : ''
      rows.say({ subject, unitId: facts && lowestCommonUnit(facts, unitIds), congressId: null })
      return { changed: request.congresses.length }
    },
  )

/** The lowest unit above all of these: whoever answers for it may see and undo the act. */
export const lowestCommonUnit = ({ units }: RoadFacts, unitIds: ReadonlySet<string>): string | null => {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const lineOf = (id: string): string[] => {
    const parent = parents.get(id) ?? null
    return parent === null ? [id] : [id, ...lineOf(parent)]
  }
  const [first = [], ...others] = [...unitIds].map(lineOf)
  return first.find((id) => others.every((line) => line.includes(id))) ?? null
}

/** Names the units that an act on many congresses is about. */
export const subjectIn = ({ units }: Pick<RoadFacts, 'units'>, unitIds: ReadonlySet<string>): string =>
  subjectOfUnits(units.filter(({ id }) => unitIds.has(id)).map(({ name }) => name))

const shifted = ({ dateFrom, dateTo }: Kept, days: number): Partial<Kept> =>
  dateFrom === null || dateTo === null ? {} : { dateFrom: addDays(dateFrom, days), dateTo: addDays(dateTo, days) }

/** Deletes a congress with its programme, papers, result, files and history; the act's undo brings all of it back. */
export const deleteCongress = (office: Office, actor: Planner, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'congress-deleted', subject: '', unitId: null, congressId: id }, async (rows) => {
    const congress = await requireCongress(rows, id)
    for (const lower of await listLowerCongresses(rows.tx, id)) {
      await rows.change('congresses', lower.id, lower.version, { upperCongressId: null })
    }
    await removeProgramme(rows, id)
    for (const call of await listCallsNaming(rows.tx, id)) {
      await rows.change('calls', call.id, call.version, { congressId: null })
    }
    for (const file of await listFilesOfCongress(rows.tx, id)) await rows.remove('files', file.id, file.version)
    const result = await findResult(rows.tx, id)
    if (result) await rows.remove('results', result.id, result.version)
    await removePapers(rows, id)
    await removeAssignments(rows, id)
    await removeLists(rows, id)
    for (const event of await listEvents(rows.tx, id)) await rows.remove('congressEvents', event.id, event.version)
    for (const kept of await listReplacements(rows.tx, [id])) await rows.remove('replacements', kept.id, kept.version)
    for (const form of await listFormsOfCongress(rows.tx, id)) await rows.remove('forms', form.id, form.version)
    for (const kept of await listAcceptances(rows.tx, [id])) await rows.remove('acceptances', kept.id, kept.version)
    await rows.remove('congresses', congress.id, version)
  })

/** With what is in its tray, its speakers and remarks, and all that was released of it. */
const removeProgramme = async (rows: ActRows, congressId: string): Promise<void> => {
  const { sessions, tray, speakers } = await findProgramme(rows.tx, congressId)
  for (const item of [...sessions.flatMap(({ items }) => items), ...tray])
    await rows.remove('items', item.id, item.version)
  for (const session of sessions) await rows.remove('sessions', session.id, session.version)
  for (const speaker of speakers) await rows.remove('speakers', speaker.id, speaker.version)
  for (const remark of await listRemarks(rows.tx, congressId)) await rows.remove('remarks', remark.id, remark.version)
  await removeReleases(rows, congressId)
}

const removeReleases = async (rows: ActRows, congressId: string): Promise<void> => {
  const publication = await findPublication(rows.tx, congressId)
  if (publication) await rows.remove('publications', publication.id, publication.version)
  const ids = (await listReleases(rows.tx, congressId)).map(({ id }) => id)
  for (const telling of await listTellings(rows.tx, ids)) await rows.remove('tellings', telling.id, telling.version)
  for (const id of ids) await rows.remove('releases', id, (await findRelease(rows.tx, id))?.version ?? 0)
}

/** With their steps, and the series of numbers that was this committee's own. */
const removePapers = async (rows: ActRows, congressId: string): Promise<void> => {
  const papers = await listPapers(rows.tx, congressId)
  const steps = await listSteps(
    rows.tx,
    papers.map(({ id }) => id),
  )
  for (const step of steps) await rows.remove('paperSteps', step.id, step.version)
  for (const paper of papers) await rows.remove('papers', paper.id, paper.version)
  for (const series of await listSeriesOfCongress(rows.tx, congressId)) {
    await rows.remove('numberSeries', series.id, series.version)
  }
}

/** Accepts a warning, with the reason that is kept; what is impossible cannot be accepted, for it cannot be saved. */
export const acceptWarning = (office: Office, actor: Planner, acceptance: NewAcceptance) =>
  act(
    office,
    actor,
    {
      action: 'warning-accepted',
      subject: '',
      unitId: null,
      congressId: acceptance.congressId,
      reason: acceptance.reason,
    },
    async (rows) => {
      await requireCongress(rows, acceptance.congressId)
      return rows.create('acceptances', {
        id: newId(),
        ...acceptance,
        accountName: actor.name,
        at: office.now().toISOString(),
      })
    },
  )

export const withdrawAcceptance = (office: Office, actor: Planner, id: string): Promise<Done<void>> =>
  act(office, actor, { action: 'acceptance-deleted', subject: '', unitId: null }, async (rows) => {
    const acceptance = await findAcceptance(rows.tx, id)
    if (!acceptance) throw notFound()
    await requireCongress(rows, acceptance.congressId)
    await rows.remove('acceptances', id, acceptance.version)
  })

/** Reads the congress and tells the act what it is about. */
export const requireCongress = async (rows: ActRows, id: string): Promise<Kept> => {
  const congress = await findCongress(rows.tx, id)
  if (!congress) throw notFound()
  rows.say({ subject: congress.title, unitId: congress.unitId, cycleId: congress.cycleId, congressId: id })
  return congress
}

const requireReferences = (
  facts: RoadFacts,
  { duties }: Planner,
  congress: NewCongress | Kept,
  before: Kept | null,
): void => {
  const faults: FieldFault[] = checkDates(congress).map((problem) => faultOfDates[problem])
  const reach = reachOf(facts, duties, congress, before)
  const known = (field: keyof NewCongress, isKnown: boolean) => {
    if (!isKnown) faults.push({ field, rule: 'not-known' })
  }
  known(
    'levelId',
    facts.levels.some(({ id }) => id === congress.levelId),
  )
  known('unitId', reach.unit)
  known('hostUnitIds', reach.hosts)
  known('venueId', reach.venue)
  known('postIds', reach.posts)
  known('upperCongressId', reach.upper)
  if (faults.length > 0) throw invalid(faults)
}

/** Each problem at the field where it is mended, by the rule that has a sentence. */
const faultOfDates: Readonly<Record<DateProblem, FieldFault>> = {
  'no-such-day': { field: 'dateFrom', rule: 'not-a-date' },
  'date-incomplete': { field: 'dateTo', rule: 'required' },
  'dates-reversed': { field: 'dateTo', rule: 'reversed' },
  'week-with-date': { field: 'weekOf', rule: 'wrong-form' },
  'week-not-monday': { field: 'weekOf', rule: 'wrong-form' },
}

const newRow = (congress: NewCongress): Omit<Kept, 'version'> => ({
  id: newId(),
  ...congress,
  folded: foldForSearch(congress.title),
  state: 'planned',
  isDateInvented: false,
  formerDate: null,
  formerDateTo: null,
})

const aboutNew = (action: string, { title, unitId, cycleId }: NewCongress) => ({
  action,
  subject: title,
  unitId,
  cycleId,
})

const withoutUndefined = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
