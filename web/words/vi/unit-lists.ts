import { grouped } from './grouped.ts'

/** Lists of delegates that units send to a congress above them. */
export const unitLists = {
  heading: (unit: string) => `Danh sách đại biểu của ${unit}`,
  toSend: 'Danh sách đại biểu gửi lên',
  entry: (unit: string, title: string) => `${unit}: ${title}`,
  to: (title: string, day: string) => (day === '' ? `Gửi lên: ${title}` : `Gửi lên: ${title}, ${day}`),
  states: { entered: 'Đang lập', submitted: 'Đã gửi', approved: 'Đã duyệt', returned: 'Trả lại' },
  notStarted: 'Chưa lập',
  allowed: 'Phân bổ',
  entered: 'Đã nhập',
  approved: 'Đã duyệt',
  official: 'Chính thức',
  guests: 'Khách mời',
  both: (official: number, guests: number) =>
    guests === 0 ? grouped(official) : `${grouped(official)} chính thức, ${grouped(guests)} khách mời`,
  alternates: (count: number) => `${grouped(count)} dự khuyết`,
  still: (count: number) => `còn ${grouped(count)}`,
  full: 'đủ',
  over: (count: number) => `vượt ${grouped(count)}`,
  blocks: {
    heading: 'Khối, nhóm không phải đơn vị',
    name: 'Khối, nhóm',
    help: 'Khối không gửi danh sách riêng: đại biểu của khối do đơn vị của mình gửi, hoặc nhập ở trang Đại biểu; được tính cho khối khi ghi tên khối làm đoàn.',
    sum: (count: number, allowed: number, entered: number) =>
      `${grouped(count)} khối, nhóm: phân bổ ${grouped(allowed)} người, đã nhập ${grouped(entered)}.`,
  },
  sendBy: (day: string) => `hạn gửi lên ${day}`,
  overdueSince: (day: string) => `quá hạn gửi lên ${day}`,
  overdueLists: (count: number) => `${grouped(count)} danh sách quá hạn gửi`,
  noQuota: 'Cấp trên chưa gửi phân bổ.',
  aims: 'Cơ cấu được giao',
  submittedBy: (by: string, day: string) => `${by} gửi ${day}`,
  decidedBy: (by: string, day: string) => `${by}, ${day}`,
  approvedWith: (paper: string) => `Văn bản duyệt: ${paper}`,
  formerPaper: (paper: string) => `Văn bản của lần duyệt trước, không còn áp dụng: ${paper}`,
  paperOf: (number: string, day: string) =>
    [number === '' ? '' : `số ${number}`, day === '' ? '' : `ngày ${day}`].filter(Boolean).join(' '),
  remark: 'Cấp trên trả lại để sửa',
  remarked: 'Cần xem lại',
  correction: 'Đơn vị xin sửa lại',
  correctionAsked: 'xin sửa lại',
  correctionsAsked: (count: number) => `${grouped(count)} đơn vị xin sửa lại`,
  corrected: 'Cấp trên đã sửa so với danh sách gửi lên',
  correctedCount: (count: number) => `đã sửa ${grouped(count)} chỗ sau khi đơn vị gửi`,
  corrections: {
    added: (name: string) => `Thêm ${name}`,
    removed: (name: string) => `Bỏ ${name}`,
    moved: (name: string) => `${name} chuyển sang đơn vị khác`,
    withdrawn: (name: string) => `${name} rút khỏi danh sách`,
    replaced: (name: string, by: string) => `${name} được thay bằng ${by}`,
    listed: (name: string) => `${name} từ dự khuyết thành chính thức`,
    changed: (name: string, by: string) => (by === '' ? `Sửa phần của ${name}` : `${name} sửa thành ${by}`),
  },
  excess: (reason: string) => `Lý do vượt phân bổ: ${reason}`,
  waiting: 'Danh sách đang ở cấp trên. Cần sửa thì gửi yêu cầu sửa lại.',
  sentByOrganizer: 'Xong thì báo người tổ chức của đơn vị: người ấy xem lại rồi gửi danh sách lên cấp trên.',
  quotaNote: (note: string) => `Cấp trên ghi: ${note}`,
  ended: (day: string) => `Đơn vị đã kết thúc từ ${day}. Danh sách vẫn giữ nguyên, không mất ai.`,
  endedInto: (day: string, successor: string) =>
    `Đã sáp nhập vào ${successor} từ ${day}. Danh sách vẫn giữ nguyên, không mất ai.`,
  endedSplit: (day: string, successors: string) =>
    `Đã chia tách từ ${day}, nay thuộc ${successors}. Danh sách vẫn giữ nguyên, không mất ai; chọn nơi nhận danh sách.`,
  handOver: (successor: string) => `Chuyển danh sách sang ${successor}`,
  handOverTo: (successor: string, count: number) => `Chuyển sang ${successor} (đang có ${count} người)`,
  none: 'Danh sách còn trống',
  noneHelp: 'Thêm từng đại biểu, hoặc nhập từ tệp, dán từ Excel. Khi đủ thì gửi lên cấp trên duyệt.',
  noneSent: 'Cấp trên chưa gửi phân bổ cho đơn vị nào',
  noneSentHelp: 'Gửi phân bổ ở trang Phân bổ: từ đó mỗi đơn vị thấy danh sách của mình.',
  notSeen: 'Chưa gửi phân bổ nên đơn vị chưa thấy danh sách này.',
  unsent: (count: number) =>
    count === 1
      ? 'Một danh sách đã có người nhưng chưa gửi lên; mở danh sách để xem lại và gửi:'
      : `${grouped(count)} danh sách đã có người nhưng chưa gửi lên; mở từng danh sách để xem lại và gửi:`,
  allLists: 'Xem mọi danh sách',
  people: (count: number) => `${grouped(count)} người`,
  submit: 'Gửi lên',
  request: 'Xin sửa lại',
  approve: 'Duyệt',
  giveBack: 'Trả lại',
  paper: 'Văn bản duyệt',
  open: 'Mở danh sách',
  unit: 'Đơn vị',
  state: 'Trạng thái',
  word: 'Ý kiến',
  filter: 'Lọc theo trạng thái',
  all: 'Mọi trạng thái',
  withCount: (word: string, count: number) => `${word} (${grouped(count)})`,
  actOn: (act: string, unit: string) => `${act}: ${unit}`,
  sum: (count: number, sent: number, approved: number) =>
    `${grouped(count)} đơn vị: ${grouped(sent)} đã gửi, ${grouped(approved)} đã duyệt`,
  dialogs: {
    submit: 'Gửi danh sách lên cấp trên',
    submitHelp: (official: number, guests: number) =>
      `Gửi ${grouped(official)} đại biểu chính thức, ${grouped(guests)} khách mời. Sau khi gửi, đơn vị chỉ sửa được khi cấp trên trả lại.`,
    standing: 'So với phân bổ',
    ofClass: (word: string, entered: number, allowed: number) =>
      `${word}: đã nhập ${grouped(entered)} trong ${grouped(allowed)}${
        entered < allowed
          ? `, còn thiếu ${grouped(allowed - entered)}`
          : entered > allowed
            ? `, vượt ${grouped(entered - allowed)}`
            : ', đủ'
      }`,
    reached: 'Cơ cấu được giao: đạt cả.',
    overQuota: (count: number) => `Danh sách vượt phân bổ ${grouped(count)} người: xin ghi lý do.`,
    excessReason: 'Lý do vượt phân bổ',
    missing: (names: string, others: number) =>
      `Chưa ghi năm sinh hoặc giới tính: ${names}${others > 0 ? ` và ${grouped(others)} người khác` : ''}.`,
    request: 'Xin sửa lại danh sách',
    requestHelp: 'Cấp trên thấy yêu cầu này và trả lại danh sách để đơn vị sửa.',
    reason: 'Cần sửa gì',
    giveBack: (unit: string) => `Trả lại danh sách của ${unit}`,
    giveBackHelp: 'Đơn vị thấy ý kiến này và sửa rồi gửi lại.',
    remark: 'Ý kiến',
    remarked: 'Nói về ai',
    remarkedHelp:
      'Không chọn ai: ý kiến nói về cả danh sách. Người được chọn có dấu “cần xem lại” trong danh sách của đơn vị.',
    remarkedCount: (count: number) => (count === 0 ? 'cả danh sách' : `${grouped(count)} người`),
    approve: (unit: string) => `Duyệt danh sách của ${unit}`,
    approveHelp: 'Số và ngày văn bản có thể ghi sau khi ký.',
    paper: (unit: string) => `Văn bản duyệt danh sách của ${unit}`,
    paperNumber: 'Số, ký hiệu văn bản',
    scan: 'Bản quét văn bản duyệt',
    scanHelp: 'PDF, JPEG hoặc PNG. Đơn vị cũng xem và tải về được.',
    paperDate: 'Ngày văn bản',
  },
  done: {
    submitted: 'Đã gửi danh sách lên cấp trên.',
    requested: 'Đã gửi yêu cầu sửa lại.',
    approved: (unit: string) => `Đã duyệt danh sách của ${unit}.`,
    returned: (unit: string) => `Đã trả lại danh sách cho ${unit}.`,
    paper: 'Đã ghi văn bản duyệt.',
    handedOver: (unit: string, successor: string) => `Đã chuyển danh sách và phân bổ của ${unit} sang ${successor}.`,
  },
}
