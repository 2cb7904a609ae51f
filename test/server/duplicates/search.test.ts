import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergedValues, differingFields } from '../../../server/duplicates/rules/merge.ts'
import { findDuplicates } from '../../../server/duplicates/rules/search.ts'
import type { Comparable, DuplicatePair } from '../../../server/duplicates/schema.ts'
import { febrlFile, readFebrl, shareOfTrue } from './febrl.ts'
import { areTwins, inventPeople } from './people.ts'
import { randomOf } from '../conflicts/seeded-road.ts'

const person = (id: string, name: string, more: Partial<Comparable> = {}): Comparable => ({
  ...{ id, name, sex: null, birthYear: null, birthDate: null, phone: '', workplaces: [], posts: [] },
  ...more,
})
/** A list long enough for frequent names to be known as such. */
const crowd = inventPeople(600, randomOf(7)).filter(({ id }) => !id.endsWith('-again'))
const pairOf = (one: Partial<Comparable> & { name: string }, other: Partial<Comparable> & { name: string }) =>
  findDuplicates([...crowd, person('x', one.name, one), person('y', other.name, other)]).find(
    ({ firstId, secondId }) => firstId === 'x' && secondId === 'y',
  )
const scoreOf = (...pair: Parameters<typeof pairOf>): number => pairOf(...pair)?.score ?? -Infinity

describe('two spellings of one person', () => {
  const born = { birthYear: 1971, workplaces: ['Sở Y tế'] }
  test.each([
    ['Nguyễn Văn Khoát', 'Nguyen Van Khoat', 'name-without-marks'],
    ['Nguyễn Văn Khoát', 'Nguyễn Văn Khoat', 'name-other-marks'],
    ['Nguyễn Văn Hoà', 'Nguyễn Văn Hòa', 'same-name'],
    ['Đỗ Văn Hòa', 'Đỗ Văn Hòa'.normalize('NFD'), 'same-name'],
    ['Đặng Đình Đô', 'Dang Dinh Do', 'name-without-marks'],
    ['Nguyễn Văn Khoát', 'Đ/c Nguyễn Văn Khoát', 'same-name'],
    ['Nguyễn Văn Khoát', 'GS.TS.Nguyễn Văn Khoát', 'same-name'],
    ['Nguyễn Văn Khoát', 'Ông NGUYỄN VĂN KHOÁT', 'same-name'],
    ['Nguyễn Văn Khoát', 'Khoát Nguyễn Văn', 'name-other-order'],
    ['Nguyễn Văn Khoát', 'Nguyễn Khoát', 'name-part-missing'],
    ['Nguyễn Văn Khoát', 'Nguyễn Văn Khoátt', 'name-misspelt'],
    ['Nguyễn Văn Khoát', 'Nguyễn VănKhoát', 'name-misspelt'],
  ])('«%s» and «%s» are proposed: %s', (one, other, reason) => {
    const pair = pairOf({ name: one, ...born }, { name: other, ...born })
    expect(pair?.reasons).toContain(reason)
    expect(pair?.isLikely).toBe(true)
  })

  test('are the likelier, the more they have in common', () => {
    const base = { name: 'Nguyễn Văn An', birthYear: 1971, workplaces: ['Sở Y tế'] }
    const same = scoreOf(base, base)
    const scores = [
      same,
      scoreOf(base, { ...base, name: 'Nguyen Van An' }),
      scoreOf(base, { ...base, name: 'Nguyễn Văn Ân' }),
    ]
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores[2]).toBeLessThan(scores[1] ?? 0)
    expect(scoreOf(base, { ...base, birthYear: 1972 })).toBeLessThan(same)
    expect(scoreOf(base, { ...base, birthYear: null })).toBeLessThan(same)
    expect(scoreOf(base, { ...base, workplaces: ['Hội Nông dân'] })).toBeLessThan(same)
    expect(scoreOf({ ...base, phone: '0912 345 678' }, { ...base, phone: '+84 912 345 678' })).toBeGreaterThan(same)
  })
})

describe('two people', () => {
  test('of a frequent name alone are not proposed', () => {
    const hoa = { name: 'Nguyễn Thị Hoa' }
    expect(
      pairOf({ ...hoa, workplaces: ['Sở Y tế'] }, { ...hoa, workplaces: ['Trường THPT Hải Hậu A'] }),
    ).toBeUndefined()
    expect(pairOf({ name: 'Phan Đình Khoát' }, { name: 'Phan Đình Khoát' })).toBeDefined()
  })

  test('of one name born twenty years apart are not proposed', () => {
    const base = { name: 'Nguyễn Văn An', workplaces: ['Sở Y tế'] }
    expect(pairOf({ ...base, birthYear: 1965 }, { ...base, birthYear: 1985 })).toBeUndefined()
  })

  test('of one name and year are shown however frequent both are, unless something else differs', () => {
    const hoa = { name: 'Nguyễn Thị Hoa', birthYear: 1975 }
    expect(pairOf(hoa, hoa)).toBeDefined()
    expect(pairOf({ ...hoa, sex: 'female' }, { ...hoa, sex: 'male' })).toBeUndefined()
  })

  test('are not one because they share the telephone of an office', () => {
    const office = crowd.slice(0, 8).map((each) => ({ ...each, phone: '0228 3 649 000' }))
    expect(findDuplicates(office)).toEqual([])
  })
})

const word = fc.constantFrom('Nguyễn', 'Trần', 'Văn', 'Thị', 'An', 'Ân', 'Khoát', 'Hoa', 'Đ/c', 'GS.', '  ', '!', 'Hòa')
const anybody = fc.record({
  name: fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
  sex: fc.constantFrom('male' as const, 'female' as const, null),
  birthYear: fc.option(fc.integer({ min: 1950, max: 1955 }), { nil: null }),
  birthDate: fc.constant(null),
  phone: fc.constantFrom('', '0912345678', '0912 345 679', 'không có'),
  workplaces: fc.array(fc.constantFrom('Sở Y tế', 'Sở Tài chính', '', '–'), { maxLength: 2 }),
  posts: fc.array(fc.constantFrom('Chủ tịch', ''), { maxLength: 1 }),
})
const people = fc
  .array(anybody, { maxLength: 14 })
  .map((all) => all.map((each, at) => ({ id: `p${String(at + 10)}`, ...each })))

test('whatever people are compared, each pair is found once, the likeliest first, and in whatever order they stand', () => {
  fc.assert(
    fc.property(people, (all) => {
      const pairs = findDuplicates(all)
      expect(pairs.every(({ firstId, secondId }) => firstId < secondId)).toBe(true)
      expect(new Set(pairs.map(({ firstId, secondId }) => `${firstId} ${secondId}`)).size).toBe(pairs.length)
      const scores = pairs.map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
      expect(pairs.every(({ score }) => Number.isFinite(score))).toBe(true)
      const keys = (found: DuplicatePair[]) => found.map(({ firstId, secondId }) => `${firstId} ${secondId}`).sort()
      expect(keys(findDuplicates([...all].reverse()))).toEqual(keys(pairs))
    }),
  )
})

test('of two thousand invented people nearly all who were entered twice are found, and few others', () => {
  const invented = inventPeople(2000, randomOf(2020))
  const twins = invented.filter(({ id }) => id.endsWith('-again')).length
  const pairs = findDuplicates(invented)
  const right = pairs.filter(({ firstId, secondId }) => areTwins(firstId, secondId)).length
  expect(right / twins).toBeGreaterThan(0.95)
  expect(right / pairs.length).toBeGreaterThan(0.75)
  const likely = pairs.filter(({ isLikely }) => isLikely)
  expect(likely.filter(({ firstId, secondId }) => areTwins(firstId, secondId)).length).toBe(likely.length)
})

test.skipIf(!existsSync(febrlFile))(
  'of the 500 known pairs of FEBRL 1 at least 95 in 100 are found, and no others',
  () => {
    const { precision, recall } = shareOfTrue(findDuplicates(readFebrl(readFileSync(febrlFile, 'utf8'))))
    expect(recall).toBeGreaterThan(0.95)
    expect(precision).toBeGreaterThan(0.95)
  },
)

describe('values of two that become one', () => {
  const kept = {
    ...{ name: 'Nguyễn Văn An', address: '', printedName: '', sex: null, birthYear: 1970, birthDate: '1970-02-03' },
    ...{ phone: '0912', email: '', titles: ['Nhà giáo Ưu tú'], education: '', field: '', isDirectWorker: null },
  }
  const gone = {
    ...kept,
    name: 'Nguyen Van An',
    address: 'Ông',
    birthYear: 1971,
    birthDate: null,
    phone: '',
    titles: ['AHLĐ'],
  }

  test('are those of the one that stays, gaps filled, and what was chosen of the other', () => {
    expect(mergedValues(kept, gone, new Set())).toEqual({ ...kept, address: 'Ông', titles: ['Nhà giáo Ưu tú', 'AHLĐ'] })
    const taken = mergedValues(kept, gone, new Set(['name', 'birthYear', 'phone'] as const))
    expect(taken).toMatchObject({ name: 'Nguyen Van An', birthYear: 1971, birthDate: null, phone: '0912' })
    expect(differingFields(kept, gone)).toEqual(['name', 'birthYear'])
  })

  test('keep a whole date as long as it is of the year that stands', () => {
    const sameYear = { ...gone, birthYear: 1970 }
    expect(mergedValues(kept, sameYear, new Set(['birthYear'] as const)).birthDate).toBe('1970-02-03')
  })
})
