import { describe, expect, test } from 'vitest'
import { composePapers, type Making } from '../../../server/documents/compose.ts'
import { drawPdf } from '../../../server/documents/pdf/draw.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { writeWord } from '../../../server/documents/word/write-word.ts'
import type { Language } from '../../../server/format/dates.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { linesOf, readPdf } from './read-pdf.ts'
import { readWord } from './read-word.ts'

const template = await readTemplate('invitation')
const person = { address: 'Bà', name: 'Trần Thị Bình', post: 'Hiệu trưởng', unit: 'Trường THPT Lê Hồng Phong' }

const papersFor = (
  row: Readonly<Record<string, string>>,
  language: Language = 'vi',
  { facts = namDinh([aSessionOf(someItems(3))]), filled = {} }: Partial<Pick<Making, 'facts' | 'filled'>> = {},
) => [...composePapers({ template, facts, filled, rows: [{ id: '1', values: row }], today: '2020-06-22' }, language)]

/** The paragraphs of an invitation, what is bold between stars. */
const paragraphsFor = (...wish: Parameters<typeof papersFor>): string[] =>
  (papersFor(...wish)[0]?.blocks ?? []).flatMap((block) => {
    if (block.kind !== 'paragraph') return []
    if (typeof block.text === 'string') return [block.text]
    return [block.text.map(({ text, face }) => (face === 'bold' ? `*${text}*` : text)).join('')]
  })

describe('who is invited stands in one sentence', () => {
  test.each([
    ['with post and unit', person, '*Bà Trần Thị Bình,* Hiệu trưởng, Trường THPT Lê Hồng Phong'],
    ['with a unit alone', { ...person, post: '' }, '*Bà Trần Thị Bình,* Trường THPT Lê Hồng Phong'],
    ['with neither', { ...person, post: ' ', unit: '' }, '*Bà Trần Thị Bình*'],
    ['not told how to call', { ...person, address: '' }, '*Trần Thị Bình,* Hiệu trưởng, Trường THPT Lê Hồng Phong'],
    ['for another', { ...person, post: 'đại diện gia đình', unit: '' }, '*Bà Trần Thị Bình,* đại diện gia đình'],
  ])('%s', (_who, row, sentence) => {
    expect(paragraphsFor(row).map((text) => text.trim())[1]).toBe(sentence)
  })

  test('by name in English', () => {
    expect(paragraphsFor(person, 'en')[1]).toBe('*Trần Thị Bình,* Hiệu trưởng, Trường THPT Lê Hồng Phong')
  })

  test('with signs in the name as they were typed', () => {
    const sentence = paragraphsFor({ ...person, name: '**B** {{post}}', post: '', unit: 'x | y' })[1]
    expect(sentence).toBe('*Bà **B** {{post}},* x | y')
  })

  test('whose name is 300 letters long, within the margins of the page and whole in Word', async () => {
    const name = 'Nguyễn Phúc '.repeat(25).trim()
    const papers = papersFor({ ...person, name })
    const [page] = (await readPdf(await drawPdf(papers, new Date(0)))).pages
    for (const { x, width } of page?.texts ?? []) expect(x + width).toBeLessThanOrEqual((page?.width ?? 0) - 42)
    const { paragraphs } = readWord(await writeWord(papers, new Date(0)))
    expect(paragraphs).toContain(`Bà ${name}, Hiệu trưởng, Trường THPT Lê Hồng Phong`)
  })
})

describe('who invites', () => {
  test.each([
    ['vi', 'Ban Tổ chức Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V trân trọng kính mời:'],
    [
      'en',
      'The Organizing Committee of the Patriotic Emulation Congress V of Nam Định Province has the honour to invite:',
    ],
  ] as const)('is the committee with its place, without the years, in %s', (language, sentence) => {
    expect(paragraphsFor(person, language)[0]).toBe(sentence)
  })

  test('is the issuing body where that was filled in, unless it was filled in itself', () => {
    const invites = (filled: Making['filled']) => paragraphsFor(person, 'vi', { filled })[0]
    const issuer = 'UBND tỉnh Nam Định'
    expect(invites({ issuer })).toBe('UBND tỉnh Nam Định trân trọng kính mời:')
    expect(invites({ issuer, inviter: 'Chủ tịch UBND tỉnh' })).toBe('Chủ tịch UBND tỉnh trân trọng kính mời:')
  })
})

test('the years of the congress stand once, where the delegate is told what to attend', async () => {
  const [page] = (await readPdf(await drawPdf(papersFor(person), new Date(0)))).pages
  const said = (page ? linesOf(page) : []).join('\n').replaceAll('\u00a0', ' ')
  expect(said.match(/2020 - 2025/gu)).toHaveLength(1)
  expect(said).toContain('Tới dự Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025).')
})

describe('the venue', () => {
  const told = (venueName: string, venueAddress?: string) =>
    paragraphsFor(person, 'vi', {
      facts: { ...namDinh([aSessionOf([])]), venueName, ...(venueAddress === undefined ? {} : { venueAddress }) },
    }).find((text) => text.startsWith('Địa điểm'))

  test.each([
    ['Nhà văn hóa 3-2', 'thành phố Nam Định', 'Địa điểm: Nhà văn hóa 3-2, thành phố Nam Định.'],
    ['Nhà văn hóa 3-2', 'Đường Trần Hưng Đạo. ', 'Địa điểm: Nhà văn hóa 3-2, Đường Trần Hưng Đạo.'],
    ['Hội trường xã Hải Anh', 'xã Hải Anh', 'Địa điểm: Hội trường xã Hải Anh.'],
    ['Nhà văn hóa 3-2', '', 'Địa điểm: Nhà văn hóa 3-2.'],
    ['Nhà văn hóa 3-2', undefined, 'Địa điểm: Nhà văn hóa 3-2.'],
    ['', '', undefined],
  ])('“%s” at “%s”', (name, address, line) => {
    expect(told(name, address)).toBe(line)
  })
})
