import { grouped } from './grouped.ts'

/** Personal links of delegates, and what came back by them. */
export const delegateLinks = {
  help: 'Mỗi đại biểu có một liên kết riêng: phiên dự, chỗ ngồi, người liên lạc; trả lời dự hay không ngay trên đó, không cần tài khoản.',
  none: 'Chưa có ai trong danh sách người dự',
  noneHelp: 'Thêm đại biểu rồi cấp liên kết cho từng người.',
  toList: 'Tới danh sách',
  issueAll: 'Cấp cho người chưa có',
  issue: 'Cấp liên kết',
  renew: 'Đổi liên kết',
  revoke: 'Thu hồi',
  slips: 'In phiếu có mã QR',
  slipPrinted: (at: string) => `đã in phiếu ${at}`,
  issued: (count: number) => `Đã cấp ${grouped(count)} liên kết`,
  renewed: (count: number) => `Đã đổi ${grouped(count)} liên kết; liên kết cũ hết hiệu lực`,
  revoked: (count: number) => `Đã thu hồi ${grouped(count)} liên kết`,
  tooMany: (most: number) => `Xuất trang tĩnh: chọn nhiều nhất ${grouped(most)} người một lần, hoặc xuất tất cả.`,
  /** Asked before everybody gets a link. */
  issueMany: {
    heading: (count: number) => `Cấp ${grouped(count)} liên kết`,
    sentence: (count: number) =>
      `${grouped(count)} người chưa có liên kết, mỗi người được một liên kết riêng. Chưa gửi gì cho ai: đại biểu chỉ nhận được khi in phiếu hoặc gửi tin nhắn. Cấp nhầm thì hoàn tác được.`,
  },
  slipsDialog: {
    heading: 'In phiếu có mã QR',
    which: 'Phiếu của những ai',
    choices: {
      chosen: (count: number) => `Những người đã chọn (${grouped(count)})`,
      new: (count: number) => `Những người chưa in phiếu (${grouped(count)})`,
      delegation: (_count: number) => 'Một đoàn',
      all: (count: number) => `Tất cả (${grouped(count)})`,
    },
    delegation: 'Đoàn',
    withCount: (name: string, count: number) => `${name} (${grouped(count)})`,
    issued: (count: number) => `${grouped(count)} người trong số này chưa có liên kết: được cấp luôn.`,
    again: (count: number) => `${grouped(count)} người trong số này đã in phiếu trước đây.`,
    without: (count: number) =>
      `${grouped(count)} người không có phiếu: dự khuyết, đã rút, hoặc phục vụ đại hội (có thẻ riêng).`,
    prepare: (count: number) => `Chuẩn bị ${grouped(count)} phiếu`,
    ready: (count: number, issued: number) =>
      issued === 0
        ? `${grouped(count)} phiếu đã sẵn sàng và được ghi là đã in.`
        : `${grouped(count)} phiếu đã sẵn sàng và được ghi là đã in; cấp thêm ${grouped(issued)} liên kết.`,
    readyHelp: 'Không in nữa thì bấm Hoàn tác.',
    open: 'Mở tệp để in',
    noted: (count: number) => `Đã ghi ${grouped(count)} phiếu là đã in`,
  },
  lastDay: {
    button: 'Đổi ngày cuối',
    heading: (count: number) => `Ngày cuối của ${grouped(count)} liên kết`,
    label: 'Mở được tới hết ngày',
    help: 'Để trống: tới 14 ngày sau hội nghị, kể cả khi dời ngày.',
    done: (count: number) => `Đã đổi ngày cuối của ${grouped(count)} liên kết`,
  },
  columns: {
    name: 'Họ và tên',
    delegation: 'Đoàn',
    liaison: 'Liên lạc đoàn',
    link: 'Liên kết',
    answer: 'Trả lời',
    opened: 'Mở lần cuối',
  },
  states: {
    none: 'chưa cấp',
    issued: 'đã cấp',
    opened: 'đã mở',
    expired: 'hết hạn',
    revoked: 'đã thu hồi',
    withdrawn: 'đã rút',
  },
  answers: { confirmed: 'sẽ dự', declined: 'không dự', none: 'chưa trả lời' },
  stateFilter: 'Liên kết',
  reported: 'báo ghi sai',
  onlyReported: 'Chỉ người báo ghi sai',
  unreleased:
    'Chương trình chưa công bố: trang của đại biểu chưa có phiên nào, còn phiếu in theo bản đang soạn. Công bố trước khi in thì trang và phiếu khớp nhau.',
  toProgramme: 'Mở chương trình',
  whose: 'Liên kết của ai',
  ofDelegates: 'Đại biểu',
  liaisons: 'Liên lạc đoàn',
  issueLiaisons: (count: number) =>
    count === 1 ? 'Cấp liên kết cho liên lạc đoàn chưa có' : `Cấp liên kết cho ${grouped(count)} liên lạc đoàn chưa có`,
  liaisonsHelp:
    'Liên lạc đoàn có trang xem cả đoàn: chỗ ngồi, điện thoại, ai chưa trả lời; trả lời thay và báo chỗ ghi sai.',
  noLiaison: 'chưa ghi liên lạc đoàn',
  answerFilter: 'Trả lời',
  delegationFilter: 'Đoàn',
  totals: (all: number, opened: number, confirmed: number, declined: number) =>
    `${grouped(all)} người · ${grouped(opened)} đã mở · ${grouped(confirmed)} sẽ dự · ${grouped(declined)} không dự`,
  manage: (name: string) => `Liên kết của ${name}`,
  dialog: {
    address: 'Địa chỉ',
    secret: 'Ai có địa chỉ này đều xem và trả lời thay được. Chỉ gửi cho đúng người.',
    look: 'Xem trang',
    message: 'Tin nhắn đầy đủ',
    short: 'Tin ngắn (SMS)',
    copyMessage: 'Chép tin đầy đủ',
    copyShort: 'Chép tin ngắn',
    copied: 'Đã chép',
    lastDay: (day: string) => `Mở được tới hết ngày ${day}.`,
    noLastDay: 'Mở được tới 14 ngày sau hội nghị.',
    closed: 'Liên kết này không mở được nữa. Đổi liên kết để cấp lại.',
    without: 'Chưa cấp liên kết cho người này.',
    reports: 'Báo ghi sai, chờ xử lý',
    fields: { name: 'Họ và tên', post: 'Chức vụ', workplace: 'Đơn vị' },
    wrong: (was: string, proposed: string) =>
      was === '' ? `chưa ghi, xin ghi “${proposed}”` : `“${was}” thành “${proposed}”`,
    answeredBy: (name: string) => `${name} trả lời thay`,
    saidBy: (name: string) => `liên lạc đoàn ${name} báo`,
    take: 'Sửa theo',
    leave: 'Để nguyên',
    taken: 'Đã sửa theo',
    left: 'Đã để nguyên',
    answer: 'Trả lời',
    reason: 'Lý do',
  },
}
