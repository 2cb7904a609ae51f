import { drawnInEnglish } from '../halls/rules/drawn-words.ts'
import type { ReportedField } from '../delegate-links/schema.ts'
import type { GroupRole } from '../groups/rules/choices.ts'
import type { Answer, DelegateClass } from '../delegates/schema.ts'
import type { Language } from '../format/dates.ts'

interface PageWords {
  other: string
  page: string
  /** Before the name with its form of address. */
  dear: (called: string) => string
  classes: Record<DelegateClass, string>
  delegation: string
  head: string
  liaison: string
  call: (phone: string) => string
  number: string
  group: string
  groupRoles: Record<GroupRole, string>
  seat: string
  door: (door: string) => string
  /** What the drawing of the hall shows. */
  seatPlan: string
  /** How one comes to the seat; '' = not known. */
  wayToSeat: (way: { door: string; block: string; row: string; fromAisle: number }) => string
  seatLater: string
  sessions: string
  unreleased: string
  noSession: string
  presentBy: (clock: string) => string
  role: (name: string) => string
  speaks: (clock: string, title: string, minutes: number) => string
  standBy: (clock: string, title: string) => string
  noDay: string
  placeLater: string
  calendar: string
  calendarLater: string
  calendarAll: string
  subscribe: string
  calendarHelp: string
  programme: string
  answerHeading: string
  ask: string
  answers: Record<Answer, string>
  answeredAt: (at: string) => string
  answeredBy: (name: string) => string
  confirm: string
  decline: string
  sendDecline: string
  reason: string
  change: string
  closed: string
  reasonMissing: string
  /** Before the address, in a message. */
  open: string
  reportHeading: string
  report: string
  sendReport: string
  reportWaits: string
  fields: Record<ReportedField, string>
  needsHeading: string
  needs: string
  needsAnew: string
  needsKept: string
  diet: string
  health: string
  consent: string
  consentMissing: string
  sendNeeds: string
  withdrawNeeds: string
  liaisonHeading: (name: string) => string
  liaisonHelp: string
  members: (count: number, confirmed: number, declined: number) => string
  noMembers: string
  memberAnswers: Record<Answer | 'none', string>
  alternate: string
  memberConfirms: string
  memberDeclines: string
  correct: string
  keepToYourself: string
  cached: string
  offline: string
  insecure: string
  gone: string
  goneAsk: (name: string, phone: string) => string
  withdrawn: string
  busy: string
  failed: string
  nav: { sessions: string; seat: string; answer: string; calendar: string }
}

/** What a delegate's page says. */
export const pageWords: Readonly<Record<Language, PageWords>> = {
  vi: {
    other: 'English',
    page: 'Trang đại biểu',
    dear: (called) => `Kính gửi ${called}`,
    classes: {
      official: 'đại biểu chính thức',
      guest: 'khách mời',
      organizing: 'Ban Tổ chức',
      press: 'phóng viên',
      service: 'phục vụ',
    },
    delegation: 'Đoàn',
    head: 'Trưởng đoàn',
    liaison: 'Liên lạc đoàn',
    call: (phone) => `gọi ${phone}`,
    number: 'Số đại biểu',
    group: 'Tổ thảo luận',
    groupRoles: { chair: 'Tổ trưởng', secretary: 'Thư ký tổ' },
    seat: 'Chỗ ngồi',
    door: (door) => `cửa ${door}`,
    seatPlan: 'Sơ đồ hội trường, chỗ của đại biểu được tô đậm',
    wayToSeat: ({ door, block, row, fromAisle }) =>
      `${[
        door === '' ? '' : `Vào cửa ${door}`,
        block === '' ? '' : `tới ${block}`,
        row === '' ? '' : block === '' ? `tới hàng ${row}` : `hàng ${row}`,
        fromAisle === 1 ? 'ghế cạnh lối đi' : `ghế thứ ${String(fromAisle)} kể từ lối đi`,
      ]
        .filter(Boolean)
        .join(', ')}.`.replace(/^./u, (letter) => letter.toLocaleUpperCase('vi')),
    seatLater: 'sẽ báo sau',
    sessions: 'Phiên của tôi',
    unreleased: 'Chương trình chưa được công bố. Xin mở lại trang này sau.',
    noSession: 'Chương trình không có phiên nào cần dự.',
    presentBy: (clock) => `có mặt trước ${clock}`,
    role: (name) => `Vai trò: ${name}`,
    speaks: (clock, title, minutes) => `Trình bày lúc ${clock}: ${title}, ${String(minutes)} phút`,
    standBy: (clock, title) => `Sẵn sàng từ ${clock}, khi bắt đầu “${title}”.`,
    noDay: 'Chưa có ngày',
    placeLater: 'địa điểm sẽ báo sau',
    calendar: 'Thêm vào lịch',
    calendarLater: 'Khi chương trình được công bố, các phiên thêm được vào lịch từ đây.',
    calendarAll: 'Thêm các phiên của tôi vào lịch',
    subscribe: 'Đăng ký lịch tự cập nhật',
    calendarHelp: 'Lịch đăng ký tự đổi theo chương trình. Tệp tải về thì không; mở lại tệp mới để cập nhật.',
    programme: 'Xem toàn bộ chương trình',
    answerHeading: 'Trả lời',
    ask: 'Xin báo cho Ban Tổ chức biết có dự được không.',
    answers: { confirmed: 'Đã xác nhận dự', declined: 'Đã báo không dự được' },
    answeredAt: (at) => `Ghi nhận lúc ${at}.`,
    answeredBy: (name) => `Do ${name} trả lời thay.`,
    confirm: 'Tôi sẽ dự',
    decline: 'Tôi không dự được',
    sendDecline: 'Gửi lý do',
    reason: 'Lý do',
    change: 'Có thể đổi câu trả lời cho tới khi hội nghị kết thúc.',
    closed: 'Không còn nhận trả lời qua trang này. Cần báo gì, xin gọi liên lạc đoàn hoặc Ban Tổ chức.',
    reasonMissing: 'Xin ghi lý do không dự được.',
    open: 'Xem chi tiết, trả lời',
    reportHeading: 'Họ tên, chức vụ',
    report: 'Báo ghi sai họ tên, chức vụ',
    sendReport: 'Gửi để Ban Tổ chức sửa',
    reportWaits: 'Đã gửi, chờ Ban Tổ chức xem.',
    fields: { name: 'Họ và tên', post: 'Chức vụ', workplace: 'Đơn vị' },
    needsHeading: 'Ăn uống, đi lại',
    needs: 'Báo nhu cầu riêng',
    needsAnew: 'Báo lại',
    needsKept: 'Đã gửi nhu cầu riêng.',
    diet: 'Ăn uống (ăn chay, dị ứng…)',
    health: 'Sức khỏe, đi lại (xe lăn, chỗ ngồi không bậc…)',
    consent:
      'Tôi đồng ý để Ban Tổ chức lưu các điều trên, chỉ để phục vụ tôi tại hội nghị; chỉ người được giao việc này xem được.',
    consentMissing: 'Xin đánh dấu đồng ý, nếu không Ban Tổ chức không được lưu các điều này.',
    sendNeeds: 'Gửi nhu cầu riêng',
    withdrawNeeds: 'Rút lại nhu cầu đã gửi',
    liaisonHeading: (name) => `Đoàn ${name}`,
    liaisonHelp: 'Trang của liên lạc đoàn: xem cả đoàn, trả lời thay và báo chỗ ghi sai.',
    members: (count, confirmed, declined) =>
      `${String(count)} người · ${String(confirmed)} sẽ dự · ${String(declined)} không dự`,
    noMembers: 'Đoàn chưa có ai trong danh sách.',
    memberAnswers: { confirmed: 'sẽ dự', declined: 'không dự', none: 'chưa trả lời' },
    alternate: 'dự khuyết',
    memberConfirms: 'Sẽ dự',
    memberDeclines: 'Không dự',
    correct: 'Trả lời thay, báo ghi sai',
    keepToYourself: 'Đường dẫn này chỉ dành cho người nhận; xin không chuyển cho người khác.',
    cached: 'Đang xem bản lưu trên máy vì không có mạng; có thể đã có thay đổi.',
    offline: 'Lần sau mở được cả khi không có mạng.',
    insecure: 'Trang này chỉ mở được khi có mạng: địa chỉ không dùng https, hoặc trình duyệt này không giữ được trang.',
    gone: 'Liên kết không còn hiệu lực, hoặc gõ chưa đúng.',
    goneAsk: (name, phone) =>
      name === ''
        ? 'Xin hỏi liên lạc đoàn hoặc Ban Tổ chức để nhận liên kết mới.'
        : `Xin gọi liên lạc đoàn, hoặc ${name}${phone === '' ? '' : `, ${phone}`}, để nhận liên kết mới.`,
    withdrawn: 'Danh sách đại biểu đã thay đổi, nên liên kết này không còn dùng. Trân trọng cảm ơn.',
    busy: 'Có quá nhiều lượt mở từ địa chỉ này. Xin đợi một phút rồi mở lại.',
    failed: 'Chưa mở được trang. Xin thử lại.',
    nav: { sessions: 'Phiên', seat: 'Chỗ ngồi', answer: 'Trả lời', calendar: 'Lịch' },
  },
  en: {
    other: 'Tiếng Việt',
    page: 'Delegate’s page',
    dear: (called) => `To ${called}`,
    classes: {
      official: 'delegate',
      guest: 'guest',
      organizing: 'Organizing Committee',
      press: 'press',
      service: 'service',
    },
    delegation: 'Delegation',
    head: 'Head of delegation',
    liaison: 'Liaison',
    call: (phone) => `call ${phone}`,
    number: 'Delegate number',
    group: 'Discussion group',
    groupRoles: { chair: 'Chair', secretary: 'Secretary' },
    seat: 'Seat',
    door: (door) => `door ${door}`,
    seatPlan: 'Plan of the hall with your seat lit',
    wayToSeat: ({ door, block, row, fromAisle }) =>
      `${[
        door === '' ? '' : `Enter by door ${door}`,
        block === '' ? '' : `go to ${drawnInEnglish(block)}`,
        row === '' ? '' : block === '' ? `go to row ${row}` : `row ${row}`,
        fromAisle === 1 ? 'your seat is beside the aisle' : `your seat is number ${String(fromAisle)} from the aisle`,
      ]
        .filter(Boolean)
        .join(', ')}.`.replace(/^./u, (letter) => letter.toLocaleUpperCase('en')),
    seatLater: 'to be announced',
    sessions: 'My sessions',
    unreleased: 'The programme was not released yet. Please open this page again later.',
    noSession: 'There is no session in the programme that you need to attend.',
    presentBy: (clock) => `be there by ${clock}`,
    role: (name) => `Your role: ${name}`,
    speaks: (clock, title, minutes) => `You present at ${clock}: ${title}, ${String(minutes)} min`,
    standBy: (clock, title) => `Stand by from ${clock}, when “${title}” begins.`,
    noDay: 'No day yet',
    placeLater: 'place to be announced',
    calendar: 'Add to calendar',
    calendarLater: 'Once the programme is released, your sessions can be added to a calendar from here.',
    calendarAll: 'Add my sessions to the calendar',
    subscribe: 'Subscribe to a calendar that updates',
    calendarHelp: 'A subscribed calendar follows the programme. A downloaded file does not; open a new one to update.',
    programme: 'See the whole programme',
    answerHeading: 'Reply',
    ask: 'Please tell the organizers whether you can attend.',
    answers: { confirmed: 'You confirmed that you attend', declined: 'You said that you cannot attend' },
    answeredAt: (at) => `Noted at ${at}.`,
    answeredBy: (name) => `Answered by ${name}.`,
    confirm: 'I will attend',
    decline: 'I cannot attend',
    sendDecline: 'Send the reason',
    reason: 'Reason',
    change: 'You can change your reply until the congress is over.',
    closed: 'Replies are no longer taken by this page. Please call your liaison or the organizers.',
    reasonMissing: 'Please say why you cannot attend.',
    open: 'Details and your reply',
    reportHeading: 'Name and post',
    report: 'My name or post is written wrong',
    sendReport: 'Send it to the organizers',
    reportWaits: 'Sent; the organizers will look at it.',
    fields: { name: 'Full name', post: 'Post', workplace: 'Unit' },
    needsHeading: 'Meals and help',
    needs: 'State what I need',
    needsAnew: 'State it anew',
    needsKept: 'You stated what you need.',
    diet: 'Meals (vegetarian, allergies …)',
    health: 'Health and moving about (wheelchair, no steps …)',
    consent:
      'I agree that the organizers keep this, to look after me at the congress only; only those in charge of it see it.',
    consentMissing: 'Please tick that you agree: without that the organizers may not keep this.',
    sendNeeds: 'Send what I need',
    withdrawNeeds: 'Take back what I stated',
    liaisonHeading: (name) => `Delegation ${name}`,
    liaisonHelp: 'The liaison’s page: the whole delegation, to answer for a member and to say what is written wrong.',
    members: (count, confirmed, declined) =>
      `${String(count)} people · ${String(confirmed)} attend · ${String(declined)} do not`,
    noMembers: 'Nobody of the delegation is on the list.',
    memberAnswers: { confirmed: 'attends', declined: 'does not attend', none: 'no reply' },
    alternate: 'alternate',
    memberConfirms: 'Attends',
    memberDeclines: 'Does not attend',
    correct: 'Answer or correct',
    keepToYourself: 'This link is for you alone; please do not pass it on.',
    cached: 'Shown from this device, without a network; something may have changed.',
    offline: 'Next time it opens without a network too.',
    insecure: 'This page needs a network each time: its address has no https, or this browser keeps no pages.',
    gone: 'The link is no longer valid, or was not typed right.',
    goneAsk: (name, phone) =>
      name === ''
        ? 'Please ask your liaison or the organizers for a new one.'
        : `Please call your liaison, or ${name}${phone === '' ? '' : `, ${phone}`}, for a new one.`,
    withdrawn: 'The list of delegates has changed, so this link is no longer used. Thank you very much.',
    busy: 'Too many pages were opened from this address. Please wait a minute and open it again.',
    failed: 'The page could not be opened. Please try again.',
    nav: { sessions: 'Sessions', seat: 'Seat', answer: 'Reply', calendar: 'Calendar' },
  },
}
