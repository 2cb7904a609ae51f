import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { createRoadIndex, findConflicts } from '../conflicts/rules.ts'
import { formerDatesOf, nearestUpper, proposeAssembly, proposeTitle, unknownYet } from '../congresses/rules.ts'
import { foldForSearch } from '../format/search.ts'
import type { ActRows } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { roadPart, todayOf, type RoadFacts } from '../road/actions.ts'
import { linesOf } from '../road/rules.ts'
import { addFault, hasError, type Draft } from './draft.ts'
import type { Plan } from './import-units.ts'
import { judgeCongresses, matchCongresses, type CongressScope, type PlannedCongress } from './plan-congresses.ts'
import { createUnitNames } from './unit-names.ts'
import { createVenueNames } from './venue-names.ts'

type Kept = Row<'congresses'>

/** The road as the import sees it: units under its own (null = all), venues of these and of the units above. */
export const congressScope = (facts: RoadFacts, rootId: string | null): CongressScope =>
  congressScopeOf(facts, rootId === null ? null : [rootId])

/** The same under several units. */
export const congressScopeOf = (facts: RoadFacts, rootIds: readonly string[] | null): CongressScope => {
  const lineOf = linesOf(facts.units)
  const isUnder = (id: string) => rootIds === null || lineOf(id).some((each) => rootIds.includes(each))
  const units = facts.units.filter(({ id }) => isUnder(id))
  const inScope = new Set(units.map(({ id }) => id))
  const above = new Set((rootIds ?? []).flatMap((rootId) => lineOf(rootId)))
  const names = createUnitNames(units)
  const venues = facts.venues.filter(({ unitId }) => inScope.has(unitId) || above.has(unitId))
  const namesOfAll = createUnitNames(facts.units.filter(({ id }) => inScope.has(id) || above.has(id)))
  return {
    names,
    venueNames: createVenueNames(venues, namesOfAll, lineOf),
    levels: facts.levels,
    congresses: facts.congresses.filter(({ unitId }) => inScope.has(unitId)),
  }
}

export const planCongressImport = async (
  office: Office,
  read: Reader,
  drafts: Draft[],
  { unitId, cycleId }: { unitId: string | null; cycleId: string | null },
): Promise<Plan> => {
  const facts = await roadPart(read, cycleId ?? '')
  const scope = congressScope(facts, unitId)
  return planCongressRows(office, facts, { planned: matchCongresses(drafts, scope), scope, sourceOf: () => '' })
}

export interface MatchedRows {
  planned: readonly PlannedCongress[]
  scope: CongressScope
  /** Where a row comes from, as the history of a moved congress tells it; '' = it does not. */
  sourceOf: (draft: Draft) => string
}

/** What rows that are matched already would do. */
export const planCongressRows = (office: Office, facts: RoadFacts, { planned, scope, sourceOf }: MatchedRows): Plan => {
  const wanted = wantedRows(facts, planned)
  noteImpossible(office, facts, planned, wanted)
  const judged = judgeCongresses(planned, scope)
  const states = new Map(judged.map(({ draft, shown }) => [draft, shown.state]))
  const inState = (state: string) => planned.filter(({ draft }) => states.get(draft) === state)
  return {
    judged,
    write: (rows, actor) =>
      writeCongresses(office, rows, actor, { wanted, made: inState('new'), changed: inState('changed'), sourceOf }),
  }
}

/** Each congress as it would stand; rows with errors make none. */
const wantedRows = (facts: RoadFacts, planned: readonly PlannedCongress[]): Map<Draft, Omit<Kept, 'version'>> => {
  const wanted = new Map<Draft, Omit<Kept, 'version'>>()
  for (const { draft, congress, values } of planned) {
    if (hasError(draft)) continue
    const row = congress
      ? { ...(facts.congresses.find(({ id }) => id === congress.id) as Kept), ...values }
      : newRow(facts, values)
    wanted.set(draft, { ...row, folded: foldForSearch(row.title) })
    // What is proposed is shown too.
    for (const field of congress ? [] : (['form', 'title', 'halfDay'] as const)) draft.values.set(field, row[field])
  }
  return wanted
}

/** What a new congress has that its row does not say is proposed as on its page. */
const newRow = (facts: RoadFacts, values: PlannedCongress['values']): Omit<Kept, 'version'> => {
  const level = facts.levels.find(({ id }) => id === values.levelId)
  const unit = facts.units.find(({ id }) => id === values.unitId)
  const form = values.form ?? level?.forms[0] ?? ''
  const ordinal = values.ordinal ?? ''
  const title = unit && level ? proposeTitle(unit, level, { form, ordinal, cycle: facts.cycle }) : ''
  return {
    id: newId(),
    cycleId: facts.cycle.id,
    levelId: '',
    unitId: '',
    title,
    ...unknownYet,
    halfDay: 'day',
    assembly: proposeAssembly(unit?.staffNumber ?? null, level?.staffThreshold ?? null),
    ...values,
    form,
    ordinal,
    folded: '',
    state: 'planned',
    isDateInvented: false,
    formerDate: null,
    formerDateTo: null,
  }
}

/** What no page could save is an error here too: congresses moved or made where the rules say that they cannot be. */
const noteImpossible = (
  office: Office,
  facts: RoadFacts,
  planned: readonly PlannedCongress[],
  wanted: ReadonlyMap<Draft, Omit<Kept, 'version'>>,
) => {
  const moved = new Map<string, Draft>()
  for (const { draft, congress } of planned) {
    const row = wanted.get(draft)
    if (row && (!congress || isElsewhere(congress, row))) moved.set(row.id, draft)
  }
  if (moved.size === 0) return
  const replaced = new Map([...wanted.values()].map((row) => [row.id, row]))
  const standing = facts.congresses.filter(({ id }) => !replaced.has(id))
  const today = todayOf(office, facts.cycle.standsOn)
  const index = createRoadIndex({ ...facts, congresses: [...standing, ...replaced.values()], today })
  for (const { severity, congressId, rule } of findConflicts(index)) {
    const draft = severity === 'impossible' ? moved.get(congressId) : undefined
    if (draft) addFault(draft, draft.values.has('dateFrom') ? 'dateFrom' : 'unit', 'impossible', { rule })
  }
}

type Placed = Pick<Kept, 'dateFrom' | 'dateTo' | 'halfDay'>

const isElsewhere = (before: Placed, after: Placed) => isMoved(before, after) || before.halfDay !== after.halfDay

const isMoved = (before: Placed, after: Placed) => before.dateFrom !== after.dateFrom || before.dateTo !== after.dateTo

interface Writing {
  wanted: ReadonlyMap<Draft, Omit<Kept, 'version'>>
  made: PlannedCongress[]
  changed: PlannedCongress[]
  sourceOf: MatchedRows['sourceOf']
}

const writeCongresses = async (office: Office, rows: ActRows, actor: Actor, writing: Writing) => {
  const { wanted, made, changed, sourceOf } = writing
  const newRows = made.flatMap(({ draft }) => wanted.get(draft) ?? [])
  const [first] = newRows
  const uppers = first ? await uppersOf(rows, first.cycleId, newRows) : new Map<string, string>()
  await rows.createMany(
    'congresses',
    newRows.map((row) => ({ ...row, upperCongressId: uppers.get(row.id) ?? null })),
  )
  for (const { draft, congress } of changed) {
    const after = wanted.get(draft)
    if (!congress || !after) continue
    const { id, ...values } = after
    const move = isMoved(congress, after)
    await rows.change('congresses', id, congress.version, {
      ...values,
      ...(move ? { isDateInvented: false, ...formerDatesOf(congress) } : {}),
    })
    if (move) {
      const event = moveEvent(office, actor, congress, after)
      const source = sourceOf(draft)
      await rows.create('congressEvents', source === '' ? event : { ...event, sourceKind: 'workbook', source })
    }
  }
}

/** The upper congress of each new one, among those that stand and the new ones themselves. */
const uppersOf = async (rows: ActRows, cycleId: string, newRows: readonly Omit<Kept, 'version'>[]) => {
  const facts = await roadPart(rows.tx, cycleId)
  const parents = new Map(facts.units.map(({ id, parentId }) => [id, parentId]))
  const positions = new Map(facts.levels.map(({ id, position }) => [id, position]))
  const byUnit = new Map<string, Omit<Kept, 'version'>[]>()
  for (const row of [...facts.congresses, ...newRows]) {
    const kept = byUnit.get(row.unitId)
    if (kept) kept.push(row)
    else byUnit.set(row.unitId, [row])
  }
  const tree = {
    parentOf: (unitId: string) => parents.get(unitId) ?? null,
    congressesOf: (unitId: string) => byUnit.get(unitId) ?? [],
    positionOf: (levelId: string) => positions.get(levelId) ?? -1,
  }
  return new Map(
    newRows.flatMap(({ id, unitId, levelId }): [string, string][] => {
      const upper = nearestUpper(unitId, positions.get(levelId) ?? -1, tree)
      return upper ? [[id, upper.id]] : []
    }),
  )
}

const moveEvent = (office: Office, actor: Actor, before: PlannedCongress['congress'] & object, after: Placed) => ({
  id: newId(),
  congressId: before.id,
  at: office.now().toISOString(),
  accountName: actor.name,
  kind: 'date' as const,
  stateBefore: null,
  stateAfter: null,
  dateBefore: before.dateFrom,
  dateAfter: after.dateFrom,
  reason: '',
  paperNumber: '',
  sourceKind: null,
  source: '',
})
