import { expect, test } from 'vitest'
import { composePapers } from '../../../server/documents/compose.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import type { ProgrammeItem } from '../../../server/programme/schema.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'

const blocksOf = async (kind: string, items: ProgrammeItem[]) => {
  const facts = namDinh([aSessionOf(items)])
  const making = { template: await readTemplate(kind), facts, filled: {}, rows: [], today: '2020-06-22' }
  return [...composePapers(making, 'vi')][0]?.blocks ?? []
}
const cells = async (items: ProgrammeItem[]) => {
  const table = (await blocksOf('run-sheet', items)).find((block) => block.kind === 'table')
  return table?.rows.map((row) => ('cells' in row ? row.cells.map((text) => text.replaceAll('\u00a0', ' ')) : [])) ?? []
}
const cue = {
  offsetMinutes: 4,
  speaks: 'MC',
  standsBy: 'Đội nghi lễ',
  light: 'Sáng',
  sound: 'Quốc ca',
  handedOver: 'Hoa',
}

test('the run sheet has each cue and each batch at its own minute', async () => {
  const [salute, awards] = [someItems(1, { title: 'Chào cờ', cues: [cue] }), someItems(1, { title: 'Trao thưởng' })]
  const batches = [
    { title: 'Huân chương', minutes: 6 },
    { title: 'Bằng khen', minutes: 4 },
  ]
  const items = [...salute, ...awards.map((item) => ({ ...item, kind: 'awards' as const, batches }))]
  const rows = await cells(items.map((item) => ({ ...item, durationMinutes: 10, presenter: 'Ban Tổ chức', note: '' })))
  expect(rows).toEqual([
    ['1', '07 giờ 00 - 07 giờ 10', '10', 'Chào cờ', 'Ban Tổ chức', '', '', ''],
    ['', '07 giờ 04', '', '', 'MC', 'Đội nghi lễ', 'Sáng; Quốc ca', 'Hoa'],
    ['2', '07 giờ 10 - 07 giờ 20', '10', 'Trao thưởng', 'Ban Tổ chức', '', '', ''],
    ['', '07 giờ 10', '6', 'Huân chương', '', '', '', ''],
    ['', '07 giờ 16', '4', 'Bằng khen', '', '', '', ''],
  ])
})

test('without cues the run sheet keeps its room for items and notes', async () => {
  const [first] = await cells(someItems(1, { title: 'Chào cờ', note: 'Đứng nghiêm', durationMinutes: 5 }))
  expect(first).toHaveLength(6)
  expect(first?.at(-1)).toBe('Đứng nghiêm')
})

test('the script says what was written for an item, else announces it', async () => {
  const [written, plain] = [
    someItems(1, {
      title: 'Khai mạc',
      announcerWords: 'Kính mời *đồng chí*.\nXin mời.',
      presidiumWords: 'Kính thưa Đại hội!',
    }),
    someItems(1, { title: 'Báo cáo', presenter: 'Ông Trần Văn A' }),
  ]
  const said = (await blocksOf('script', [...written, ...plain])).flatMap((block) =>
    block.kind === 'paragraph'
      ? [typeof block.text === 'string' ? block.text : block.text.map(({ text }) => text).join('')]
      : [],
  )
  expect(said.slice(1)).toEqual([
    'Người dẫn: Kính mời *đồng chí*.',
    'Xin mời.',
    'Đoàn Chủ tịch: Kính thưa Đại hội!',
    'Nội dung cuối của phiên là: Báo cáo. Xin trân trọng kính mời Ông Trần Văn A.',
  ])
})

test('what nobody wrote words for is not announced by one phrase over and over', async () => {
  const items = ['Đón tiếp', 'Chào cờ', 'Khai mạc', 'Giải lao', 'Bế mạc'].flatMap((title) =>
    someItems(1, { title, presenter: 'Ban Tổ chức', ...(title === 'Giải lao' ? { kind: 'break' as const } : {}) }),
  )
  const said = (await blocksOf('script', items)).flatMap((block) =>
    block.kind === 'paragraph' && typeof block.text === 'string' ? [block.text] : [],
  )
  expect(said.slice(1)).toEqual([
    'Kính mời quý vị đại biểu vào hội trường và ổn định chỗ ngồi.',
    'Mở đầu là: Chào cờ.',
    'Tiếp theo chương trình là: Khai mạc.',
    'Kính mời quý vị đại biểu giải lao.',
    'Nội dung cuối của phiên là: Bế mạc.',
  ])
})
