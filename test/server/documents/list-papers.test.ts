import { describe, expect, test } from 'vitest'
import { composeParts } from '../../../server/documents/compose.ts'
import type { Paper, Table } from '../../../server/documents/blocks.ts'
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

  test('the report counts delegates alone, and its shares are of them', async () => {
    const text = textOf(await paperOf('delegate-report', ...people))
    expect(text).toContain('theo danh sách: 4, trong đó đại biểu chính thức 1 (25%), khách mời 1 (25%); nữ 2 (50%)')
    expect(text).not.toContain('Phóng viên')
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
    const rows = tableOf(await paperOf('delegate-report', ...people))
    const cells = rows.flatMap((row) => ('cells' in row ? [row.cells.join(' ')] : []))
    expect(cells).toContain('3 Chưa ghi cơ cấu 1 25%')
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
