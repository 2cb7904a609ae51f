import type { Row } from '../../db/rows.ts'
import type { DelegateRecord } from '../delegates/queries.ts'
import { foldForSearch } from '../format/search.ts'
import type { Content } from './content.ts'
import { delegateFields } from './delegate-fields.ts'
import { birthOf, showDelegateField, standsOf, type KeptApart } from './delegate-stands.ts'
import { addFault, checkPhone, hasError, judge, type Draft, type Judged } from './draft.ts'
import { eachInTurn } from './in-turn.ts'
import { createTakers, type Takers } from './match.ts'
import { importFields, type Candidate, type ImportQuestion } from './schema.ts'
import { plainName } from './unit-names.ts'

/** Somebody whom the unit or one below it knows, and from where: another congress, or a post. */
export interface KnownPerson {
  person: Row<'people'>
  post: string
  unit: string
  congress: string
}

export interface DelegateScope {
  /** Who is on the list of the congress already. */
  standing: readonly DelegateRecord[]
  /** People of the names in the file who are not on the list, by folded name. */
  known: ReadonlyMap<string, readonly KnownPerson[]>
  delegations: readonly string[]
  thisYear: number
  /** The year of the congress, or this one as long as no day is set. */
  heldIn: number
  /** What is kept of them apart, by person; empty where it is not asked or may not be known. */
  apart: ReadonlyMap<string, KeptApart>
  /** Whether whole dates of birth are kept; else the year of them. */
  areDatesAsked: boolean
  decided: Content['decided']
  decidedAll: Content['decidedAll']
}

/** A row with who it means. */
export interface PlannedDelegate {
  judged: Judged
  /** On the list already; null = a new delegate. */
  standing: DelegateRecord | null
  /** Known elsewhere, and a delegate from now on; null = a new person, where `standing` is null too. */
  person: Row<'people'> | null
}

interface Work extends DelegateScope {
  byId: ReadonlyMap<string, DelegateRecord>
  byName: ReadonlyMap<string, readonly DelegateRecord[]>
  byNumber: ReadonlyMap<string, DelegateRecord>
  delegationsByName: ReadonlyMap<string, string>
  takers: Takers
  /** New people of the file by name and birth. */
  newcomers: Map<string, Draft[]>
}

/** Who is meant: for sure, perhaps, or nobody who is known. */
interface Meant {
  standing: DelegateRecord | null
  person: Row<'people'> | null
  question: ImportQuestion | null
}

/** What the rows would do to the list of a congress. Nobody is taken for another where that is not sure. */
export const planDelegates = async (
  drafts: readonly Draft[],
  scope: DelegateScope,
): Promise<{ planned: PlannedDelegate[]; others: number }> => {
  const work: Work = {
    ...scope,
    byId: new Map(scope.standing.map((record) => [record.delegate.id, record])),
    byName: groupedBy(scope.standing, ({ person }) => person.folded),
    byNumber: new Map(
      scope.standing.flatMap((record) => (record.delegate.number ? [[record.delegate.number, record]] : [])),
    ),
    delegationsByName: new Map(scope.delegations.map((name) => [foldForSearch(name), name])),
    takers: createTakers(),
    newcomers: new Map(),
  }
  takeCoded(work, drafts)
  const planned = await eachInTurn(drafts, (draft) => planOne(work, draft))
  const meant = new Set(planned.flatMap(({ standing }) => standing?.delegate.id ?? []))
  return { planned, others: scope.standing.filter(({ delegate }) => !meant.has(delegate.id)).length }
}

export const groupedBy = <T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return groups
}

/** A row that was copied and written anew carries the code of another: it is whose name it says, or the first. */
const takeCoded = (work: Work, drafts: readonly Draft[]) => {
  const coded = groupedBy(
    drafts.filter((draft) => work.byId.has(said(draft, 'systemCode'))),
    (draft) => said(draft, 'systemCode'),
  )
  for (const [code, all] of coded) {
    const person = work.byId.get(code)?.person
    const owner = all.find((draft) => person && isNamed(draft, person)) ?? all[0]
    for (const draft of all) {
      if (draft === owner) work.takers.take(draft, code, 'name')
      else draft.values.delete('systemCode')
    }
  }
}

const said = (draft: Draft, field: string): string => String(draft.values.get(field) ?? '')

const planOne = (work: Work, draft: Draft): PlannedDelegate => {
  const code = said(draft, 'systemCode')
  draft.values.delete('systemCode')
  draft.cells.delete('systemCode')
  const coded = work.byId.get(code) ?? null
  if (said(draft, 'name') === '' && !coded && !draft.faults.has('name')) addFault(draft, 'name', 'required')
  checkBirth(work, draft)
  const meant = coded || said(draft, 'name') === '' ? sure(coded) : meantBy(work, draft)
  const { standing, person } = meant
  completeBirth(draft, standing?.person ?? person)
  checkAge(work, draft, standing?.person ?? person)
  checkPhone(draft, (standing?.person ?? person)?.phone ?? '', 'phone')
  checkNumber(work, draft, standing)
  checkName(draft, standing?.person.name)
  checkDelegation(work, draft)
  checkStanding(draft, standing?.delegate.standing)
  return { judged: judgeDelegate(work, draft, meant), standing, person }
}

const sure = (standing: DelegateRecord | null): Meant => ({ standing, person: null, question: null })

/** Who is meant by name, year of birth and unit; what a person decided comes first. */
const meantBy = (work: Work, draft: Draft): Meant => {
  const numbered = work.byNumber.get(said(draft, 'number'))
  if (numbered && isNamed(draft, numbered.person) && isFree(work, numbered)) return taking(work, draft, sure(numbered))
  const asked = askHere(work, draft, numbered) ?? askElsewhere(work, draft) ?? askTwice(work, draft)
  if (!asked) return sure(null)
  if ('standing' in asked) return asked
  const decision = decisionOf(work, draft, asked)
  const question = { ...asked, decision }
  // Said to be new, it may still stand in the file twice.
  if (decision === 'new' && asked.code !== 'same-in-file') askTwice(work, draft)
  const standing = work.byId.get(decision ?? '') ?? null
  const known = standing ? undefined : knownOf(work, draft).find(({ person }) => person.id === decision)
  return taking(work, draft, { standing, person: known?.person ?? null, question })
}

const taking = (work: Work, draft: Draft, meant: Meant): Meant => {
  const id = meant.standing?.delegate.id ?? meant.person?.id
  if (id !== undefined) work.takers.take(draft, id, 'name')
  return meant
}

/** What a person said of this row, as long as it can be said of it still. */
const decisionOf = (work: Work, { row }: Draft, { code, candidates, isExact }: ImportQuestion): string | null => {
  const own = work.decided[row]
  if (own === 'new' || own === 'skip' || candidates.some(({ id }) => id === own)) return own ?? null
  if (code !== 'known-elsewhere' || !isExact || work.decidedAll === null) return null
  return work.decidedAll === 'new' ? 'new' : (candidates[0]?.id ?? null)
}

const isFree = (work: Work, { delegate }: DelegateRecord): boolean => !work.takers.isTaken(delegate.id)

const knownOf = (work: Work, draft: Draft) => work.known.get(foldForSearch(said(draft, 'name'))) ?? []

/** Written the same, capitals aside: «Hoa» is not «Hòa». */
const isNamed = (draft: Draft, { name }: { name: string }): boolean =>
  plainName(name) === plainName(said(draft, 'name'))

const yearOf = (draft: Draft): string => said(draft, 'birth').slice(0, 4)
const yearOfPerson = ({ birthYear }: Row<'people'>): string => (birthYear === null ? '' : String(birthYear))

const isSame = (a: string, b: string): boolean => a !== '' && foldForSearch(a) === foldForSearch(b)
const isEither = (a: string, b: string): boolean => a === '' || b === '' || isSame(a, b)

/** Somebody on the list: the same name, and nothing speaks against it. */
const isSurely = (draft: Draft, { person, delegate }: DelegateRecord): boolean => {
  if (!isNamed(draft, person)) return false
  const [own, theirs] = [yearOf(draft), yearOfPerson(person)]
  return own !== '' && theirs !== '' ? own === theirs : isEither(said(draft, 'unit'), delegate.workplace)
}

const askHere = (work: Work, draft: Draft, numbered: DelegateRecord | undefined): Meant | ImportQuestion | null => {
  const named = work.byName.get(foldForSearch(said(draft, 'name'))) ?? []
  const free = named.filter((record) => isFree(work, record))
  const fitting = narrowed(
    draft,
    free.filter((record) => isSurely(draft, record)),
  )
  const [only] = fitting
  const twin = fitting.length > 1 ? fitting.find((record) => saysNothingNew(work, draft, record)) : only
  if (twin) return taking(work, draft, sure(twin))
  const taken = named.find(
    (record) => !isFree(work, record) && isSurely(draft, record) && isSaidAgain(work, draft, record),
  )
  if (taken) return taking(work, draft, sure(taken))
  const likely = fitting.length > 0 ? fitting : free.filter((record) => isPerhaps(draft, record))
  const meant = numbered && isFree(work, numbered) && !likely.includes(numbered) ? [numbered, ...likely] : likely
  if (meant.length === 0) return null
  return questionOf('known-here', meant.slice(0, mostCandidates).map(candidateHere), false)
}

/** More nobody compares. */
const mostCandidates = 8

/** A row that contradicts the one before it nowhere says it twice; one that does may mean a namesake. */
const isSaidAgain = (work: Work, draft: Draft, { delegate }: DelegateRecord): boolean => {
  const before = work.takers.takerOf(delegate.id)
  return before !== undefined && !contradicts(draft, before)
}

const contradicts = (draft: Draft, other: Draft): boolean =>
  [...draft.values].some(([field, value]) => {
    const theirs = other.values.get(field)
    return theirs !== undefined && value !== theirs
  })

/** Of several the ones that the row says more of, as long as one is left. */
const narrowed = (draft: Draft, records: DelegateRecord[]): DelegateRecord[] => {
  const marks: ((record: DelegateRecord) => boolean)[] = [
    ({ person }) => yearOf(draft) !== '' && yearOf(draft) === yearOfPerson(person),
    ({ delegate }) => isSame(said(draft, 'unit'), delegate.workplace),
    ({ delegate }) => isSame(said(draft, 'post'), delegate.post),
    ({ delegation }) => isSame(said(draft, 'delegation'), delegation),
  ]
  let left = records
  for (const mark of marks) {
    const marked = left.filter(mark)
    if (marked.length > 0) left = marked
  }
  return left
}

/** Marks that differ, a year that is missing or, in the same unit, another one. */
const isPerhaps = (draft: Draft, { person, delegate }: DelegateRecord): boolean => {
  const [own, theirs] = [yearOf(draft), yearOfPerson(person)]
  return own !== '' && theirs !== '' && own !== theirs
    ? isSame(said(draft, 'unit'), delegate.workplace)
    : isEither(said(draft, 'unit'), delegate.workplace) || own === theirs || isNamed(draft, person)
}

const askElsewhere = (work: Work, draft: Draft): ImportQuestion | null => {
  const own = yearOf(draft)
  const likely = knownOf(work, draft).filter(({ person, unit }) => {
    const theirs = yearOfPerson(person)
    return own !== '' && theirs !== '' ? own === theirs : isNamed(draft, person) && isSame(said(draft, 'unit'), unit)
  })
  if (likely.length === 0) return null
  const [only] = likely
  const isExact =
    likely.length === 1 &&
    own !== '' &&
    only !== undefined &&
    isNamed(draft, only.person) &&
    own === yearOfPerson(only.person)
  return questionOf('known-elsewhere', likely.slice(0, mostCandidates).map(candidateElsewhere), isExact)
}

/** The same name and birth as in a row above: said twice where nothing differs, else a person tells. */
const askTwice = (work: Work, draft: Draft): ImportQuestion | null => {
  const key = `${plainName(said(draft, 'name'))} ${yearOf(draft)}`
  const above = work.newcomers.get(key) ?? []
  const twin = above.find((other) => !contradicts(draft, other))
  if (twin) addFault(draft, 'name', 'twice-in-file', { row: twin.row })
  else work.newcomers.set(key, [...above, draft])
  const [first] = above
  if (twin || !first || yearOf(draft) === '') return null
  return questionOf('same-in-file', [], false, { row: first.row })
}

const questionOf = (
  code: ImportQuestion['code'],
  candidates: Candidate[],
  isExact: boolean,
  details: ImportQuestion['details'] = {},
): ImportQuestion => ({ code, details, candidates, isExact, decision: null })

const candidateHere = ({ delegate, person }: DelegateRecord): Candidate => ({
  id: delegate.id,
  name: person.name,
  birth: shownBirth(person),
  post: delegate.post,
  unit: delegate.workplace,
  congress: '',
})

const candidateElsewhere = ({ person, ...known }: KnownPerson): Candidate => ({
  id: person.id,
  name: person.name,
  birth: shownBirth(person),
  ...known,
})

const shownBirth = (person: Row<'people'>): string => delegateFields.birth.show(birthOf(person))

const checkBirth = ({ thisYear, areDatesAsked }: Work, draft: Draft) => {
  if (!areDatesAsked && draft.values.has('birth')) draft.values.set('birth', yearOf(draft))
  if (yearOf(draft) > String(thisYear))
    addFault(draft, 'birth', 'not-a-year', { value: draft.cells.get('birth')?.text ?? '' })
}

/** A mere year says nothing against the whole day that is known. */
const completeBirth = (draft: Draft, person: Row<'people'> | null) => {
  const whole = person?.birthDate
  if (typeof whole === 'string' && draft.values.get('birth') === whole.slice(0, 4)) draft.values.set('birth', whole)
}

/** Between these ages, in years, nobody is asked to look at a year of birth again. */
const likelyAges = { from: 14, to: 105 }

/** A year may be one and still be mistyped; one that stands so was meant. */
const checkAge = ({ heldIn }: Work, draft: Draft, person: Row<'people'> | null) => {
  const year = yearOf(draft)
  if (year === '' || (person && year === yearOfPerson(person))) return
  const age = Math.max(0, heldIn - Number(year))
  if (age < likelyAges.from) addFault(draft, 'birth', 'birth-too-young', { age })
  if (age > likelyAges.to) addFault(draft, 'birth', 'birth-too-old', { age })
}

/** A number stands for one delegate, here and in the file. */
const checkNumber = ({ byNumber, takers }: Work, draft: Draft, standing: DelegateRecord | null) => {
  const number = said(draft, 'number')
  if (number === '') return
  const holder = byNumber.get(number)
  // A number that is known as it is written has lost nothing.
  if (holder && draft.faults.get('number')?.code === 'zero-lost') draft.faults.delete('number')
  takers.take(draft, `number ${number}`, 'number')
  if (holder && holder !== standing && takers.takerOf(holder.delegate.id) === undefined) {
    addFault(draft, 'number', 'number-taken', { name: holder.person.name })
  }
}

/** Names are kept letter by letter, but a formula or an address in their place is rarely meant; one that stands so was. */
const checkName = (draft: Draft, stands: string | undefined): void => {
  const name = said(draft, 'name')
  if (draft.faults.has('name') || name === stands) return
  if (/[=<>{}"@]|:\/\//u.test(name)) addFault(draft, 'name', 'name-odd')
}

const checkDelegation = ({ delegationsByName }: Work, draft: Draft) => {
  const name = said(draft, 'delegation')
  if (name === '' || draft.faults.has('delegation')) return
  const known = delegationsByName.get(foldForSearch(name))
  if (known === undefined) {
    if (delegationsByName.size > 0) addFault(draft, 'delegation', 'delegation-new')
    return
  }
  draft.values.set('delegation', known)
}

/** Nobody withdraws, or comes back, by a file: it may be old, and others follow from it that are settled in the list. */
const checkStanding = (draft: Draft, stands: Row<'delegates'>['standing'] | undefined): void => {
  const told = draft.values.get('standing')
  if (told === undefined || told === stands) return
  if (told === 'withdrawn' || stands === 'withdrawn') addFault(draft, 'standing', 'withdrawn-in-list')
}

const saysNothingNew = ({ apart }: Work, draft: Draft, record: DelegateRecord): boolean => {
  const stands = standsOf(record.person, record, apart.get(record.person.id))
  return [...draft.values].every(([field, value]) => stands[field] === value)
}

const judgeDelegate = ({ apart }: Work, draft: Draft, { standing, person, question }: Meant): Judged => {
  const known = standing?.person ?? person ?? undefined
  const stands = standsOf(known, standing ?? undefined, apart.get(known?.id ?? ''))
  const target = { id: standing?.delegate.id ?? person?.id ?? null, stands }
  const judged = judge(draft, importFields.delegates, target, showDelegateField)
  const { shown } = judged
  // Somebody who is known elsewhere is new on this list: only what is known of the person can change.
  const cells =
    standing || !person
      ? shown.cells
      : shown.cells.map((cell) =>
          cell.was === ''
            ? { ...cell, state: cell.state === 'changed' ? ('new' as const) : cell.state, was: null }
            : cell,
        )
  const state = hasError(draft)
    ? 'error'
    : question?.decision === null
      ? 'choose'
      : question?.decision === 'skip'
        ? 'skipped'
        : standing || !person
          ? shown.state
          : 'new'
  return {
    ...judged,
    targetId: standing?.delegate.id ?? null,
    shown: { ...shown, state, cells, ...(question ? { question } : {}) },
  }
}
