import { foldForSearch } from '../format/search.ts'
import type { Unit } from '../units/schema.ts'
import { addFault, checkPhone, hasError, judge, textOf, type Draft, type Judged } from './draft.ts'
import { unitFields } from './fields.ts'
import { createTakers, matchName, type Takers } from './match.ts'
import { importFields } from './schema.ts'
import { createFinder, createUnitNames, endingsOf, pathOf, plainName, type UnitNames } from './unit-names.ts'
import type { Value } from './values.ts'

export interface UnitScope {
  /** Units that the import may touch: the one it stands under and all below it, or all. */
  units: readonly Unit[]
  /** The unit that it stands under; null = the top. */
  rootId: string | null
}

/** Stands for a unit that a row is going to make. */
export const idOfRow = (row: number): string => `row:${String(row)}`

interface Work {
  scope: UnitScope
  drafts: readonly Draft[]
  /** Names as they stand in the file. */
  writtenNames: Set<string>
  names: UnitNames
  byId: Map<string, Unit>
  /** By parent and folded name: the units that stand there. */
  places: Map<string, Unit[]>
  /** Rows by the id that stands for what they make. */
  byRowId: Map<string, Draft>
  /** Unit that each row changes; null = a new one. Absent until the row is settled. */
  targets: Map<Draft, Unit | null>
  takers: Takers
}

/**
 * What the rows would do to the units: matched by code, else by name under the same parent. A parent is named by its
 * code or name, stands here already or in any other row of the file.
 */
export const planUnits = (drafts: readonly Draft[], scope: UnitScope): Judged[] => {
  const work: Work = {
    scope,
    drafts,
    writtenNames: new Set(drafts.map((draft) => plainName(nameOf(draft)))),
    names: createUnitNames(scope.units),
    byId: new Map(scope.units.map((unit) => [unit.id, unit])),
    places: byPlace(scope.units),
    byRowId: new Map(drafts.map((draft) => [idOfRow(draft.row), draft])),
    targets: new Map(),
    takers: createTakers(),
  }
  matchByCode(work)
  for (const { draft, parent } of parentsFirst(work)) settle(work, draft, parent)
  refuseCircles(work)
  warnOfNamesakes(work)
  return drafts.map((draft) => {
    const unit = work.targets.get(draft) ?? null
    const target = { id: unit?.id ?? null, stands: { ...unit, parent: unit?.parentId } }
    return judge(draft, importFields.units, target, (field, value) => show(work, field, value))
  })
}

const placeOf = (parentId: string | null, name: string) => `${parentId ?? ''} ${foldForSearch(name)}`

const byPlace = (units: readonly Unit[]) => {
  const places = new Map<string, Unit[]>()
  for (const unit of units) {
    const place = placeOf(unit.parentId, unit.name)
    const kept = places.get(place)
    if (kept) kept.push(unit)
    else places.set(place, [unit])
  }
  return places
}

const codeOf = (draft: Draft) => String(draft.values.get('code') ?? '')
const nameOf = (draft: Draft) => String(draft.values.get('name') ?? '')

const matchByCode = (work: Work) => {
  const byCode = createFinder<Unit>()
  for (const unit of work.scope.units) if (unit.code !== '') byCode.add(unit.code, unit)
  for (const draft of work.drafts) {
    const found = codeOf(draft) === '' ? [] : byCode.find(codeOf(draft))
    // A code that is known as it is written has lost nothing.
    if (found.length > 0 && draft.faults.get('code')?.code === 'zero-lost') draft.faults.delete('code')
    const fitting = found.length > 1 ? found.filter(({ name }) => plainName(name) === plainName(nameOf(draft))) : found
    const [unit] = fitting
    if (unit && fitting.length === 1) take(work, draft, unit)
    else if (found.length > 1) addFault(draft, 'code', 'several-fit', { count: found.length })
  }
}

/** The row changes this unit, or makes a new one under the key. */
const take = (work: Work, draft: Draft, unit: Unit | null, key = '') => {
  work.takers.take(draft, unit?.id ?? key, draft.values.has('name') ? 'name' : 'code')
  work.targets.set(draft, unit)
}

interface Placed {
  draft: Draft
  /** The parent's row, where no unit here is named so. */
  parent: Draft | null
}

/** The rows with those that their parents are made in before them. */
const parentsFirst = (work: Work): Placed[] => {
  const rows = createFinder<Draft>()
  for (const draft of work.drafts) {
    if (codeOf(draft) !== '') rows.add(codeOf(draft), draft)
    const upper = textOf(draft, 'parent')
    const path = pathOf(upper === '' ? nameOf(draft) : `${upper} / ${nameOf(draft)}`)
    for (const ending of endingsOf(path)) rows.add(ending, draft)
  }
  const parents = new Map(work.drafts.map((draft) => [draft, parentRow(work, rows, draft)]))
  const placed: Placed[] = []
  const seen = new Set<Draft>()
  for (const draft of work.drafts) {
    const line: Draft[] = []
    let at: Draft | null = draft
    while (at && !seen.has(at)) {
      seen.add(at)
      line.push(at)
      at = parents.get(at) ?? null
    }
    // Met again before it was placed: the rows stand in a circle.
    if (at && line.includes(at)) addFault(at, 'parent', 'unit-under-itself')
    for (const each of line.reverse()) placed.push({ draft: each, parent: parents.get(each) ?? null })
  }
  return placed
}

const parentRow = (work: Work, rows: ReturnType<typeof createFinder<Draft>>, draft: Draft): Draft | null => {
  const upper = textOf(draft, 'parent')
  if (upper === '' || work.names.find(upper).length > 0) return null
  const found = rows.find(pathOf(upper)).filter((each) => each !== draft)
  if (found.length > 1) addFault(draft, 'parent', 'unit-ambiguous', { value: upper, count: found.length })
  if (found.length === 0) addFault(draft, 'parent', 'unit-not-known', { value: upper })
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Finds the row's parent and, where no code did, the unit that it means. */
const settle = (work: Work, draft: Draft, parent: Draft | null) => {
  const parentId = parentOf(work, draft, parent)
  if (nameOf(draft) === '' && !work.targets.has(draft)) addFault(draft, 'name', 'required')
  if (!work.targets.has(draft)) matchByName(work, draft, parentId)
  const unit = work.targets.get(draft)
  checkDays(draft, unit ?? null)
  checkPhone(draft, unit?.contactPhone ?? '')
  if (unit && unit.id === work.scope.rootId) return
  if (textOf(draft, 'parent') === '' && unit) return
  if (parentId === undefined) return
  draft.values.set('parent', parentId)
  if (unit && unit.parentId !== parentId) addFault(draft, 'parent', 'unit-moves')
}

/** undefined = it cannot be said. */
const parentOf = (work: Work, draft: Draft, parent: Draft | null): string | null | undefined => {
  const upper = textOf(draft, 'parent')
  if (draft.faults.has('parent')) return undefined
  if (upper === '') return work.scope.rootId
  if (parent) {
    if (hasError(parent) && !work.targets.get(parent))
      addFault(draft, 'parent', 'parent-row-wrong', { row: parent.row })
    return work.targets.get(parent)?.id ?? idOfRow(parent.row)
  }
  const found = work.names.find(upper)
  if (found.length > 1) addFault(draft, 'parent', 'unit-ambiguous', { value: upper, count: found.length })
  return found.length === 1 ? found[0] : undefined
}

const matchByName = (work: Work, draft: Draft, parentId: string | null | undefined) => {
  const name = nameOf(draft)
  if (parentId === undefined || name === '') return void work.targets.set(draft, null)
  const root = work.byId.get(work.scope.rootId ?? '')
  const isUnderRoot = textOf(draft, 'parent') === '' && root !== undefined
  const near = [...(work.places.get(placeOf(parentId, name)) ?? []), ...(isUnderRoot ? [root] : [])]
  const unit = matchName(draft, 'name', name, {
    records: near,
    nameOf: (each) => each.name,
    isFitting: (each) => isCodeFitting(each, draft),
    writtenNames: work.writtenNames,
    takers: work.takers,
  })
  const code = plainName(codeOf(draft))
  take(work, draft, unit, code === '' ? `${parentId ?? ''} ${plainName(name)}` : `code ${code}`)
}

const isCodeFitting = (unit: Unit, draft: Draft) =>
  unit.code === '' || codeOf(draft) === '' || plainName(unit.code) === plainName(codeOf(draft))

/** Units that would stand under themselves once all rows are done. */
const refuseCircles = ({ byId, targets }: Work) => {
  const parents = new Map<string, Value>([...byId].map(([id, { parentId }]) => [id, parentId]))
  for (const [draft, unit] of targets) {
    const parent = draft.values.get('parent')
    if (parent !== undefined) parents.set(unit?.id ?? idOfRow(draft.row), parent)
  }
  for (const [draft, unit] of targets) {
    const line = new Set<string>()
    let at = unit && draft.values.has('parent') ? parents.get(unit.id) : null
    while (typeof at === 'string' && !line.has(at) && line.size < deepestTree) {
      line.add(at)
      at = parents.get(at)
    }
    if (unit && line.has(unit.id)) addFault(draft, 'parent', 'unit-under-itself')
  }
}

/** New units that would stand beside one of the same name, told apart by their codes alone: two, or one typed twice? */
const warnOfNamesakes = ({ drafts, targets }: Work) => {
  const first = new Map<string, Draft>()
  for (const draft of drafts) {
    if (hasError(draft) || nameOf(draft) === '') continue
    const unit = targets.get(draft) ?? null
    const parentId = draft.values.get('parent') ?? unit?.parentId ?? ''
    const place = `${String(parentId)} ${plainName(nameOf(draft))}`
    const other = first.get(place)
    if (!other) first.set(place, draft)
    else if (unit === null && !draft.faults.has('name')) addFault(draft, 'name', 'namesake', { row: other.row })
  }
}

/** No real tree is that deep. */
const deepestTree = 50

const checkDays = (draft: Draft, unit: Unit | null) => {
  for (const [from, to] of [
    ['validFrom', 'validTo'],
    ['windowFrom', 'windowTo'],
  ] as const) {
    const first = draft.values.get(from) ?? unit?.[from] ?? ''
    const last = draft.values.get(to) ?? unit?.[to] ?? ''
    const isSaid = draft.values.has(from) || draft.values.has(to)
    if (isSaid && first !== '' && last !== '' && last < first) addFault(draft, to, 'dates-reversed')
  }
}

const show = ({ names, byRowId }: Work, field: string, value: Value): string => {
  if (field !== 'parent') return unitFields[field as keyof typeof unitFields].show(value)
  if (typeof value !== 'string') return ''
  const draft = byRowId.get(value)
  return draft ? nameOf(draft) : names.label(value)
}
