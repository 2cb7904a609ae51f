import { unitInSentence } from '../../server/congresses/rules.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import type { Chance } from './chance.ts'
import { namesFrom, numbered, whoAttends, type ExampleLists } from './lists.ts'
import type { ExampleUnits } from './units.ts'

/** A conference of a district that was held, and whose list is known. */
export interface HeldConference {
  congress: Congress
  district: Unit
}

/** Besides those whom it chose for the provincial Congress. */
const othersCount = 21
const communesPerList = 7

export const groups = [
  ['Trực tiếp lao động', 'Nông dân', 'Kinh tế', 'Trung học phổ thông'],
  ['Trực tiếp lao động', 'Công nhân', 'Kinh tế', 'Trung cấp'],
  ['Trí thức, nhà giáo, thầy thuốc', 'Giáo viên', 'Văn hóa - xã hội', 'Đại học'],
  ['Trí thức, nhà giáo, thầy thuốc', 'Bác sĩ', 'Văn hóa - xã hội', 'Đại học'],
  ['Cán bộ cơ sở', 'Chủ tịch Hội Nông dân', 'Kinh tế', 'Đại học'],
  ['Cán bộ cơ sở', 'Trưởng Công an', 'Quốc phòng - an ninh', 'Đại học'],
  ['Anh hùng, Chiến sĩ thi đua', 'Bí thư Chi bộ', 'Kinh tế', 'Cao đẳng'],
] as const

type Attending = Pick<ExampleLists, 'attendingPeople' | 'delegations' | 'delegates'>

/**
 * Who attended the conferences of districts that were held. Whoever came to the provincial Congress from there was chosen
 * there: it is one person, kept in the district, and both parts are known.
 */
export const withChain = (
  lists: ExampleLists,
  held: readonly HeldConference[],
  { communes }: ExampleUnits,
  newId: () => string,
  chance: Chance,
): ExampleLists =>
  held.reduce((known, conference) => {
    const own = communes.filter(({ parentId }) => parentId === conference.district.id).slice(0, communesPerList)
    return joined(known, conference, othersOf(own, namesOf(known), chance), newId)
  }, lists)

const namesOf = ({ attendingPeople }: Attending) => attendingPeople.map(({ name }) => name)

const joined = (
  lists: ExampleLists,
  { congress, district }: HeldConference,
  others: readonly Record<string, string>[],
  newId: () => string,
): ExampleLists => {
  const attended = whoAttends(congress, others, newId)
  const delegationId = lists.delegations.find(({ name }) => name === district.name)?.id
  const chosen = lists.delegates.filter((delegate) => delegate.delegationId === delegationId)
  const before = chosen.map((delegate, at) => ({
    ...delegate,
    ...{ id: newId(), congressId: congress.id, delegationId: null, position: at + 1, number: '', seat: '', door: '' },
    presence: 'present' as const,
  }))
  const chosenFrom = new Map(chosen.map(({ id }, at) => [id, before[at]?.id ?? null]))
  const personIds = new Set(chosen.map(({ personId }) => personId))
  return {
    ...lists,
    attendingPeople: [
      ...lists.attendingPeople.map((person) =>
        personIds.has(person.id) ? { ...person, unitId: district.id } : person,
      ),
      ...attended.attendingPeople.map((person, at) => ({ ...person, ...knownOf(at) })),
    ],
    delegations: [...lists.delegations, ...attended.delegations],
    delegates: [
      ...lists.delegates.map((delegate) =>
        chosenFrom.has(delegate.id) ? { ...delegate, chosenFromId: chosenFrom.get(delegate.id) ?? null } : delegate,
      ),
      ...before,
      ...attended.delegates.map((delegate, at) => ({ ...delegate, ...presenceOf(at) })),
    ],
  }
}

const groupOf = (at: number) => groups[at % groups.length] ?? groups[0]

export const knownOf = (at: number) => {
  const [group, , field, education] = groupOf(at)
  const titles = group === 'Anh hùng, Chiến sĩ thi đua' ? ['Chiến sĩ thi đua cấp tỉnh'] : []
  return { field, education, titles, isDirectWorker: group === 'Trực tiếp lao động' }
}

const presenceOf = (at: number) => {
  if (at === 5) return { presence: 'excused' as const, absenceReason: 'Công tác đột xuất' }
  return { presence: at === 14 ? ('absent' as const) : ('present' as const) }
}

const othersOf = (own: readonly Unit[], taken: readonly string[], chance: Chance): Record<string, string>[] => {
  const nextName = namesFrom(chance, taken)
  return Array.from({ length: othersCount }, (_each, at) => {
    const [structure, post] = groupOf(at)
    const commune = own[at % own.length]
    return numbered(
      {
        ...{ address: 'Đồng chí', name: nextName(), post, unit: commune ? unitInSentence(commune) : '' },
        ...{ delegation: commune?.name ?? '', class: 'Đại biểu chính thức', structure },
        birthYear: String(1958 + chance.below(40)),
      },
      at,
    )
  })
}
