import { describe, expect, test } from 'vitest'
import { ageOn, bandOf, bandsOf, usualBounds } from '../../../server/make-up/rules/ages.ts'
import { fewest, hasHidden } from '../../../server/make-up/rules/hiding.ts'
import { published } from '../../../server/make-up/rules/published.ts'
import { countMakeUp, type Counted } from '../../../server/make-up/rules/statistics.ts'
import type { Base, Cell, MakeUp, PartName } from '../../../server/make-up/schema.ts'

const nobody: Counted = {
  standing: 'listed',
  class: 'official',
  presence: null,
  groups: [],
  delegation: '',
  colour: '',
  post: '',
  sex: null,
  birthYear: null,
  birthDate: null,
  titles: [],
  education: '',
  field: '',
  isDirectWorker: null,
  ethnicity: null,
  religion: null,
  isPartyMember: null,
}
const some = (count: number, what: Partial<Counted>): Counted[] =>
  Array.from({ length: count }, () => ({ ...nobody, ...what }))
const named = ['Hải Hậu', 'Ý Yên', 'Nam Trực', 'Vụ Bản', 'Mỹ Lộc', 'Giao Thủy']
const count = (people: readonly Counted[], base: Base = 'official', delegations = named.slice(0, 2)) =>
  countMakeUp(people, { day: '2020-09-09', bounds: usualBounds, base, delegations })
const partOf = ({ parts }: Pick<MakeUp, 'parts'>, name: PartName) =>
  Object.fromEntries((parts.find((part) => part.name === name)?.cells ?? []).map(({ key, count }) => [key, count]))

describe('numbers', () => {
  test('are of who is called: no alternate, nobody who withdrew, nobody who serves', () => {
    const people = [
      ...some(4, { presence: 'present', delegation: 'Ý Yên' }),
      ...some(2, { class: 'guest', presence: 'excused' }),
      ...some(1, { class: null, presence: 'absent', delegation: 'Hải Hậu' }),
      ...some(1, { delegation: 'Hải Hậu' }),
      ...some(3, { standing: 'alternate' }),
      ...some(1, { standing: 'withdrawn' }),
      ...some(9, { class: 'press' }),
    ]
    const { numbers, delegations } = count(people)
    expect(numbers).toEqual({
      ...{ called: 8, official: 5, guests: 2, unclassed: 1 },
      ...{ present: 4, excused: 2, absent: 1, unlooked: 1 },
      ...{ delegations: 2, alternates: 3, withdrawn: 1 },
    })
    const told = delegations.map(({ name, called, official, present }) => [name, called, official, present])
    expect(told).toEqual([
      ['Hải Hậu', 2, 1, 0],
      ['Ý Yên', 4, 4, 4],
      ['', 2, 0, 0],
    ])
  })

  test('count as delegations those alone that have an official delegate; the guests keep their line', () => {
    const people = [
      ...some(3, { delegation: 'Hải Hậu' }),
      ...some(1, { class: 'guest', delegation: 'Hải Hậu' }),
      ...some(2, { class: 'guest', delegation: 'Ý Yên' }),
    ]
    const { numbers, delegations } = count(people)
    expect(numbers.delegations).toBe(1)
    expect(delegations.map(({ name, official, guests }) => [name, official, guests])).toEqual([
      ['Hải Hậu', 3, 1],
      ['Ý Yên', 0, 2],
    ])
  })

  test('the make-up is of official delegates; where there is none, of all', () => {
    const people = [...some(3, { sex: 'female' }), ...some(2, { class: 'guest', sex: 'male' })]
    expect(count(people)).toMatchObject({ base: 'official', of: 3 })
    expect(count(people, 'called')).toMatchObject({ base: 'called', of: 5 })
    expect(count(people, 'present')).toMatchObject({ base: 'called', of: 5 })
    expect(count(people.slice(3))).toMatchObject({ base: 'called', of: 2 })
  })
})

describe('groups', () => {
  // The national congress XI: its groups sum to 2,069 of 2,025.
  test('overlap: first ones make up the whole, all others stand beside them', () => {
    const people = [
      ...some(5, { groups: ['Anh hùng', 'Dân tộc thiểu số'] }),
      ...some(4, { groups: ['Dân tộc thiểu số'] }),
      ...some(2, { groups: ['dân tộc thiểu số', 'Anh hùng', 'ANH HÙNG'] }),
      ...some(1, {}),
    ]
    const made = count(people)
    const [part] = made.parts
    expect(part?.cells).toEqual([
      { key: 'Dân tộc thiểu số', count: 6, tagged: 11 },
      { key: 'Anh hùng', count: 5, tagged: 7 },
      { key: '', count: 1, tagged: 1 },
    ])
    expect(part?.cells.reduce((sum, cell) => sum + (cell.count ?? 0), 0)).toBe(made.of)
  })

  test('titles are known by their abbreviations, each person counted once for each', () => {
    const people = [
      ...some(2, { titles: ['AHLĐ', 'Anh hùng Lao động', 'cstđ toàn quốc'] }),
      ...some(1, { titles: ['Nghệ sỹ ưu tú', 'Kỷ niệm chương'] }),
    ]
    expect(partOf(count(people), 'titles')).toEqual({
      'Anh hùng Lao động': 2,
      'Nghệ sĩ ưu tú': 1,
      'Chiến sĩ thi đua toàn quốc': 2,
      'Kỷ niệm chương': 1,
    })
  })
})

describe('ages', () => {
  test('are those of the day; of a year alone, what is reached in it; what cannot be is none', () => {
    const born = (birthDate: string) => ageOn('2020-09-09', { birthYear: Number(birthDate.slice(0, 4)), birthDate })
    expect([born('1980-09-09'), born('1980-09-10')]).toEqual([40, 39])
    const ofYear = (birthYear: number | null) => ageOn('2020-09-09', { birthYear, birthDate: null })
    expect([ofYear(1980), ofYear(2020), ofYear(2021), ofYear(1899), ofYear(null)]).toEqual([40, 0, null, null, null])
  })

  test('fall into one band each', () => {
    expect(bandsOf(usualBounds)).toEqual(['-29', '30-39', '40-49', '50-59', '60-69', '70-'])
    expect([29, 30, 69, 70, 98].map((age) => bandOf(age, usualBounds))).toEqual(['-29', '30-39', '60-69', '70-', '70-'])
    // The Party congress XIII told of those below 40 and above 70.
    expect(bandsOf([40, 71])).toEqual(['-39', '40-70', '71-'])
  })

  test('tell the oldest and the youngest, how many they are, children and pupils', () => {
    const people = [
      ...some(1, { birthYear: 1922 }),
      ...some(5, { birthYear: 2009, birthDate: '2009-03-01' }),
      ...some(1, { birthYear: 2003, post: 'Học sinh lớp 12' }),
      ...some(1, { birthYear: 1980, post: 'Trưởng phòng Công tác học sinh' }),
      ...some(2, {}),
    ]
    const made = count(people)
    expect(made).toMatchObject({ oldest: { age: 98, count: 1 }, youngest: { age: 11, count: 5 }, byYear: 3 })
    expect(partOf(made, 'others')).toEqual({ children: 6 })
    expect(partOf(made, 'age')).toMatchObject({ '-29': 6, '70-': 1, '': 2 })
  })
})

test('of what nobody said nothing is told; what some did not say is told as not known', () => {
  const made = count([...some(3, { ethnicity: 'Tày' }), ...some(2, { ethnicity: 'kinh' }), ...some(1, {})])
  expect(made.parts.map(({ name }) => name)).toEqual(['ethnicity'])
  expect(partOf(made, 'ethnicity')).toEqual({ minority: 3, majority: 2, '': 1 })
  expect(made.gaps).toContainEqual({ name: 'birthYear', count: 6 })
})

describe('what is published', () => {
  const publish = (people: readonly Counted[], delegations = named.slice(0, 2)) => {
    const made = {
      ...count(people, 'official', delegations),
      congressId: '',
      title: '',
      level: '',
      hasOtherBands: false,
      hiddenBelow: null,
      sensitiveBelow: null,
      unapproved: 0,
    }
    return published(made, fewest)
  }

  const called = (official: number, guests: number, delegation: string) => [
    ...some(official, { class: 'official', delegation }),
    ...some(guests, { class: 'guest', delegation }),
  ]

  test('tells all of how many come where no number is small', () => {
    const told = publish([...called(20, 6, 'Hải Hậu'), ...called(30, 7, 'Ý Yên')])
    expect(told.numbers).toMatchObject({ called: 63, official: 50, guests: 13, alternates: 0, withdrawn: 0 })
    expect(told.delegations).toMatchObject([
      { called: 26, official: 20, guests: 6 },
      { called: 37, official: 30, guests: 7 },
    ])
    expect(hasHidden(told)).toBe(false)
  })

  test('hides few guests together with the number of all, and few who stand by or withdrew', () => {
    const standing = [...some(1, { standing: 'withdrawn' }), ...some(6, { standing: 'alternate' })]
    const told = publish([...called(20, 1, 'Hải Hậu'), ...called(30, 2, 'Ý Yên'), ...standing])
    expect(told.numbers).toMatchObject({ called: null, official: 50, guests: null, alternates: 6, withdrawn: null })
    expect(told.delegations).toMatchObject([
      { called: null, official: 20, guests: null, present: null },
      { called: null, official: 30, guests: null, present: null },
    ])
    expect(hasHidden(told)).toBe(true)
  })

  test('hides by delegation what a line would tell, though the guests of all are many', () => {
    const told = publish([...called(20, 1, 'Hải Hậu'), ...called(30, 9, 'Ý Yên'), ...called(3, 0, '')])
    expect(told.numbers).toMatchObject({ called: 63, official: 53, guests: 10 })
    expect(told.delegations.map((each) => [each.called, each.official, each.guests])).toEqual([
      [null, null, null],
      [null, 30, null],
      [null, null, null],
    ])
  })

  test('tells the small delegations in one line, which leaves no small number to be reckoned', () => {
    const large = [...called(20, 6, 'Hải Hậu'), ...called(30, 7, 'Ý Yên'), ...called(25, 0, 'Nam Trực')]
    const small = [...called(10, 5, 'Vụ Bản'), ...called(9, 5, 'Mỹ Lộc'), ...called(3, 2, 'Giao Thủy')]
    const told = publish([...large, ...small], named)
    // One alone could be reckoned from the sums: the least of the others goes with it.
    expect(told.delegations.map(({ name, folded, ...each }) => [name, folded, each.called, each.guests])).toEqual([
      ['Hải Hậu', undefined, 26, 6],
      ['Ý Yên', undefined, 37, 7],
      ['Nam Trực', undefined, 25, 0],
      ['Vụ Bản', undefined, 15, 5],
      ['', 2, 19, 7],
    ])
    const sum = told.delegations.reduce((all, each) => all + (each.official ?? 0), 0)
    expect([sum, hasHidden(told)]).toEqual([told.numbers.official, false])
  })

  test('keeps the official delegates of each delegation where most lines would go into one', () => {
    const told = publish([...called(20, 6, 'Hải Hậu'), ...called(30, 1, 'Ý Yên'), ...called(25, 2, 'Nam Trực')], named)
    expect(told.delegations.map(({ folded, official, guests }) => [folded, official, guests])).toEqual([
      ...[20, 30, 25].map((official) => [undefined, official, null]),
    ])
  })

  test('hides who was away with as many as keep it from being reckoned', () => {
    const told = publish([
      ...some(40, { class: 'official', presence: 'present' }),
      ...some(1, { class: 'official', presence: 'excused' }),
      ...some(6, { class: 'official', presence: 'absent' }),
    ])
    expect(told.numbers).toMatchObject({ called: 47, present: 40, excused: null, absent: null, unlooked: 0 })
  })

  test('tells nothing of those who are too few', () => {
    const told = publish(some(3, { class: 'official', sex: 'female' }))
    expect(told).toMatchObject({ of: 0, parts: [], numbers: { called: null, official: null } })
  })
  const fields = (...counts: number[]) => counts.flatMap((each, at) => some(each, { field: `Lĩnh vực ${String(at)}` }))

  test('hides a small number and the next one, so that the sum does not give it away', () => {
    const told = partOf(publish(fields(50, 20, 9, 3)), 'field')
    expect(Object.values(told)).toEqual([50, 20, null, null])
  })

  test('hides as many as together are not too few', () => {
    expect(Object.values(partOf(publish(fields(50, 20, 2, 2)), 'field'))).toEqual([50, null, null, null])
    expect(Object.values(partOf(publish(fields(50, 20, 4, 3)), 'field'))).toEqual([50, 20, null, null])
  })

  test('hides that all others are in one', () => {
    const told = publish([...some(40, { isPartyMember: true }), ...some(2, { isPartyMember: false })])
    expect(partOf(told, 'party')).toEqual({ member: null, other: null })
    const titled = publish([...some(40, { titles: ['NGND'] }), ...some(2, {})])
    expect(partOf(titled, 'titles')).toEqual({ 'Nhà giáo nhân dân': null })
  })

  test('hides a group with all who have it besides', () => {
    const [part] = publish([
      ...some(30, { groups: ['Nữ'] }),
      ...some(8, { groups: ['Lãnh đạo'] }),
      ...some(6, { groups: ['Anh hùng'] }),
      ...some(3, { groups: ['Tôn giáo'] }),
    ]).parts
    const cell = (key: string): Cell | undefined => part?.cells.find((each) => each.key === key)
    expect([cell('Nữ')?.tagged, cell('Lãnh đạo')?.tagged]).toEqual([30, 8])
    expect([cell('Anh hùng'), cell('Tôn giáo')].map((each) => [each?.count, each?.tagged])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  test('never lets a hidden number be reckoned, whatever the numbers are', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const counts = Array.from({ length: 2 + (seed % 6) }, (_, at) => (seed * 7919 + at * at * 104729) % 13)
      const made = publish(fields(...counts))
      const cells = made.parts.find(({ name }) => name === 'field')?.cells ?? []
      const hidden = cells.filter((cell) => cell.count === null)
      const told = cells.reduce((sum, cell) => sum + (cell.count ?? 0), 0)
      expect(cells.some((cell) => cell.count !== null && cell.count > 0 && cell.count < fewest)).toBe(false)
      // One number alone is the rest of the sum; several that are few in all are as good as told.
      const isSafe =
        hidden.length === 0 || hidden.length === cells.length || (hidden.length > 1 && made.of - told >= fewest)
      expect(isSafe, JSON.stringify(counts)).toBe(true)
    }
  })

  test('tells of the oldest and the youngest where they are several', () => {
    const people = [...some(1, { birthYear: 1922 }), ...some(5, { birthYear: 2009 }), ...some(60, { birthYear: 1980 })]
    expect(publish(people)).toMatchObject({ oldest: null, youngest: { age: 11, count: 5 } })
  })
})
