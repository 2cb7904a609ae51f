import { unitInSentence } from '../../server/congresses/rules.ts'
import type { HalfDay } from '../../server/congresses/schema.ts'
import type { LeaderRank, Post } from '../../server/people/schema.ts'
import type { Chance } from './chance.ts'
import { inventedName, type ExampleUnits } from './units.ts'

/** Posts that attend congresses. Who holds them is invented, so is when one hands over to the next. */
const provincialPosts = {
  chair: 'Chủ tịch UBND tỉnh',
  standing: 'Phó Chủ tịch Thường trực UBND tỉnh',
  economy: 'Phó Chủ tịch UBND tỉnh (KT)',
  culture: 'Phó Chủ tịch UBND tỉnh (VX)',
  council: 'Phó Chủ tịch HĐND tỉnh',
  front: 'Chủ tịch Ủy ban MTTQ Việt Nam tỉnh',
  home: 'Giám đốc Sở Nội vụ',
  emulation: 'Trưởng Ban Thi đua - Khen thưởng tỉnh',
} as const
const nationalPosts = {
  vicePresident: 'Phó Chủ tịch nước',
  centralBoard: 'Trưởng Ban Thi đua - Khen thưởng Trung ương',
} as const
export type PostKey = keyof typeof provincialPosts | keyof typeof nationalPosts

/** The post that changed hands on 1 June 2020. */
const handedOver: PostKey = 'economy'

interface Versioned {
  id: string
  version: number
}
export interface ExamplePosts {
  posts: (Omit<Post, 'holders'> & Versioned)[]
  people: (Versioned & { unitId: string; name: string })[]
  postHolders: (Versioned & { postId: string; personId: string; from: string | null; to: string | null })[]
  /** Post ids of the nation and the province by key, of a district by the district's unit id. */
  byKey: Map<PostKey, string>
  byDistrict: Map<string, string[]>
}

export const buildPosts = ({ nation, province, districts }: ExampleUnits, newId: () => string, chance: Chance) => {
  const built: ExamplePosts = { posts: [], people: [], postHolders: [], byKey: new Map(), byDistrict: new Map() }
  const addHolder = (postId: string, unitId: string, from: string | null, to: string | null) => {
    const person = { id: newId(), unitId, name: freshName(built, unitId, chance), version: 1 }
    built.people.push(person)
    built.postHolders.push({ id: newId(), postId, personId: person.id, from, to, version: 1 })
  }
  const addPost = (unitId: string, name: string, isHandedOver = false): string => {
    const id = newId()
    built.posts.push({
      id,
      unitId,
      name,
      phone: `0228 000 9${String(built.posts.length).padStart(3, '0')}`,
      rank: rankOf(name),
      version: 1,
    })
    addHolder(id, unitId, null, isHandedOver ? '2020-05-31' : null)
    if (isHandedOver) addHolder(id, unitId, '2020-06-01', null)
    return id
  }
  for (const [key, name] of Object.entries(nationalPosts)) built.byKey.set(key as PostKey, addPost(nation.id, name))
  for (const [key, name] of Object.entries(provincialPosts)) {
    built.byKey.set(key as PostKey, addPost(province.id, name, key === handedOver))
  }
  for (const district of districts) {
    const posts = ['Chủ tịch', 'Phó Chủ tịch'].map((rank) => `${rank} UBND ${unitInSentence(district)}`)
    built.byDistrict.set(
      district.id,
      posts.map((name) => addPost(district.id, name)),
    )
  }
  return built
}

/** The rank that the name of a post says, in its own body. */
const rankOf = (name: string): LeaderRank => {
  if (/^(Giám đốc|Trưởng)/u.test(name)) return 'department-head'
  return name.startsWith('Phó') ? 'deputy' : 'head'
}

/** People are told apart by name within a unit. */
const freshName = ({ people }: ExamplePosts, unitId: string, chance: Chance): string => {
  for (;;) {
    const name = inventedName(chance)
    if (!people.some((person) => person.unitId === unitId && person.name === name)) return name
  }
}

/** The half-days that leaders have given away already. */
export interface Diary {
  isFree(postId: string, date: string, halfDay: HalfDay): boolean
  take(postId: string, date: string, halfDay: HalfDay): void
}

export const createDiary = (): Diary => {
  const taken = new Set<string>()
  const entries = (postId: string, date: string, halfDay: HalfDay) =>
    (halfDay === 'day' ? ['morning', 'afternoon'] : [halfDay]).map((half) => `${postId} ${date} ${half}`)
  return {
    isFree: (postId, date, halfDay) => entries(postId, date, halfDay).every((entry) => !taken.has(entry)),
    take: (postId, date, halfDay) => {
      for (const entry of entries(postId, date, halfDay)) taken.add(entry)
    },
  }
}
