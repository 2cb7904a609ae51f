import { expect, test } from 'vitest'
import { composeParts, type Making } from '../../../server/documents/compose.ts'
import { wordingFaults } from '../../../server/documents/faults.ts'
import { authorityOf, deciderAbove } from '../../../server/documents/rules/authority.ts'
import { kindWithSubject } from '../../../server/documents/rules/names.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { englishTwins } from '../../../server/english/twins.ts'
import { namDinh } from './facts.ts'

const province = { name: 'Tỉnh Nam Định', type: 'tỉnh' }
const making = async (kind: string, values: Partial<Making>): Promise<Making> => ({
  template: await readTemplate(kind),
  facts: { ...namDinh([]), twins: await englishTwins() },
  filled: {},
  rows: [],
  today: '2020-06-22',
  ...values,
})
const textOf = (of: Making, language: 'vi' | 'en') =>
  JSON.stringify([...composeParts(of, language)]).replaceAll('\u00a0', ' ')

test('a decision is headed and signed by the authority of the unit, not by the committee that it makes', async () => {
  for (const kind of ['decision-committee', 'decision-award', 'decision-delegation']) {
    const text = textOf(await making(kind, {}), 'vi')
    expect(text).toContain('"issuer":"Ủy ban nhân dân tỉnh Nam Định"')
    expect(text).toContain('"capacity":["Chủ tịch"]')
    expect(text).toContain('/QĐ-UBND')
    expect(text).toContain('Chủ tịch Ủy ban nhân dân tỉnh Nam Định')
  }
})

test('a body that is no administrative unit decides by its own head', () => {
  expect(authorityOf({ name: 'Sở Giáo dục và Đào tạo', type: '' }, 'vi')).toMatchObject({
    body: 'Sở Giáo dục và Đào tạo',
    title: 'Thủ trưởng',
    symbol: 'SGDĐT',
  })
})

test.each([
  ['Huân chương Lao động hạng Ba', [province], 'Chủ tịch nước'],
  ['Huân chương Lao động hạng Ba (ví dụ)', [province], 'Chủ tịch nước'],
  ['Danh hiệu Anh hùng Lao động', [province], 'Chủ tịch nước'],
  ['Cờ thi đua của Chính phủ', [province], 'Thủ tướng Chính phủ'],
  ['Bằng khen của Thủ tướng Chính phủ', [province], 'Thủ tướng Chính phủ'],
  ['Bằng khen của Chủ tịch UBND tỉnh', [province], null],
  ['Chiến sĩ thi đua cơ sở', [province], null],
  ['Bằng khen của Chủ tịch UBND tỉnh', [{ name: 'Huyện Hải Hậu', type: 'huyện' }, province], 'Chủ tịch UBND tỉnh'],
  ['Giấy khen của Chủ tịch UBND huyện', [{ name: 'Huyện Hải Hậu', type: 'huyện' }, province], null],
  ['Chiến sĩ thi đua cơ sở', [{ name: 'Sở Nội vụ', type: '' }, province], null],
  [
    'Bằng khen của Chủ tịch UBND tỉnh',
    [{ name: 'Thành phố Nam Định', type: 'thành phố' }, province],
    'Chủ tịch UBND tỉnh',
  ],
  ['Giấy khen của Chủ tịch UBND xã', [{ name: 'Xã Hải Anh', type: 'xã' }, province], null],
  ['Chiến sĩ thi đua cơ sở', [{ name: 'Xã Hải Anh', type: 'xã' }, province], 'Chủ tịch UBND huyện, Giám đốc sở'],
])('%s is decided above %j by %s', (honour, line, by) => {
  expect(deciderAbove(honour, line)).toBe(by)
})

test('an award decision has what its issuer may give, and tells what it leaves out', async () => {
  const rows = ['Huân chương Lao động hạng Ba', 'Bằng khen của Chủ tịch UBND tỉnh'].map((honour, at) => ({
    id: String(at),
    values: { name: `Tập thể ${String(at)}`, honour, kind: 'Tập thể' },
  }))
  const of = await making('decision-award', { rows })
  expect(textOf(of, 'vi')).toContain('Khen thưởng 1 tập thể, cá nhân (1 tập thể, 0 cá nhân)'.slice(13))
  expect(textOf(of, 'vi')).not.toContain('Huân chương')
  expect(wordingFaults(of, 'vi').map(({ sentence }) => sentence?.vi)).toEqual([
    'Huân chương Lao động hạng Ba: do Chủ tịch nước quyết định, không đưa vào quyết định này.',
  ])
})

test('an English invitation says who signs for whom, and his post where it has English', async () => {
  const rows = [{ id: '1', values: { name: 'An' } }]
  const capacity = 'TM. Ban Tổ chức\nKT. Trưởng ban\nPhó Trưởng ban Thường trực'
  const known = await making('invitation', { rows, filled: { capacity, otherPost: 'Giám đốc Sở Nội vụ' } })
  expect(textOf(known, 'en')).toContain('"capacity":["For the Head of the Committee","Standing Deputy Head"]')
  expect(textOf(known, 'en')).toContain('"otherPost":"Director of Home Affairs"')
  expect(wordingFaults(known, 'en')).toEqual([])
  const unknown = await making('invitation', { rows, filled: { capacity, otherPost: 'Giám đốc Sở Xây dựng' } })
  expect(wordingFaults(unknown, 'en').map(({ sentence }) => sentence?.en)).toEqual([
    '“Giám đốc Sở Xây dựng” has no English yet: fill in “English edition: other post of the signer”.',
  ])
  expect(wordingFaults(unknown, 'vi')).toEqual([])
})

test.each([
  ['Kế hoạch tổ chức', 'Tổ chức Đại hội V', 'Kế hoạch tổ chức Đại hội V'],
  ['Giấy mời', 'Dự Đại hội V', 'Giấy mời dự Đại hội V'],
  ['Chương trình', 'Đại hội V', 'Chương trình Đại hội V'],
  ['Quyết định khen thưởng', 'Về việc khen thưởng tập thể', 'Quyết định khen thưởng tập thể'],
  ['Biên bản', '', 'Biên bản'],
  ['Sổ', 'Một việc', 'Sổ. Một việc'],
])('%s with %s is %s in the register', (kind, subject, told) => {
  expect(kindWithSubject(kind, subject)).toBe(told)
})
