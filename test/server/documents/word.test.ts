import { describe, expect, test } from 'vitest'
import type { Paper } from '../../../server/documents/blocks.ts'
import { composePapers } from '../../../server/documents/compose.ts'
import { landscape, pageNumber, pointsPerMillimetre } from '../../../server/documents/official-form.ts'
import { drawPdf } from '../../../server/documents/pdf/draw.ts'
import { longestRows, sampleRows } from '../../../server/documents/samples.ts'
import { listPaperKinds, readTemplate } from '../../../server/documents/templates.ts'
import { writeWord } from '../../../server/documents/word/write-word.ts'
import { aPaperOf, everyBlock } from './every-block.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { readPdf } from './read-pdf.ts'
import { readWord } from './read-word.ts'

const facts = namDinh([aSessionOf(someItems(3))])
const write = async (papers: Paper | Paper[]) => readWord(await writeWord([papers].flat(), new Date(0)))

/** All letters, in the order of the alphabet: a page breaks lines and words, and reads columns in another order. */
const lettersIn = (texts: readonly string[]): string => [...texts.join('').replaceAll(/\s/gu, '')].sort().join('')

/** What a PDF says but for the numbers of its pages. */
const lettersOfPdf = async (papers: readonly Paper[]) => {
  const numberAt = pageNumber.baseline * pointsPerMillimetre * (papers[0]?.scale ?? 1)
  const { pages } = await readPdf(await drawPdf(papers, new Date(0)))
  return lettersIn(
    pages.flatMap(({ texts }) => texts.filter(({ y }) => Math.abs(y - numberAt) > 1).map(({ text }) => text)),
  )
}

const editions = await Promise.all(
  (await listPaperKinds()).map(async (kind) => {
    const template = await readTemplate(kind)
    return template.look || template.isChart ? [] : template.languages.map((language) => ({ kind, language, template }))
  }),
)

describe.each(editions.flat())('$kind in $language', ({ template, language }) => {
  test.each([
    ['the sample', sampleRows(template.columns)],
    ['the longest that comes', longestRows(template.columns, template.where)],
  ])('says in Word what it says as PDF, with %s', async (_name, rows) => {
    const composed = [...composePapers({ template, facts, filled: {}, rows, today: '2020-06-22' }, language)]
    // On pages so high that no row of titles stands twice.
    const papers = composed.map((paper) => ({ ...paper, page: { ...paper.page, height: 2000 } }))
    const { paragraphs } = await write(papers)
    expect(lettersIn(paragraphs)).toEqual(await lettersOfPdf(papers))
  })
})

test('a block of every kind says in Word what it says as PDF', async () => {
  const paper = aPaperOf(everyBlock)
  const { paragraphs, around } = await write(paper)
  const address = around.filter((text) => text.startsWith('Số 57'))
  expect(address.length).toBe(1)
  expect(lettersIn([...paragraphs, ...address])).toEqual(await lettersOfPdf([paper]))
})

test('a head, a title and a signature read line by line as they stand on the paper', async () => {
  const [letterhead, title] = everyBlock
  const closing = everyBlock.find(({ kind }) => kind === 'closing')
  const { paragraphs } = await write(aPaperOf([letterhead, title, closing].flatMap((block) => block ?? [])))
  expect(paragraphs.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
    'UBND TỈNH NAM ĐỊNH',
    'BAN TỔ CHỨC ĐẠI HỘI THI\nĐUA YÊU NƯỚC LẦN THỨ V',
    'Số: 57/BTCĐH',
    'V/v chuẩn bị Đại hội Thi đua yêu\nnước tỉnh Nam Định lần thứ V',
    'THƯỢNG KHẨN',
    'LƯU HÀNH NỘI BỘ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Nam Định, ngày 09 tháng 9 năm 2020',
    'THÔNG BÁO',
    'Về việc tổ chức Đại hội (2020 - 2025)',
    'Nơi nhận:',
    '- Như trên;',
    '- Thường trực Tỉnh ủy (để báo cáo);',
    '- Lưu: VT.',
    'NVT, 15 bản',
    'TM. BAN TỔ CHỨC',
    'TRƯỞNG BAN',
    'CHỦ TỊCH UBND TỈNH',
    'Phạm Đình Nghị',
  ])
})

test('the same papers give the same bytes, whenever they are written', async () => {
  const papers = [aPaperOf(everyBlock)]
  const first = await writeWord(papers, new Date(0))
  expect(await writeWord(papers, new Date(0))).toEqual(first)
  expect(readWord(first).files['docProps/core.xml']).toContain('>1970-01-01T00:00:00Z</dcterms:created>')
})

const document = async (papers: Paper | Paper[]) => (await write(papers)).files['word/document.xml'] ?? ''
const sectionsOf = (xml: string) => [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gsu)].map(([section]) => section)

test('pages have the size and margins of the form, and number anew in each annex and each paper', async () => {
  const paper = aPaperOf(everyBlock)
  const sections = sectionsOf(await document([paper, { ...paper, page: landscape }]))
  expect(sections.map((section) => /<w:pgSz [^>]+>/u.exec(section)?.[0])).toEqual([
    ...Array.from({ length: 2 }, () => '<w:pgSz w:w="11906" w:h="16838"/>'),
    ...Array.from({ length: 2 }, () => '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'),
  ])
  for (const section of sections) {
    expect(section).toContain('<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"')
    expect(section).toContain('<w:pgNumType w:start="1"/><w:titlePg/>')
  }
})

test('the number of a page stands alone from the second page on, or with its words on every page', async () => {
  const official = await write(aPaperOf([]))
  expect(official.around.filter((text) => /^\d$/u.test(text))).toEqual(['1'])
  const words = await write(aPaperOf([], { pageNumbers: (page, pages) => `Trang ${String(page)}/${String(pages)}` }))
  const [section] = sectionsOf(words.files['word/document.xml'] ?? '')
  const headers = [...(section ?? '').matchAll(/headerReference w:type="\w+" r:id="(\w+)"/gu)].map(([, id]) => id)
  expect(new Set(headers).size).toBe(1)
  expect(words.around).toContain('Trang 1/1')
  expect(Object.values(words.files).join('')).toMatch(/fldSimple w:instr="PAGE".*fldSimple w:instr="NUMPAGES"/u)
})

/** The marks in the headers that each section shows: on its first page and on the others. */
const marksOf = ({ files }: ReturnType<typeof readWord>) => {
  const targets = new Map(
    [...(files['word/_rels/document.xml.rels'] ?? '').matchAll(/Id="(\w+)" Type="[^"]+" Target="([^"]+)"/gu)].map(
      ([, id, target]) => [id, target],
    ),
  )
  return sectionsOf(files['word/document.xml'] ?? '').map((section) =>
    [...section.matchAll(/headerReference w:type="(\w+)" r:id="(\w+)"/gu)].map(([, type, id]) => {
      const header = files[`word/${targets.get(id) ?? ''}`] ?? ''
      return `${type ?? ''}: ${/<v:textpath [^>]*string="([^"]+)"/u.exec(header)?.[1] ?? ''}`
    }),
  )
}

test('a mark stands in every header of every section, and none where there is no mark', async () => {
  const official = aPaperOf(everyBlock)
  const numbered = aPaperOf([], { pageNumbers: (page) => `Trang ${String(page)}`, page: landscape })
  const papers = [official, numbered, aPaperOf([], { pageNumbers: 'none' })]
  const marked = readWord(await writeWord(papers, new Date(0), { mark: 'MẪU' }))
  const sections = marksOf(marked)
  expect(sections.length).toBeGreaterThan(3)
  for (const marks of sections) expect(marks).toEqual(['default: MẪU', 'first: MẪU'])
  for (const marks of marksOf(await write(papers))) expect(marks).toEqual(['default: ', 'first: '])
  // It adds nothing to what the paper says.
  const plain = await write(papers)
  expect([marked.paragraphs, new Set(marked.around)]).toEqual([plain.paragraphs, new Set(plain.around)])
})

test('a table has its titles on every page and no row is parted', async () => {
  const xml = await document(aPaperOf(everyBlock.filter(({ kind }) => kind === 'table')))
  expect([...xml.matchAll(/<w:tr>/gu)].length).toBe(4)
  expect([...xml.matchAll(/<w:cantSplit\/>/gu)].length).toBe(4)
  expect([...xml.matchAll(/<w:tblHeader\/>/gu)].length).toBe(1)
})

test('what is drawn larger than on A4 is larger in Word as well', async () => {
  const { files } = await write(aPaperOf(everyBlock, { scale: Math.SQRT2 }))
  const styles = Object.entries(files).find(([path]) => path.startsWith('word/styles'))?.[1]
  expect(styles).toContain('<w:sz w:val="39"/>')
})

test('signs that XML cannot hold are left out, and no value becomes markup', async () => {
  const text = 'Lê\u0000 <w:b/> &amp; \ud800 \uffff 😀 مرحبا Nguye\u0302\u0303n'
  const { paragraphs } = await write(aPaperOf([{ kind: 'paragraph', text }]))
  expect(paragraphs).toEqual(['Lê <w:b/> &amp; \ufffd \ufffd 😀 مرحبا Nguyễn'])
})
