import { describe, expect, test } from 'vitest'
import { composeParts } from '../../../server/documents/compose.ts'
import type { Paper, Table } from '../../../server/documents/blocks.ts'
import { rowsOfTable } from '../../../server/documents/list-tables.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { namDinh } from './facts.ts'

const rowsOf = (...values: Record<string, string>[]) => values.map((each, at) => ({ id: String(at), values: each }))
const paperOf = async (kind: string, ...people: Record<string, string>[]): Promise<Paper> => {
  const template = await readTemplate(kind)
  const making = { template, facts: namDinh([]), filled: {}, rows: rowsOf(...people), today: '2020-06-22' }
  const [paper] = [...composeParts(making, 'vi')]
  if (!paper || 'sheet' in paper) throw new Error(`${kind} has no paper`)
  return paper
}
const tableOf = ({ blocks }: Paper): Table['rows'] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
const textOf = ({ blocks }: Paper) => JSON.stringify(blocks).replaceAll('\u00a0', ' ')

const people = [
  { name: 'Nguyễn Văn An', class: 'Đại biểu chính thức', structure: 'Lãnh đạo', sex: 'Nam' },
  { name: 'Trần Thị Bình', class: 'Khách mời', sex: 'Nữ' },
  { name: 'Lê Văn Cường', class: 'Ban Tổ chức', sex: 'Nam' },
  { name: 'Phạm Thị Dung', class: 'Phóng viên', sex: 'Nữ' },
  { name: 'Hoàng Văn Em', class: 'Phục vụ', sex: 'Nam' },
  // An office has its own word, or none: both are delegates.
  { name: 'Vũ Thị Giang', class: 'Đại biểu danh dự', structure: 'Nữ', sex: 'Nữ' },
  { name: 'Đỗ Văn Hải', structure: 'Nữ', sex: 'Nam' },
]

describe('papers of delegates', () => {
  test.each(['delegate-roster', 'delegates-alphabetical', 'delegates-by-delegation', 'sign-in-sheet', 'door-list'])(
    '%s names no organizer, journalist or helper',
    async (kind) => {
      const text = textOf(await paperOf(kind, ...people))
      for (const name of ['Nguyễn Văn An', 'Trần Thị Bình', 'Vũ Thị Giang', 'Đỗ Văn Hải']) expect(text).toContain(name)
      for (const name of ['Lê Văn Cường', 'Phạm Thị Dung', 'Hoàng Văn Em']) expect(text).not.toContain(name)
    },
  )

  test('the report tells what is known, and says nothing of what is not', async () => {
    const text = textOf(
      await paperOf(
        'delegate-report',
        { key: 'called', part: 'Số lượng', name: 'Được triệu tập', count: '1.250', share: '100%' },
        { key: 'qualified', count: '1.250/1.250' },
        { key: 'guests', part: 'Số lượng', name: 'Khách mời', count: '250', share: '20%' },
        { key: 'sex.female', part: 'Giới tính', name: 'Nữ', count: '–', share: '–' },
      ),
    )
    expect(text).toContain('Tổng số đại biểu được triệu tập: 1.250')
    expect(text).toContain('Khách mời: 250 (20%)')
    expect(text).toContain('1.250/1.250 đại biểu được triệu tập đủ tư cách')
    expect(text).not.toContain('chưa được duyệt')
    expect(text).toContain('I. Giới tính')
    for (const unknown of ['Có mặt', 'Đảng viên', 'Cao tuổi nhất']) expect(text).not.toContain(unknown)
  })

  test('the figures to be published explain the dash only where it stands', async () => {
    const female = { key: 'sex.female', part: 'Giới tính', name: 'Nữ', count: '30', share: '50%' }
    expect(textOf(await paperOf('delegate-figures', female))).not.toContain('Dấu “')
    const hidden = await paperOf('delegate-figures', female, { key: 'hidden', count: '–' })
    expect(textOf(hidden)).toContain('Dấu “–”: số nhỏ')
  })

  test('the allocation is summed up', async () => {
    const paper = await paperOf(
      'quota-notice',
      { unit: 'Huyện Hải Hậu', total: '1.024', official: '1022', guests: '2', women: '300' },
      { unit: 'Khách mời', total: '13', guests: '13' },
    )
    const last = tableOf(paper).at(-1)
    expect(last && 'cells' in last ? last.cells : []).toEqual(['', 'Cộng', '1.037', '1.022', '15', '', '', ''])
  })

  test('the letter of the allocation says by when lists are sent, where it is one day for all', async () => {
    const template = await readTemplate('quota-notice')
    const letter = (deadlines: string[]) => {
      const facts = { ...namDinh([]), deadlines }
      const making = { template, facts, filled: {}, rows: [], today: '2020-06-22' }
      return JSON.stringify([...composeParts(making, 'vi')]).replaceAll('\u00a0', ' ')
    }
    expect(letter(['2020-07-03'])).toContain('Ban Tổ chức chậm nhất ngày 03 tháng 7 năm 2020')
    for (const none of [[], ['2020-07-03', '2020-07-10']]) expect(letter(none)).toContain('Ban Tổ chức đúng thời hạn')
  })

  test.each(['badge', 'invitation', 'invitation-card', 'reception-card', 'art-card', 'personal-slip', 'staff-badge'])(
    '%s is for whom it is meant',
    async (kind) => {
      const template = await readTemplate(kind)
      const making = { template, facts: namDinh([]), filled: {}, rows: rowsOf(...people), today: '2020-06-22' }
      const text = [...composeParts(making, 'vi')].map((part) => JSON.stringify(part)).join('')
      const isStaff = kind === 'staff-badge'
      expect(text.includes('Phạm Thị Dung')).toBe(isStaff)
      expect(text.includes('Trần Thị Bình')).toBe(!isStaff)
    },
  )
})

describe('lists in groups', () => {
  test('name those without a group last, whatever their place in the list', async () => {
    const rows = tableOf(await paperOf('delegates-by-structure', ...people.slice(1)))
    const headings = rows.flatMap((row) => ('heading' in row ? [row.heading] : []))
    expect(headings).toEqual(['I. Nữ (2)', 'II. Chưa ghi cơ cấu (1)'])
  })

  test('of which nobody has a group are plain lists', async () => {
    const rows = tableOf(await paperOf('delegates-by-structure', { name: 'An' }, { name: 'Bình' }))
    expect(rows.every((row) => 'cells' in row)).toBe(true)
  })

  test('count those without a value last, so that the shares make up the whole', async () => {
    const { columns } = await readTemplate('delegates-by-structure')
    const titles = { vi: 'Cơ cấu', en: 'Structure' }
    const spec = {
      countBy: 'structure',
      columns: [{ titles, value: '{{ordinal}} {{value}} {{count}} {{share}}', share: 1 }],
      empty: titles,
    }
    const rows = rowsOf({ structure: 'Nữ' }, {}, { structure: 'Lãnh đạo' }, { structure: 'Nữ' })
    const told = rowsOfTable(spec, rows, { language: 'vi', shared: {}, columns })
    expect(told.map((row) => ('cells' in row ? row.cells[0] : ''))).toEqual([
      '1 Nữ 2 50%',
      '2 Lãnh đạo 1 25%',
      '3 Chưa ghi cơ cấu 1 25%',
    ])
  })
})

test('a guest who is represented, nobody knows yet by whom, is not read as present in person', async () => {
  const guest = { class: 'Khách mời', post: 'Nguyên Bí thư' }
  const rows = tableOf(
    await paperOf(
      'guest-introduction',
      { ...guest, name: 'An', introduced: 'Đại diện' },
      { ...guest, name: 'Bình', introduced: 'Đại diện', representative: 'Đồng chí Cường' },
      { ...guest, name: 'Dung', introduced: 'Có mặt' },
      { ...guest, name: 'Em', introduced: 'Vắng' },
    ),
  )
  expect(rows.map((row) => ('cells' in row ? row.cells.at(-1) : ''))).toEqual(['(có đại diện)', 'Đồng chí Cường', ''])
})

test('what the office notes for itself is not printed on what a delegate is given', async () => {
  for (const kind of ['personal-slip', 'invitation', 'badge', 'invitation-card', 'envelope', 'label', 'seat-card']) {
    const template = await readTemplate(kind)
    const rows = rowsOf({ name: 'An', note: 'Tên giả định', phone: '0912 000 000' })
    const making = { template, facts: namDinh([]), filled: {}, rows, today: '2020-06-22' }
    const text = [...composeParts(making, 'vi')].map((part) => JSON.stringify(part)).join('')
    expect(text).not.toContain('Tên giả định')
    expect(text).not.toContain('0912 000 000')
  }
})

test('the door list in English calls nobody «Đồng chí», and says whose delegations and levels the product names', async () => {
  const template = await readTemplate('door-list')
  const rows = rowsOf({
    name: 'Trần An',
    address: 'Đồng chí',
    delegation: 'Khách mời',
    seat: 'Ban công, A1',
    door: 'B',
  })
  const facts = { ...namDinh([]), twins: new Map([['Khách mời', 'Guests']]) }
  const cellsIn = (language: 'vi' | 'en') => {
    const [paper] = [...composeParts({ template, facts, filled: {}, rows, today: '2020-06-22' }, language)]
    return paper && 'blocks' in paper ? tableOf(paper).map((row) => ('cells' in row ? row.cells : [])) : []
  }
  expect(cellsIn('vi')).toEqual([['Đồng chí Trần An', 'Khách mời', 'Ban công, A1', 'B']])
  expect(cellsIn('en')).toEqual([['Trần An', 'Guests', 'Balcony, A1', 'B']])
})
