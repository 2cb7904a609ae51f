import { foldForSearch } from '../format/search.ts'
import type { Sex } from '../people/schema.ts'
import type { Answer, DelegateClass, Presence, Standing } from './schema.ts'

/** Words of the list of people who attend (`templates/lists/delegates.yaml`) for what the tables keep as codes. */
export const classWords: Readonly<Record<DelegateClass, string>> = {
  official: 'Đại biểu chính thức',
  guest: 'Khách mời',
  organizing: 'Ban Tổ chức',
  press: 'Phóng viên',
  service: 'Phục vụ',
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
