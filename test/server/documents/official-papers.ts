import type { Block, Paper } from '../../../server/documents/blocks.ts'
import { composePapers } from '../../../server/documents/compose.ts'
import type { ListRow } from '../../../server/documents/list-rows.ts'
import { composeRoadPlan } from '../../../server/documents/kinds/road-plan.ts'
import { drawPdf } from '../../../server/documents/pdf/draw.ts'
import { sampleRows } from '../../../server/documents/samples.ts'
import type { Template } from '../../../server/documents/templates.ts'
import type { Language } from '../../../server/format/dates.ts'
import { aSessionOf, namDinh, someItems } from './facts.ts'
import { wholeRoad } from './road-facts.ts'
import { textLinesIn } from './text-lines.ts'
import { readPdf, type PdfPage } from './read-pdf.ts'

export const millimetre = 72 / 25.4

/** What a secretary fills in when a paper is signed. */
export const filled = {
  number: '7',
  day: '2020-02-05',
  capacity: 'TM. Ban Tổ chức\nKT. Trưởng ban\nPhó Trưởng ban',
  otherPost: 'Giám đốc Sở Nội vụ',
  signer: 'Phạm Đình Nghị',
  chairName: 'Trần Lê Đoài',
  secretaryName: 'Nguyễn Thị Thu',
  drafter: 'PL.300',
  urgency: 'Thượng khẩn',
  circulation: 'Lưu hành nội bộ',
  address: 'Số 57 đường Vị Hoàng, thành phố Nam Định. Điện thoại: 0228 3 649 123',
}
export const many = Array.from({ length: 160 }, (_, at) => `Ủy ban nhân dân xã thứ ${String(at + 1)}`).join('\n')
const facts = namDinh([aSessionOf(someItems(4))])

export interface Printed {
  template: Template
  language: Language
  paper: Paper
  pages: PdfPage[]
}

const compose = (
  template: Template,
  language: Language,
  { fields, rows }: { fields: Record<string, string>; rows: ListRow[] },
): Paper => {
  if (template.kind === 'road-plan') return composeRoadPlan(wholeRoad(), template, fields)
  const [paper] = composePapers({ template, facts, filled: fields, rows, today: '2020-06-22' }, language)
  if (!paper) throw new Error(`${template.kind} has no paper`)
  return paper
}

export const print = async (
  template: Template,
  language: Language,
  { fields = filled, rows = sampleRows(template.columns) }: { fields?: Record<string, string>; rows?: ListRow[] } = {},
): Promise<Printed> => {
  const paper = compose(template, language, { fields, rows })
  const { pages } = await readPdf(await drawPdf(paper, new Date(0)))
  return { template, language, paper, pages }
}

/** The edges of the text in points. */
export const edgesOf = ({ paper: { page } }: Printed) => ({
  left: page.left * millimetre,
  right: (page.width - page.right) * millimetre,
  top: page.top * millimetre,
  bottom: (page.height - page.bottom) * millimetre,
  middle: ((page.left + page.width - page.right) / 2) * millimetre,
})

/** The blocks of one kind that the paper bears. */
export const blocksOf = <K extends Block['kind']>({ paper }: Printed, kind: K) =>
  paper.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind)

export const upper = (text: string) => text.toLocaleUpperCase('vi')
export const plain = (text: string | { text: string }[]) =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('')
export const middleOf = ({ left, right }: { left: number; right: number }) => (left + right) / 2
/** The lines of a text on the paper. */
export const linesOf = ({ pages }: Printed, text: string) => textLinesIn(pages, text)
export const only = <T>(all: readonly T[], what: string): T => {
  const [first] = all
  if (all.length !== 1 || first === undefined) throw new Error(`there are ${String(all.length)} of ${what}`)
  return first
}
export const firstOf = <T>(all: readonly T[]): T => only(all.slice(0, 1), 'the first')
export const lastOf = <T>(all: readonly T[]): T => only(all.slice(-1), 'the last')

/** What of the table stands on the paper: the element's name and its words. */
export const elementsOn = (printed: Printed): [name: string, text: string][] =>
  printed.paper.blocks.flatMap((block): [string, string][] => {
    switch (block.kind) {
      case 'letterhead':
        return [
          ['Quốc hiệu', block.nation],
          ['Tiêu ngữ', block.motto],
          ['Cơ quan chủ quản', upper(block.superior)],
          ['Cơ quan ban hành', upper(block.issuer)],
          ['Số, ký hiệu', block.number],
          ['Địa danh, ngày tháng năm', block.placeAndDay],
          ['Trích yếu công văn (V/v)', block.subject],
          ['Dấu khẩn', upper(block.urgency)],
          ['Phạm vi lưu hành', upper(block.circulation)],
        ]
      case 'title':
        return [['Tên loại', upper(block.type)], ...block.about.map((about): [string, string] => ['Trích yếu', about])]
      case 'basis':
        return block.lines.map((line) => ['Căn cứ', line])
      case 'heading':
        return [headingOf(block.rank ?? 'section', block.text)]
      case 'addressees':
        return block.names.length === 1
          ? [['Kính gửi', `${block.word} ${block.names.join()}`]]
          : block.names.map((name) => ['Kính gửi', name])
      case 'closing':
        return [
          ...block.capacity.map((line): [string, string] => ['Quyền hạn, chức vụ người ký', upper(line)]),
          ['Quyền hạn, chức vụ người ký', upper(block.otherPost)],
          ['Họ tên người ký', block.signer],
          ['Nơi nhận: (từ)', block.recipients.length > 0 ? block.recipientsTitle : ''],
          ...block.recipients.map((line): [string, string] => ['Nơi nhận (liệt kê)', line]),
          ['Ký hiệu người soạn, số bản', block.drafter],
        ]
      case 'signatures':
        return block.signers.flatMap(({ capacity, name }): [string, string][] => [
          ...capacity.map((line): [string, string] => ['Quyền hạn, chức vụ người ký', upper(line)]),
          ['Họ tên người ký', name],
        ])
      case 'annex':
        return [
          ['Phụ lục I (từ+số La Mã)', block.name],
          ['Tên phụ lục', upper(block.title)],
          ['(Kèm theo ... số ...)', block.attachedTo],
        ]
      case 'paragraph':
        return typeof block.text === 'string' ? [] : block.text.flatMap((run) => articleOf(run))
      default:
        return []
    }
  })

const headingOf = (rank: 'part' | 'section' | 'clause', text: string): [string, string] => {
  if (rank === 'clause') return ['Khoản có tiêu đề', text]
  if (rank === 'part') return ['Phần/Chương + số La Mã', upper(text)]
  return ['Mục kiểu I. (bố cục phần-mục-khoản-điểm)', upper(text)]
}

const articleOf = ({ text, face }: { text: string; face: string }): [string, string][] =>
  face === 'bold' && text.startsWith('Điều ') ? [['Điều', text]] : []
