import { beforeAll, describe, expect, test } from 'vitest'
import type { Paper } from '../../../server/documents/blocks.ts'
import { composePapers } from '../../../server/documents/compose.ts'
import { drawPdf } from '../../../server/documents/pdf/draw.ts'
import { sampleRows } from '../../../server/documents/samples.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { writeWord } from '../../../server/documents/word/write-word.ts'
import { convert, hasWriter, type Files } from '../../support/libreoffice.ts'
import { aPaperOf, everyBlock } from './every-block.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { linesOf, readPdf } from './read-pdf.ts'

const facts = namDinh([aSessionOf(someItems(60))])
const papersOf = async (kind: string): Promise<Paper[]> => {
  const template = await readTemplate(kind)
  const rows = sampleRows(template.columns)
  return [...composePapers({ template, facts, filled: {}, rows, today: '2020-06-22' }, 'vi')]
}

const official = ['programme', 'invitation', 'plan', 'decision-committee', 'delegate-report', 'minutes']
const others = ['programme-poster', 'programme-card', 'document-register', 'personal-slip']
const name = hasWriter() ? 'LibreOffice' : 'LibreOffice (left out: no Writer on this machine)'

describe.skipIf(!hasWriter())(name, { timeout: 240_000 }, () => {
  const papers = new Map<string, Paper[]>()
  let converted: Files
  beforeAll(async () => {
    for (const kind of [...official, ...others]) papers.set(kind, await papersOf(kind))
    papers.set('every-block', [aPaperOf(everyBlock)])
    const files: Files = {}
    for (const [kind, each] of papers) files[kind] = await writeWord(each, new Date(0))
    files['marked'] = await writeWord(papers.get('invitation') ?? [], new Date(0), { mark: 'MẪU' })
    converted = await convert(files, 'docx', 'pdf')
  }, 240_000)

  const pagesIn = async (pdf: Uint8Array | undefined) => (await readPdf(pdf ?? new Uint8Array())).pages

  test.each([...official, ...others, 'every-block'])('opens %s with as many pages as the PDF', async (kind) => {
    const own = await pagesIn(await drawPdf(papers.get(kind) ?? [], new Date(0)))
    const other = await pagesIn(converted[kind])
    expect(Math.abs(other.length - own.length)).toBeLessThanOrEqual(1)
    expect(other[0]?.width).toBeCloseTo(own[0]?.width ?? 0, 0)
    expect(other[0]?.height).toBeCloseTo(own[0]?.height ?? 0, 0)
  })

  test('leaves the lines of a paper with a mark where they stand without one', async () => {
    const [plain, marked] = [await pagesIn(converted['invitation']), await pagesIn(converted['marked'])]
    expect(marked.map(linesOf)).toEqual(plain.map(linesOf))
  })

  test.each(official)('shows the head of %s line by line where the PDF has it', async (kind) => {
    const headOf = (pages: Awaited<ReturnType<typeof pagesIn>>) =>
      (pages[0] ? linesOf(pages[0]) : []).slice(0, 4).map((line) => line.replaceAll(/\s/gu, ''))
    const own = headOf(await pagesIn(await drawPdf(papers.get(kind) ?? [], new Date(0))))
    expect(own.join('')).toContain('Độclập-Tựdo-Hạnhphúc')
    expect(headOf(await pagesIn(converted[kind]))).toEqual(own)
  })
})
