import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import type { Block, Paper } from '../../../server/documents/blocks.ts'
import { filteredPng } from '../../support/files.ts'
import type { CardElement, Cards } from '../../../server/documents/cards.ts'
import { portrait } from '../../../server/documents/official-form.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { readPdf } from './read-pdf.ts'

const aPaper = (blocks: Block[]): Paper => ({
  title: 'Giấy mời',
  language: 'vi',
  page: portrait,
  pageNumbers: 'official',
  blocks,
})

interface StructNode {
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: StructNode[]
}

/** The parts of the pages as a reader is told them: «H1 Thông báo», each with what is said. */
const heard = async (parts: (Paper | Cards)[]): Promise<{ lines: string[]; unread: string }> => {
  const { pdf } = await drawParts(parts, new Date(0), { isTagged: true })
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
  const lines: string[] = []
  let unread = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const said = new Map<string, string>()
    const open: string[] = []
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        const id = open.at(-1) ?? ''
        if (id === 'Artifact') unread += item.str
        else said.set(id, `${said.get(id) ?? ''}${item.str}`)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.type === 'beginMarkedContent' ? ((item as { tag?: string }).tag ?? '') : item.id)
    }
    const walk = (node: StructNode) => {
      const own = (node.children ?? []).map((child) =>
        child.type === 'content' ? (said.get(child.id ?? '') ?? '') : '',
      )
      const text = own.join('').trim()
      if (text !== '' || node.alt) lines.push(`${node.role ?? ''} ${node.alt ?? text}`)
      for (const child of node.children ?? []) if (child.role) walk(child)
    }
    const tree = (await page.getStructTree()) as StructNode | null
    if (tree) walk(tree)
    // Nothing is written outside of a part.
    expect(said.get('') ?? '').toBe('')
  }
  await task.destroy()
  return { lines, unread }
}

describe('a tagged paper', () => {
  test('tells what each of its parts is, in the order in which it is read', async () => {
    const { lines } = await heard([
      aPaper([
        { kind: 'title', type: 'Giấy mời', about: ['Dự Đại hội'] },
        { kind: 'basis', lines: ['Căn cứ Kế hoạch;'] },
        { kind: 'heading', text: 'I. Nội dung' },
        { kind: 'paragraph', text: 'Kính mời đồng chí.' },
        { kind: 'list', items: ['một', 'hai'] },
        { kind: 'code', value: 'https://vi.du/d/1', caption: 'Quét mã', side: 20 },
      ]),
    ])
    expect(lines).toEqual([
      'H1 GIẤY MỜIDự Đại hội',
      'P Căn cứ Kế hoạch;',
      'H2 I. NỘI DUNG',
      'P Kính mời đồng chí.',
      'LBody - một',
      'LBody - hai',
      'Figure https://vi.du/d/1',
      'P Quét mã',
    ])
  })

  test('reads a table cell by cell, its titles once, and no number of a page', async () => {
    const { lines, unread } = await heard([
      aPaper([
        {
          kind: 'table',
          size: 13,
          columns: [
            { title: 'Họ và tên', share: 2, alignment: 'left' },
            { title: 'Đoàn', share: 1, alignment: 'left' },
          ],
          rows: Array.from({ length: 60 }, (_, at) => ({
            cells: [`Người ${String(at + 1)}`, `Đoàn ${String(at + 1)}`],
          })),
        },
      ]),
    ])
    expect(lines.slice(0, 4)).toEqual(['TH Họ và tên', 'TH Đoàn', 'TD Người 1', 'TD Đoàn 1'])
    expect(lines).toHaveLength(122)
    expect(lines.at(-1)).toBe('TD Đoàn 60')
    expect(unread).toContain('Họ và tên')
    expect(unread).toContain('2')
  })

  test('looks as it does without tags', async () => {
    const blocks: Block[] = [
      { kind: 'title', type: 'Thông báo', about: ['Về việc họp'] },
      { kind: 'paragraph', text: 'Ban Tổ chức trân trọng thông báo. '.repeat(9).trim() },
    ]
    const [plain, tagged] = await Promise.all(
      [false, true].map(async (isTagged) => {
        const { pdf } = await drawParts([aPaper(blocks)], new Date(0), { isTagged })
        return (await readPdf(pdf)).pages
      }),
    )
    expect(tagged).toEqual(plain)
  })
})

test('a tagged card says its texts, what a code stands for and whose its picture is', async () => {
  const text: CardElement = {
    kind: 'text',
    text: 'Nguyễn Văn An',
    x: 5,
    y: 10,
    width: 70,
    height: 20,
    face: 'bold',
    size: 20,
    leastSize: 10,
    alignment: 'centre',
    vertical: 'middle',
    isOneLine: true,
    isTurned: false,
    isPreprinted: false,
  }
  const code: CardElement = { kind: 'code', x: 60, y: 30, side: 20, value: 'https://vi.du/(an)', isPreprinted: false }
  const frame: CardElement = {
    kind: 'frame',
    x: 1,
    y: 1,
    width: 80,
    height: 50,
    grey: 0.9,
    rule: 1,
    isPreprinted: false,
  }
  const picture: CardElement = {
    kind: 'picture',
    x: 2,
    y: 2,
    width: 10,
    height: 10,
    png: filteredPng(Buffer.alloc(400, 9), 10).toString('base64'),
    alt: 'Tỉnh Nam Định',
    isPreprinted: false,
  }
  const cards: Cards = {
    title: 'Thẻ',
    language: 'vi',
    sheet: {
      page: { width: 210, height: 297 },
      card: { width: 90, height: 60 },
      columns: 2,
      rows: 4,
      gap: { x: 0, y: 0 },
      hasCropMarks: true,
    },
    faces: [
      { front: [frame, picture, text, code], back: null },
      { front: [frame, text], back: null },
    ],
    skipped: 0,
    overprint: null,
  }
  expect((await heard([cards])).lines).toEqual([
    'Figure Tỉnh Nam Định',
    'P Nguyễn Văn An',
    'Figure https://vi.du/(an)',
    'P Nguyễn Văn An',
  ])
})
