import { unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import type { ListRow } from '../../../server/documents/list-rows.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { writeWorkbookOf } from '../../../server/documents/workbook.ts'
import { readWorkbook } from '../../../server/exchange/reading/read-workbook.ts'
import { namDinh } from './facts.ts'

const people = (...values: Record<string, string>[]): ListRow[] =>
  values.map((each, at) => ({ id: String(at), values: each }))
const write = async (kind: string, rows: ListRow[]) => {
  const template = await readTemplate(kind)
  return writeWorkbookOf({ template, facts: namDinh([]), filled: {}, rows, today: '2020-06-22' }, 'vi')
}
const delegates = people(
  { name: 'Nguyễn Văn An', delegation: 'Huyện Hải Hậu', class: 'Đại biểu chính thức', birthYear: '1965' },
  { name: 'Trần Thị Bình', delegation: 'Huyện Giao Thủy', class: 'Khách mời' },
  { name: '=HYPERLINK("x")', delegation: 'Huyện Hải Hậu', class: 'Đại biểu chính thức' },
  { name: 'Lê Văn Cường', delegation: '', class: 'Khách mời' },
  // Who works at the congress is no delegate of it.
  { name: 'Phạm Thị Dung', delegation: 'Báo chí', class: 'Phóng viên' },
)
const texts = async (bytes: Buffer) =>
  (await readWorkbook(bytes)).sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ cells }) => cells.map((cell) => cell?.number ?? cell?.text ?? null)),
  }))

test('a list on paper is a list in Excel: numbers are numbers, and its groups stand in a column of their own', async () => {
  const { name, bytes } = await write('delegates-by-delegation', delegates)
  expect(name).toBe('Danh sách theo đoàn - Dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)')
  const [sheet] = await texts(bytes)
  expect(sheet).toEqual({
    name: 'Danh sách theo đoàn',
    rows: [
      ['Danh sách theo đoàn'],
      ['Dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)'],
      ['Đoàn', 'STT', 'Họ và tên', 'Năm sinh', 'Chức vụ, đơn vị', 'Thành phần'],
      ['Huyện Hải Hậu', 1, 'Nguyễn Văn An', 1965, null, 'Đại biểu chính thức'],
      ['Huyện Hải Hậu', 2, '=HYPERLINK("x")', null, null, 'Đại biểu chính thức'],
      ['Huyện Giao Thủy', 1, 'Trần Thị Bình', null, null, 'Khách mời'],
      [null, 1, 'Lê Văn Cường', null, null, 'Khách mời'],
    ],
  })
})

const figures = people(
  { key: 'called', part: 'Số lượng', name: 'Được triệu tập', count: '1.200', share: '100%' },
  { key: 'official', part: 'Số lượng', name: 'Đại biểu chính thức', count: '600', share: '50%' },
  { key: 'of', count: '600' },
  { key: 'sex.female', part: 'Giới tính', name: 'Nữ', count: '–', share: '–' },
  { key: 'delegation.0', part: 'Đoàn', name: 'Huyện Hải Hậu', count: '1.200', share: '100%', official: '600' },
)

test('a report has a sheet for each of its tables, of the rows that are its own', async () => {
  const { name, bytes } = await write('delegate-report', figures)
  // What the subject says again of the kind is said once.
  expect(name).toBe(
    'Báo cáo thành phần, số lượng, cơ cấu đại biểu dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)',
  )
  const [numbers, makeUp, byDelegation] = await texts(bytes)
  expect(numbers).toEqual({
    name: 'Số lượng',
    rows: [
      ['Báo cáo thành phần, số lượng, cơ cấu đại biểu'],
      ['Thành phần, số lượng, cơ cấu đại biểu dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)'],
      ['STT', 'Nội dung', 'Số lượng', 'Tỷ lệ'],
      [1, 'Được triệu tập', 1200, 1],
      [2, 'Đại biểu chính thức', 600, 0.5],
    ],
  })
  expect(makeUp?.rows.slice(2)).toEqual([
    ['Phần', 'STT', 'Nội dung', 'Số lượng', 'Tỷ lệ'],
    ['Giới tính', 1, 'Nữ', '–', '–'],
  ])
  expect(byDelegation?.rows[3]).toEqual([1, 'Huyện Hải Hậu', 1200, 600, null, 1])
})

test('a share is a number that Excel writes in per cent', async () => {
  const { bytes } = await write('delegate-report', figures)
  const files = unzipSync(bytes)
  const cell = /<c r="D5" s="(\d+)"><v>0.5</u.exec(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array()))
  const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array())
  const format = /<numFmt [^>]*numFmtId="(\d+)"[^>]*formatCode="0.0%"|formatCode="0.0%"[^>]*numFmtId="(\d+)"/u.exec(
    styles,
  )
  const looks = /<cellXfs[^>]*>(.*?)<\/cellXfs>/su.exec(styles)?.[1]?.match(/<xf [^>]*>/gu) ?? []
  expect(looks[Number(cell?.[1])]).toContain(`numFmtId="${format?.[1] ?? format?.[2] ?? ''}"`)
})

test('its headings stay in sight, stand on every printed page and have filters', async () => {
  const { bytes } = await write('delegate-report', figures)
  const files = unzipSync(bytes)
  const sheet = (number: number) => strFromU8(files[`xl/worksheets/sheet${String(number)}.xml`] ?? new Uint8Array())
  expect(sheet(1)).toMatch(/<pane [^>]*ySplit="3"/u)
  expect(sheet(1)).toContain('<autoFilter ref="A3:D5"/>')
  expect(sheet(3)).toContain('<autoFilter ref="A3:F4"/>')
  const book = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())
  expect(
    [...book.matchAll(/_xlnm.Print_Titles" localSheetId="(\d)">([^<]+)</gu)].map(([, at, place]) => [at, place]),
  ).toEqual([
    ['0', "'Số lượng'!$3:$3"],
    ['1', "'Cơ cấu'!$3:$3"],
    ['2', "'Theo đoàn'!$3:$3"],
  ])
})
