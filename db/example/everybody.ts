import { unitInSentence } from '../../server/congresses/rules.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { delegationNamed } from '../../server/delegates/rules.ts'
import type { Unit } from '../../server/units/schema.ts'
import { groups as groupsOfPlaces, knownOf } from './chain.ts'
import type { Chance } from './chance.ts'
import { invented, whoAttends, type ExampleLists } from './lists.ts'
import { familyNames, letters, type ExampleUnits } from './units.ts'

/** A row of the quotas of the provincial Congress: a district, a block, or the guests. */
interface Quota {
  congressId: string
  unitId: string | null
  name: string
  official: number
  guests: number
}

type Values = Record<string, string>
type Delegate = ExampleLists['delegates'][number]

/** What is written down of somebody whose place was still empty. */
interface Newcomer {
  values: Values
  known: ReturnType<typeof knownOf> | null
}

const address = 'Đồng chí'
const step = 1024

/** Those who were not chosen by conferences on the road: with two given names, so that none is taken already. */
const middleNames = { male: ['Đức', 'Hữu', 'Minh', 'Quang'], female: ['Thị Kim', 'Thị Thu', 'Thị Ngọc', 'Thị Minh'] }

/**
 * Fills every place of the provincial Congress's quotas with invented people, gives each delegation its head, deputy,
 * liaison, number and colour, and honours some of those who came. Who was there already stays who he or she was.
 */
export const withEverybody = (
  lists: ExampleLists,
  { congress, quotas, units }: { congress: Congress; quotas: readonly Quota[]; units: ExampleUnits },
  newId: () => string,
  chance: Chance,
): ExampleLists => {
  const nextName = createNames(chance)
  const own = quotas.filter(({ congressId }) => congressId === congress.id)
  const here = lists.delegates.filter(({ congressId }) => congressId === congress.id)
  const delegationOf = new Map(lists.delegations.map(({ id, name }) => [id, name]))
  const newcomers = own.flatMap((quota) => {
    const there = here.filter(({ delegationId }) => delegationOf.get(delegationId ?? '') === quota.name)
    return comingFor(quota, there, { units, nextName, chance })
  })
  const added = whoAttends(
    congress,
    newcomers.map(({ values }, at) => ({ ...values, note: invented, phone: phoneOf(here.length + at) })),
    newId,
  )
  const joined = joinDelegations(lists, added, congress.id)
  const order = [...own.map(({ name }) => name), ...joined.delegations.map(({ name }) => name)]
  const delegates = ordered([...here, ...joined.delegates], joined.delegations, order)
  const led = ledBy(joined.delegations, { delegates, units, nextName, order })
  return {
    attendingPeople: [
      ...lists.attendingPeople,
      ...added.attendingPeople.map((person, at) => ({ ...person, ...newcomers[at]?.known })),
    ],
    delegations: [...lists.delegations.filter(({ congressId }) => congressId !== congress.id), ...led],
    delegates: [...lists.delegates.filter(({ congressId }) => congressId !== congress.id), ...delegates],
    listRows: honoured(lists.listRows, { delegates, people: added.attendingPeople, delegations: led }),
  }
}

const phoneOf = (at: number) => `0228 000 8${String(at + 1).padStart(3, '0')}`

const createNames = (chance: Chance): ((isWoman?: boolean) => string) => {
  const taken = new Set<string>()
  const propose = (isWoman: boolean) => {
    const middle = chance.oneOf(isWoman ? middleNames.female : middleNames.male)
    return `${chance.oneOf(familyNames)} ${middle} ${chance.oneOf(letters)}`
  }
  return (isWoman = chance.below(5) < 2) => {
    let name = propose(isWoman)
    while (taken.has(name)) name = propose(isWoman)
    taken.add(name)
    return name
  }
}

interface Inventing {
  units: ExampleUnits
  nextName: (isWoman?: boolean) => string
  chance: Chance
}

/** As many as a quota still has places for. */
const comingFor = (quota: Quota, there: readonly Delegate[], inventing: Inventing): Newcomer[] => {
  const placesOf = (kind: Delegate['class'], places: number) =>
    Array.from({ length: places - there.filter((each) => each.class === kind).length }, (_each, at) => at)
  const district = inventing.units.districts.find(({ id }) => id === quota.unitId)
  const official = placesOf('official', quota.official).map((at) =>
    district ? fromDistrict(district, at, inventing) : fromBlock(quota.name, at, inventing),
  )
  const guests = placesOf('guest', quota.guests).map((at) =>
    district ? guestOfDistrict(district, inventing) : guestOf(at, inventing),
  )
  return [...official, ...guests].map(({ values, known }) => ({ values: { ...values, delegation: quota.name }, known }))
}

const withSex = (values: Values): Values => ({
  ...values,
  sex: (values['name'] ?? '').includes(' Thị ') ? 'Nữ' : 'Nam',
})

const official = (values: Values, chance: Chance): Values =>
  withSex({ address, class: 'Đại biểu chính thức', birthYear: String(1958 + chance.below(40)), ...values })

/** Who leads the delegation after its head comes first; the others are of the communes. */
const fromDistrict = (district: Unit, at: number, { units, nextName, chance }: Inventing): Newcomer => {
  const name = nextName()
  if (at === 0) {
    const post = `Chủ tịch Ủy ban MTTQ Việt Nam ${unitInSentence(district)}`
    return { values: official({ name, post, structure: 'Lãnh đạo' }, chance), known: null }
  }
  const commune = chance.oneOf(units.communes.filter(({ parentId }) => parentId === district.id))
  // Half of them work with their hands, as the aims of the quotas ask.
  const place = chance.below(chance.below(2) === 0 ? workersPlaces : groupsOfPlaces.length)
  const [group, post] = groupsOfPlaces[place] ?? groupsOfPlaces[0]
  const unit = `${unitInSentence(commune)}, ${unitInSentence(district)}`
  // Somebody may stand for two groups: who works in the fields and was honoured for it.
  const structure = group === 'Trực tiếp lao động' && chance.below(5) === 0 ? `${group}; ${laureates}` : group
  return { values: official({ name, post, unit, structure }, chance), known: knownOf(place) }
}

/** The first groups are those of workers. */
const workersPlaces = 2
const laureates = 'Anh hùng, Chiến sĩ thi đua'

const postsOfBlocks = [
  ['Lãnh đạo', 'Phó Thủ trưởng'],
  ['Trí thức, nhà giáo, thầy thuốc', 'Chuyên viên chính'],
  ['Trực tiếp lao động', 'Nhân viên kỹ thuật'],
  [laureates, 'Trưởng phòng'],
  ['Trí thức, nhà giáo, thầy thuốc', 'Chuyên viên'],
] as const

const fromBlock = (block: string, at: number, { units, nextName, chance }: Inventing): Newcomer => {
  const agencies = units.agencies.filter((unit) => unit.block === block)
  const agency = agencies[at % agencies.length]
  const [structure, post] =
    at === 0 ? (['Lãnh đạo', 'Thủ trưởng'] as const) : (postsOfBlocks[at % postsOfBlocks.length] ?? postsOfBlocks[0])
  const titles = structure === laureates ? ['Chiến sĩ thi đua cấp tỉnh'] : []
  const isDirectWorker = structure === 'Trực tiếp lao động'
  return {
    values: official({ name: nextName(), post, unit: agency?.name ?? '', structure }, chance),
    known: { field: 'Văn hóa - xã hội', education: 'Đại học', titles, isDirectWorker },
  }
}

const guest = (values: Values): Newcomer => ({
  values: withSex({ address, class: 'Khách mời', introduced: 'Có mặt', ...values }),
  known: null,
})

/** The Party committee of a district: «Huyện ủy Hải Hậu». */
const committeeOf = ({ name }: Unit) => name.replace(/^Huyện /u, 'Huyện ủy ').replace(/^Thành phố /u, 'Thành ủy ')

const guestOfDistrict = (district: Unit, { nextName }: Inventing): Newcomer =>
  guest({ name: nextName(), post: `Nguyên Bí thư ${committeeOf(district)}` })

const postsOfGuests = [
  'Lãnh đạo Ban Thi đua - Khen thưởng Trung ương',
  'Lãnh đạo tỉnh bạn',
  'Nguyên Chủ tịch HĐND tỉnh',
  'Nguyên Chủ tịch Ủy ban MTTQ Việt Nam tỉnh',
  'Bà mẹ Việt Nam anh hùng',
  'Anh hùng Lực lượng vũ trang nhân dân',
  'Anh hùng Lao động',
  'Bà mẹ Việt Nam anh hùng',
  'Lãnh đạo tỉnh bạn',
] as const

const guestOf = (at: number, { nextName }: Inventing): Newcomer => {
  const post = postsOfGuests[at % postsOfGuests.length] ?? postsOfGuests[0]
  const isMother = post.startsWith('Bà mẹ')
  return guest({ name: nextName(isMother ? true : undefined), address: isMother ? 'Mẹ' : address, post })
}

type Delegation = ExampleLists['delegations'][number]

/** Newcomers of a delegation that is there already come in it. */
const joinDelegations = (
  lists: ExampleLists,
  added: Pick<ExampleLists, 'delegations' | 'delegates'>,
  congressId: string,
): { delegations: Delegation[]; delegates: Delegate[] } => {
  const standing = lists.delegations.filter((each) => each.congressId === congressId)
  const byName = new Map(standing.map(({ name, id }) => [name, id]))
  const sameAs = new Map(added.delegations.map(({ id, name }) => [id, byName.get(name) ?? id]))
  return {
    delegations: [...standing, ...added.delegations.filter(({ name }) => !byName.has(name))],
    delegates: added.delegates.map((each) => ({ ...each, delegationId: sameAs.get(each.delegationId ?? '') ?? null })),
  }
}

/** In the order of their delegations, numbered through. */
const ordered = (
  delegates: readonly Delegate[],
  delegations: readonly Delegation[],
  order: readonly string[],
): Delegate[] => {
  const placeOf = new Map(delegations.map(({ id, name }) => [id, order.indexOf(name)]))
  const place = ({ delegationId }: Delegate) => placeOf.get(delegationId ?? '') ?? 0
  return delegates
    .toSorted((a, b) => place(a) - place(b))
    .map((each, at) => ({ ...each, position: (at + 1) * step, number: String(at + 1).padStart(4, '0') }))
}

/** Those that the page of delegations offers: sixteen delegations share eight. */
const colours = [
  ...['#9e1b22', '#a9761b', '#2b65a8', '#2c7a4b', '#b0477c', '#6b4fa0', '#64708a', '#0e7490', '#c2570c', '#4f6b12'],
  ...['#d1495b', '#1f8a70', '#8c4a2f', '#3f5bb5', '#9a3fa0', '#7a7d12', '#2f7da8', '#5d8a3a', '#e0a100', '#3d3d3d'],
]

interface Leading {
  delegates: readonly Delegate[]
  units: ExampleUnits
  nextName: () => string
  order: readonly string[]
}

/** Whoever comes by a quota is led by the first two of the delegation; guests, staff and press lead themselves. */
const ledBy = (delegations: readonly Delegation[], { delegates, units, nextName, order }: Leading): Delegation[] =>
  delegations
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .map((delegation, at) => {
      const placed = { ...delegationNamed(delegation.name), ...delegation, position: (at + 1) * step }
      const members = delegates.filter((each) => each.delegationId === delegation.id && each.class === 'official')
      const [head, ...others] = members
      const deputy = others.find(({ groups }) => groups.includes('Lãnh đạo')) ?? others[0]
      if (!head || !deputy) return placed
      return {
        ...placed,
        sendingUnitId: units.districts.find(({ name }) => name === delegation.name)?.id ?? null,
        number: String(at + 1).padStart(2, '0'),
        colour: colours[at % colours.length] ?? '',
        headId: head.id,
        deputyId: deputy.id,
        liaison: nextName(),
        liaisonPhone: `0228 000 9${String(at + 1).padStart(3, '0')}`,
      }
    })

interface Attending {
  delegates: readonly Delegate[]
  people: ExampleLists['attendingPeople']
  delegations: readonly Delegation[]
}

/** The persons on the list of honours are delegates, so that they have seats and are called by their batch. */
const honoured = (
  rows: ExampleLists['listRows'],
  { delegates, people, delegations }: Attending,
): ExampleLists['listRows'] => {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const district = delegations.find(({ name }) => name === 'Huyện Hải Hậu')
  const chosen = delegates.filter(
    ({ delegationId, personId, groups }) =>
      delegationId === district?.id && nameOf.has(personId) && !groups.includes('Lãnh đạo'),
  )
  let at = 0
  return rows.map((row) => {
    if (row.list !== 'honours' || row.values['kind'] !== 'Cá nhân') return row
    const delegate = chosen[at]
    at += 1
    if (!delegate) return row
    const post = [delegate.post, delegate.workplace].filter(Boolean).join(', ')
    return { ...row, values: { ...row.values, name: nameOf.get(delegate.personId) ?? '', post } }
  })
}
