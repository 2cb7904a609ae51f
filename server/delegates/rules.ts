import { foldForSearch } from '../format/search.ts'
import type { Sex } from '../people/schema.ts'
import type { Answer, Delegate, DelegateClass, DelegateValues, Delegation, Presence, Standing } from './schema.ts'

/** Words of the list of people who attend (`templates/lists/delegates.yaml`) for what the tables keep as codes. */
export const classWords: Readonly<Record<DelegateClass, string>> = {
  official: 'Đại biểu chính thức',
  guest: 'Khách mời',
  organizing: 'Ban Tổ chức',
  press: 'Phóng viên',
  service: 'Phục vụ',
}
export const standingWords: Readonly<Record<Standing, string>> = {
  listed: 'Chính thức',
  alternate: 'Dự khuyết',
  withdrawn: 'Đã rút',
}
export const sexWords: Readonly<Record<Sex, string>> = { male: 'Nam', female: 'Nữ' }

const codeOf = <Code extends string>(words: Readonly<Record<Code, string>>, word: string | undefined): Code | null =>
  (Object.keys(words) as Code[]).find((code) => words[code] === word) ?? null

/** Several structure groups in one cell. */
export const groupSign = '; '

/** Columns that are kept of somebody's part in a congress as they stand. */
const own = ['post', 'number', 'seat', 'door', 'introduced', 'representative', 'link', 'note'] as const

/** What a row of the list says, by where it is kept: of the person, of the part in this congress. */
export interface DelegateParts {
  person: {
    name: string
    folded: string
    address: string
    sex: Sex | null
    birthYear: number | null
    phone: string
  }
  delegate: Record<(typeof own)[number] | 'workplace', string> & { class: DelegateClass | null; groups: string[] }
  /** Name of the delegation; '' = none. */
  delegation: string
}

/** What the list of people who attend says of somebody: only what is filled in. */
export const listValuesOf = ({ person, delegate, delegation }: DelegateParts): Record<string, string> => {
  const values: [string, string][] = [
    ['address', person.address],
    ['name', person.name],
    ['unit', delegate.workplace],
    ['delegation', delegation],
    ['class', delegate.class === null ? '' : classWords[delegate.class]],
    ['structure', delegate.groups.join(groupSign)],
    ['sex', person.sex === null ? '' : sexWords[person.sex]],
    ['birthYear', person.birthYear === null ? '' : String(person.birthYear)],
    ['phone', person.phone],
    ...own.map((name): [string, string] => [name, delegate[name]]),
  ]
  return Object.fromEntries(values.filter(([, value]) => value !== ''))
}

/** What a row of the list says, as the tables keep it. */
export const partsOfListValues = (values: Readonly<Record<string, string>>): DelegateParts => {
  const {
    name = '',
    address = '',
    sex,
    birthYear = '',
    phone = '',
    unit = '',
    structure = '',
    delegation = '',
  } = values
  const kept = Object.fromEntries(own.map((column) => [column, values[column] ?? '']))
  return {
    person: {
      ...{ name, folded: foldForSearch(name), address, phone },
      ...{ sex: codeOf(sexWords, sex), birthYear: birthYear === '' ? null : Number(birthYear) },
    },
    delegate: {
      ...(kept as Record<(typeof own)[number], string>),
      class: codeOf(classWords, values['class']),
      groups: structure.split(';').flatMap((group) => group.trim() || []),
      workplace: unit,
    },
    delegation,
  }
}

/** What the list of people who attend has no column for, of a part in a congress that only just began. */
export const restOfDelegate = () => ({
  sendingUnitId: null as string | null,
  standing: 'listed' as Standing,
  printedPost: '',
  presence: null as Presence | null,
  absenceReason: '',
  answer: null as Answer | null,
  answerReason: '',
  answeredAt: null as string | null,
  answeredBy: '',
  replacesId: null as string | null,
  chosenFromId: null as string | null,
})

/** A delegation of which only the name is known. */
export const delegationNamed = (name: string) => ({
  name,
  sendingUnitId: null as string | null,
  number: '',
  colour: '',
  headId: null as string | null,
  deputyId: null as string | null,
  liaison: '',
  liaisonPhone: '',
})

interface Versioned {
  delegate: { version: number }
  person: { version: number }
}

/** Rises with the person as with the part in the congress: either makes an older copy stale. */
export const versionOf = ({ delegate, person }: Versioned): number => delegate.version + person.version

/** A person of whom only the name is known, in a congress of which nothing is. */
export const unknownPart = (name: string): DelegateParts => partsOfListValues({ name })

const personFields = new Set<keyof DelegateValues>([
  'name',
  'address',
  'printedName',
  'sex',
  'phone',
  'email',
  'titles',
  'education',
  'field',
  'isDirectWorker',
])
type PersonValues = Pick<
  DelegateValues,
  | 'name'
  | 'address'
  | 'printedName'
  | 'sex'
  | 'birthYear'
  | 'birthDate'
  | 'phone'
  | 'email'
  | 'titles'
  | 'education'
  | 'field'
  | 'isDirectWorker'
>
type PartValues = Omit<DelegateValues, keyof PersonValues | 'delegation'>

/** What is said of a delegate, by where it is kept; what is not said is left out. */
export const partsOf = (values: Partial<DelegateValues>) => {
  const { name, delegation, birthYear, birthDate, ...others } = values
  const entries = Object.entries({ ...others, ...(name === undefined ? {} : { name, folded: foldForSearch(name) }) })
  const isOfPerson = ([field]: [string, unknown]) =>
    field === 'folded' || personFields.has(field as keyof DelegateValues)
  return {
    person: {
      ...(Object.fromEntries(entries.filter(isOfPerson)) as Partial<PersonValues & { folded: string }>),
      ...birthOf(birthYear, birthDate),
    },
    delegate: Object.fromEntries(entries.filter((entry) => !isOfPerson(entry))) as Partial<PartValues>,
    ...(delegation === undefined ? {} : { delegation }),
  }
}

/** A whole date says the year too; a year that is typed over it drops the date. */
const birthOf = (
  birthYear: number | null | undefined,
  birthDate: string | null | undefined,
): Partial<Pick<PersonValues, 'birthYear' | 'birthDate'>> => {
  if (typeof birthDate === 'string') return { birthDate, birthYear: Number(birthDate.slice(0, 4)) }
  if (birthYear !== undefined) return { birthYear, birthDate: null }
  return birthDate === null ? { birthDate } : {}
}

/** A record as it is kept: the tables' rows of a person, of the part in the congress, and the name of the delegation. */
interface Kept {
  person: PersonValues & { version: number }
  delegate: Omit<Delegate, keyof PersonValues | 'delegation'>
  delegation: string
}

export const shownDelegate = ({ person, delegate, delegation }: Kept): Delegate => ({
  id: delegate.id,
  personId: delegate.personId,
  name: person.name,
  address: person.address,
  printedName: person.printedName,
  sex: person.sex,
  birthYear: person.birthYear,
  birthDate: person.birthDate,
  phone: person.phone,
  email: person.email,
  titles: person.titles,
  education: person.education,
  field: person.field,
  isDirectWorker: person.isDirectWorker,
  delegation,
  class: delegate.class,
  groups: delegate.groups,
  post: delegate.post,
  workplace: delegate.workplace,
  printedPost: delegate.printedPost,
  number: delegate.number,
  seat: delegate.seat,
  door: delegate.door,
  standing: delegate.standing,
  presence: delegate.presence,
  absenceReason: delegate.absenceReason,
  note: delegate.note,
  sendingUnitId: delegate.sendingUnitId,
  answer: delegate.answer,
  answerReason: delegate.answerReason,
  answeredAt: delegate.answeredAt,
  replacesId: delegate.replacesId,
  version: versionOf({ delegate, person }),
})

/** A delegation without the columns that only order it. */
export const shownDelegation = ({
  id,
  name,
  number,
  colour,
  headId,
  deputyId,
  liaison,
  liaisonPhone,
  sendingUnitId,
  version,
}: Delegation): Delegation => ({
  id,
  name,
  number,
  colour,
  headId,
  deputyId,
  liaison,
  liaisonPhone,
  sendingUnitId,
  version,
})
