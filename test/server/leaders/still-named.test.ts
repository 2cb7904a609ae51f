import { describe, expect, test } from 'vitest'
import { spansOf } from '../../../server/format/search.ts'
import { mendText, presentLeaders } from '../../../server/leaders/rules/still-named.ts'

const leaders = {
  postBefore: 'Phó Chủ tịch UBND tỉnh (VX)',
  personBefore: 'Đỗ Văn Ân',
  postAfter: 'Giám đốc Sở Nội vụ',
  personAfter: 'Lê Thị Bích',
}
const mended = (text: string, more: Partial<typeof leaders> = {}) => mendText(text, { ...leaders, ...more })
const not = { isNamed: false, mended: null }
const inPart = { isNamed: true, mended: null }
const as = (text: string) => ({ isNamed: true, mended: text })

describe('a text that names the former leader', () => {
  test('by name and post reads with the new one', () => {
    expect(mended('Đồng chí Đỗ Văn Ân, Phó Chủ tịch UBND tỉnh (VX), phát biểu')).toEqual(
      as('Đồng chí Lê Thị Bích, Giám đốc Sở Nội vụ, phát biểu'),
    )
  })

  test('is found without marks, in capitals, decomposed and over a line', () => {
    expect(mended('do van an')).toEqual(as('Lê Thị Bích'))
    expect(mended('ĐỖ VĂN ÂN')).toEqual(as('LÊ THỊ BÍCH'))
    expect(mended('Đỗ Văn Ân'.normalize('NFD'))).toEqual(as('Lê Thị Bích'))
    expect(mended('Đỗ Văn\nÂn và đoàn')).toEqual(as('Lê Thị Bích và đoàn'))
  })

  test('of nobody in particular takes the post where the new one’s name is not known', () => {
    expect(mended('Đỗ Văn Ân', { personAfter: '' })).toEqual(as('Giám đốc Sở Nội vụ'))
  })

  test('in part is shown, and left to a person', () => {
    expect(mended('Phó Chủ tịch UBND tỉnh')).toEqual(inPart)
  })
})

describe('a text that names somebody else', () => {
  test.each(['Phó Chủ tịch UBND tỉnh (KT)', 'Đỗ Văn Ánh', 'Chủ tịch UBND tỉnh', 'Trưởng ban Tổ chức', ''])(
    '%s',
    (text) => {
      expect(mended(text)).toEqual(not)
    },
  )

  test('a deputy is not his chair', () => {
    const chair = { postBefore: 'Chủ tịch UBND tỉnh', personBefore: '' }
    expect(mended('Phó Chủ tịch UBND tỉnh', chair)).toEqual(not)
    expect(mended('Chủ tịch UBND tỉnh', chair)).toEqual(as('Giám đốc Sở Nội vụ'))
  })
})

test('the places of words are those of the text itself, however it is written', () => {
  const text = 'Bà  Nguyễn Thị'.normalize('NFD')
  expect(spansOf(text, 'nguyen thi').map(({ from, to }) => text.slice(from, to).normalize('NFC'))).toEqual([
    'Nguyễn Thị',
  ])
  expect(spansOf('an an an', 'an').length).toBe(3)
  expect(spansOf('anh Lan', 'an')).toEqual([])
})

describe('who attends now', () => {
  const step = (before: string, after: string) => ({
    postBeforeId: before,
    postAfterId: after,
    postBefore: before,
    personBefore: '',
    postAfter: after,
    personAfter: '',
  })

  test('after two replacements is the last', () => {
    const [first, second] = [step('A', 'B'), step('B', 'C')]
    expect(presentLeaders(first, [second], ['C'])).toMatchObject({ postBefore: 'A', postAfter: 'C' })
  })

  test('is nobody where the first came back or none of them attends', () => {
    expect(presentLeaders(step('A', 'B'), [step('B', 'A')], ['A'])).toBe(null)
    expect(presentLeaders(step('A', 'B'), [], ['D'])).toBe(null)
  })
})
