import type { Block, Paper } from '../../../server/documents/blocks.ts'
import { portrait } from '../../../server/documents/official-form.ts'

/** A block of every kind, so that whoever adds one must show it here. */
const samples: { [K in Block['kind']]: Extract<Block, { kind: K }> } = {
  letterhead: {
    kind: 'letterhead',
    superior: 'UBND tỉnh Nam Định',
    issuer: 'Ban Tổ chức Đại hội Thi đua yêu nước lần thứ V',
    number: 'Số: 57/BTCĐH',
    subject: 'V/v chuẩn bị Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V',
    urgency: 'Thượng khẩn',
    circulation: 'Lưu hành nội bộ',
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    placeAndDay: 'Nam Định, ngày 09 tháng 9 năm 2020',
  },
  title: { kind: 'title', type: 'Thông báo', about: ['Về việc tổ chức Đại hội (2020 - 2025)'] },
  basis: { kind: 'basis', lines: ['Căn cứ Luật Thi đua, Khen thưởng;', 'Theo đề nghị của Sở Nội vụ.'] },
  addressees: { kind: 'addressees', word: 'Kính gửi:', names: ['Các sở, ban, ngành', 'UBND các huyện, thành phố'] },
  heading: { kind: 'heading', text: 'I. Mục đích, yêu cầu' },
  paragraph: {
    kind: 'paragraph',
    text: [
      { text: 'Điều 1.', face: 'bold' },
      { text: ' Tổ chức Đại hội <& "Thi đua">, ', face: 'regular' },
      { text: 'theo kế hoạch', face: 'italic' },
      { text: '.', face: 'regular' },
    ],
  },
  remark: { kind: 'remark', text: '(Có danh sách kèm theo)', isCentred: true, isKeptWithNext: false },
  list: { kind: 'list', items: ['Đúng thành phần;', 'Đúng thời gian.'] },
  facts: { kind: 'facts', rows: [{ name: 'Chỗ ngồi', text: 'Hàng B, ghế 12' }] },
  table: {
    kind: 'table',
    size: 13,
    columns: [
      { title: 'STT', share: 1, alignment: 'centre' },
      { title: 'Họ và tên', share: 5, alignment: 'left' },
      { title: 'Ký nhận', share: 3, alignment: 'left' },
    ],
    rows: [
      { heading: 'I. Huyện Hải Hậu' },
      { cells: ['1', 'Nguyễn Văn An', ''] },
      { cells: ['', 'Cộng', '1'], isBold: true },
    ],
    leastRowHeight: 10,
  },
  code: { kind: 'code', value: 'https://daihoi.namdinh.example/d/7Q2K', caption: 'Quét mã để xem chỗ ngồi', side: 22 },
  closing: {
    kind: 'closing',
    recipientsTitle: 'Nơi nhận:',
    recipients: ['- Như trên;', '- Thường trực Tỉnh ủy (để báo cáo);', '- Lưu: VT.'],
    capacity: ['TM. Ban Tổ chức', 'Trưởng ban'],
    otherPost: 'Chủ tịch UBND tỉnh',
    signer: 'Phạm Đình Nghị',
    drafter: 'NVT, 15 bản',
  },
  signatures: {
    kind: 'signatures',
    signers: [
      { capacity: ['Thư ký'], remark: '(Ký, ghi rõ họ tên)', name: 'Trần Thị Bình' },
      { capacity: ['Chủ tọa'], remark: '(Ký, ghi rõ họ tên)', name: 'Nguyễn Văn An' },
    ],
  },
  'page-end': { kind: 'page-end' },
  annex: {
    kind: 'annex',
    name: 'Phụ lục I',
    title: 'Danh sách đại biểu',
    attachedTo: '(Kèm theo Thông báo số 57/TB-BTCĐH)',
  },
}

export const everyBlock: readonly Block[] = [
  ...Object.values(samples),
  { kind: 'paragraph', text: 'Danh sách có 01 đại biểu.' },
]

/** A paper on A4 with these blocks. */
export const aPaperOf = (blocks: readonly Block[], values: Partial<Paper> = {}): Paper => ({
  title: 'Văn bản thử',
  language: 'vi',
  page: portrait,
  pageNumbers: 'official',
  address: 'Số 57 đường Vị Hoàng, thành phố Nam Định. Điện thoại: 0228 3 649 123',
  blocks: [...blocks],
  ...values,
})
