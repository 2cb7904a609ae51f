import type { Row } from '../../db/rows.ts'
import { restOfDelegate } from '../delegates/rules.ts'
import { foldForSearch } from '../format/search.ts'
import type { ActRows } from '../history/actions.ts'
import { newId } from '../office.ts'
import { knownByName, nothingSensitive } from '../people/rules.ts'
import { keepSensitive } from '../people/sensitive.ts'
import { partsIn } from './delegate-fields.ts'
import type { KeptApart } from './delegate-stands.ts'
import type { Draft } from './draft.ts'
import type { PlannedDelegate } from './plan-delegates.ts'

/** Only what a row says changes. */
const valuesOf = ({ values }: Draft) => {
  const text = (field: string) => (values.has(field) ? String(values.get(field) ?? '') : undefined)
  const given = <T extends object>(all: T): Partial<T> =>
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>
  const [name, birth, titles, groups] = ['name', 'birth', 'titles', 'structure'].map(text)
  return {
    person: given({
      name,
      folded: name === undefined ? undefined : foldForSearch(name),
      address: text('address'),
      printedName: text('printedName'),
      sex: values.get('sex'),
      birthYear: birth === undefined ? undefined : Number(birth.slice(0, 4)),
      birthDate: birth === undefined ? undefined : birth.length > 4 ? birth : null,
      phone: text('phone'),
      email: text('email'),
      titles: titles === undefined ? undefined : partsIn(titles),
      education: text('education'),
      field: text('field'),
      isDirectWorker: values.get('isDirectWorker'),
    }) as Partial<Row<'people'>>,
    apart: given({
      ethnicity: text('ethnicity'),
      religion: text('religion'),
      isPartyMember: values.get('isPartyMember'),
    }) as Partial<KeptApart>,
    delegate: given({
      post: text('post'),
      workplace: text('unit'),
      printedPost: text('printedPost'),
      class: values.get('class'),
      standing: values.get('standing'),
      groups: groups === undefined ? undefined : partsIn(groups),
      number: text('number'),
      seat: text('seat'),
      door: text('door'),
      introduced: text('introduced'),
      representative: text('representative'),
      link: text('link'),
      note: text('note'),
    }) as Partial<Row<'delegates'>>,
    delegation: text('delegation'),
  }
}

const nothing = {
  ...restOfDelegate(),
  class: null,
  groups: [],
  ...{
    post: '',
    workplace: '',
    number: '',
    seat: '',
    door: '',
    introduced: '',
    representative: '',
    link: '',
    note: '',
  },
}

/** Where the people of an import go. */
export interface DelegatePlace {
  congressId: string
  /** Under which people are kept whom nobody knew. */
  unitId: string
  /** Places in the list for so many at its end. */
  positions: readonly number[]
  /** The delegation of a name; whoever decides it alone pays no heed to the name. */
  delegationOf: (name: string) => Promise<string | null>
  /** What stands of whoever is new and of whom the row says nothing. */
  newcomers: Partial<Row<'delegates'>>
}

export const writeDelegates = async (
  rows: ActRows,
  { congressId, unitId, positions, delegationOf, newcomers }: DelegatePlace,
  planned: readonly PlannedDelegate[],
): Promise<void> => {
  const people: Omit<Row<'people'>, 'version'>[] = []
  const delegates: Omit<Row<'delegates'>, 'version'>[] = []
  const apart: Omit<Row<'sensitiveData'>, 'version'>[] = []
  for (const [at, { judged, person }] of inState(planned, 'new').entries()) {
    const values = valuesOf(judged.draft)
    const personId = person?.id ?? newId()
    if (!person) {
      people.push({ ...knownByName(''), ...values.person, id: personId, unitId })
      if (isAnyGiven(values.apart)) apart.push({ ...nothingSensitive(), ...values.apart, id: newId(), personId })
    } else await changePerson(rows, person, values)
    const delegationId = await delegationOf(values.delegation ?? '')
    const placed = { id: newId(), congressId, personId, delegationId, position: positions[at] ?? 0 }
    delegates.push({ ...nothing, ...newcomers, ...values.delegate, ...placed })
  }
  await rows.createMany('people', people)
  await rows.createMany('sensitiveData', apart)
  await rows.createMany('delegates', delegates)
  for (const { judged, standing: record } of inState(planned, 'changed')) {
    if (!record) continue
    const values = valuesOf(judged.draft)
    await changePerson(rows, record.person, values)
    const delegation = values.delegation === undefined ? {} : { delegationId: await delegationOf(values.delegation) }
    const change = changesOf(record.delegate, { ...values.delegate, ...delegation })
    if (change) await rows.change('delegates', record.delegate.id, record.delegate.version, change)
  }
}

/** Those of a plan who are new, or changed. */
export const inState = (planned: readonly PlannedDelegate[], state: 'new' | 'changed'): PlannedDelegate[] =>
  planned.filter(({ judged }) => judged.shown.state === state)

const changePerson = async (
  rows: ActRows,
  person: Row<'people'>,
  values: Pick<ReturnType<typeof valuesOf>, 'person' | 'apart'>,
): Promise<void> => {
  const change = changesOf(person, values.person)
  if (change) await rows.change('people', person.id, person.version, change)
  if (isAnyGiven(values.apart)) await keepSensitive(rows, person.id, values.apart)
}

const isAnyGiven = (values: object): boolean => Object.keys(values).length > 0

/** What is not so already; null = nothing. */
const changesOf = <T extends object>(stands: T, values: Partial<T>): Partial<T> | null => {
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(stands[name as keyof T]) !== JSON.stringify(value),
  )
  return changed.length > 0 ? (Object.fromEntries(changed) as Partial<T>) : null
}
