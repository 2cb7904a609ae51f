import type { Role } from '../accounts/schema.ts'
import { cutTo } from '../format/search.ts'
import type { ChangedField } from './schema.ts'

const ofSecretariat = new Set([
  'sessions',
  'items',
  'speakers',
  'remarks',
  'tellings',
  'papers',
  'paperSteps',
  'numberSeries',
  'listRows',
  'quotas',
  'quotaPlans',
  'groupPlans',
  'discussionGroups',
  'groupMembers',
  'groupRules',
  'seatingPlans',
  'seatPlaces',
  'seatReleases',
  'seatNeeds',
  'stageOrders',
  'seatRules',
  'people',
  'sensitiveData',
  'photos',
  'distinctPeople',
  'delegates',
  'delegations',
  'delegateLinks',
  'delegateReports',
  'assignmentRules',
  'assignmentExceptions',
  'rolePlans',
  'calls',
  'files',
  'outsideForms',
  'printerLists',
])

const ofAdministrator = new Set(['seatImportances', 'shares', 'templateCopies', 'templateVersions'])

/** The role that the act itself needed: who may not do a thing may not undo it either. */
export const roleToUndo = (changes: readonly { table: string }[]): Role => {
  if (changes.some(({ table }) => ofAdministrator.has(table))) return 'administrator'
  return changes.every(({ table }) => ofSecretariat.has(table)) ? 'secretariat' : 'organizer'
}

/**
 * Whether an act wrote sensitive data of people who stayed: only who may know such data writes it, or takes it back. What
 * comes, goes or is joined together with its person tells nobody anything.
 */
export const isSensitiveAct = (changes: readonly Changed[]): boolean => {
  const people = changes.filter(({ table }) => table === 'people')
  if (people.some(({ after }) => after === null)) return false
  const created = new Set(people.flatMap(({ before, after }) => (before === null ? [after?.['id']] : [])))
  return changes.some(
    ({ table, before, after }) => table === 'sensitiveData' && !created.has((after ?? before)?.['personId']),
  )
}

/** What others have seen is not taken back in silence: a correction says so, of a list its return. */
const byCorrection = new Set([
  'programme-released',
  'release-corrected',
  'unit-list-submitted',
  'unit-list-correction-requested',
  'unit-list-approved',
  'unit-list-returned',
])

/** Whether an act, or the undoing of one, is put right by a correction alone. */
export const isForCorrection = (action: string): boolean => byCorrection.has(action.replace(/^undo:/, ''))

/** What a unit does to the list that it sends to a congress. */
const byUnit = new Set([
  'unit-member-added',
  'unit-members-changed',
  'unit-members-removed',
  'unit-member-replaced',
  'unit-list-imported',
  'unit-member-sensitive-changed',
  'unit-member-photo-changed',
  'unit-member-photo-removed',
])

/** Whether an act, or the undoing of one, is a unit's own: it needs no say at the congress, and is undone while its list is open. */
export const isOfSendingUnit = (action: string): boolean => byUnit.has(action.replace(/^undo:/, ''))

/** Whether an act, or the undoing of one, wrote what units returned on forms. */
export const isOfForms = (action: string): boolean => action.replace(/^undo:/, '') === 'forms-read'

interface Changed {
  table: string
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
}

/**
 * Units at which the rows of an act stood before or after it, null = the installation: what was moved from one unit to
 * another goes back only by whoever may do so at both.
 */
export const placesOfChanges = (changes: readonly Changed[]): (string | null)[] => [
  ...new Set(
    changes
      .filter(({ table }) => !ofCongressAlone.has(table))
      .flatMap((change) => (change.table === 'units' ? placesOfUnit(change) : unitsOf(change, 'unitId'))),
  ),
]

/** These name a unit that sends people, and stand where their congress does. */
const ofCongressAlone = new Set(['quotas'])

const unitsOf = ({ before, after }: Changed, field: string): (string | null)[] =>
  [before?.[field], after?.[field]].filter((unit): unit is string | null => unit === null || typeof unit === 'string')

/** A unit is restored under its parent, taken away by its own organizers, and moved by those of both parents. */
const placesOfUnit = (change: Changed): (string | null)[] => {
  const parents = unitsOf(change, 'parentId')
  if (change.after === null) return parents
  const isMoved = parents.length === 2 && parents[0] !== parents[1]
  return [...unitsOf({ ...change, before: null }, 'id'), ...(isMoved ? parents : [])]
}

/** So many units are named by the subject of an act that is about many. */
const mostUnits = 3
/** Letters that their names may take. */
const longestSubject = 300

/** «Xã Hải Anh, Xã Hải Bắc, Xã Hải Châu +5»: the first units that an act is about, and how many others; the browser words it. */
export const subjectOfUnits = (names: readonly string[]): string => {
  const [first = '', ...others] = [...new Set(names)]
  let shown = [cutTo(first, longestSubject)]
  for (const name of others.slice(0, mostUnits - 1)) {
    if ([...shown, name].join(', ').length > longestSubject) break
    shown = [...shown, name]
  }
  const left = others.length + 1 - shown.length
  return left === 0 ? shown.join(', ') : `${shown.join(', ')} +${String(left)}`
}

/** What nobody typed: it follows from the rest. */
const derived = new Set(['id', 'version', 'folded', 'isDateInvented', 'formerDate', 'formerDateTo'])
const mostFields = 6
const dateForm = /^\d{4}-\d\d-\d\d$/
const wordedFields = new Set(['state', 'halfDay'])

/** What an act changed in the first kind of row that it changed; of several rows of the kind only the names of the fields. */
export const fieldsChanged = (changes: readonly Changed[]): ChangedField[] => {
  const both = changes.flatMap(({ table, before, after }) => (before && after ? [{ table, before, after }] : []))
  const [first] = both
  if (!first) return []
  const alike = both.filter(({ table }) => table === first.table)
  const names = new Set(alike.flatMap(fieldsOfRow))
  return [...names].slice(0, mostFields).map((field) => {
    const [before, after] = [tellable(field, first.before[field]), tellable(field, first.after[field])]
    const isTold = alike.length === 1 && first.table !== 'sensitiveData' && before !== undefined && after !== undefined
    return { table: first.table, field, isTold, before: isTold ? before : null, after: isTold ? after : null }
  })
}

/** The last day of a congress of one day goes with the first: it is not said twice. */
const fieldsOfRow = ({ before, after }: Record<'before' | 'after', Readonly<Record<string, unknown>>>): string[] =>
  Object.keys(after).filter((field) => {
    if (derived.has(field) || JSON.stringify(before[field]) === JSON.stringify(after[field])) return false
    return !(field === 'dateTo' && [before, after].every(({ dateFrom, dateTo }) => dateFrom === dateTo))
  })

/** undefined = too long to be told in a line, or a name of something that not every reader may see. */
const tellable = (field: string, value: unknown): string | null | undefined => {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && (wordedFields.has(field) || dateForm.test(value)) ? value : undefined
}
