import type { Language } from '../format/dates.ts'
import type { WhyClosed } from './rules/sealed.ts'

/** What a page at a web host says otherwise than the one that the server sends. */
interface StaticWords {
  closed: Record<WhyClosed, string>
  writtenAt: (at: string) => string
  /** Before the name of whom to call. */
  callToAnswer: string
  callToTell: string
  organizers: string
  download: string
  calendarHelp: string
  /** Before the address, in a message. */
  open: string
}

export const staticWords: Readonly<Record<Language, StaticWords>> = {
  vi: {
    closed: {
      opening:
        'Đang mở trang. Nếu dòng này không đổi, trình duyệt này quá cũ hoặc không chạy JavaScript: xin mở bằng trình duyệt khác, hoặc gọi liên lạc đoàn.',
      missing:
        'Địa chỉ thiếu phần sau dấu #. Xin mở đúng liên kết trong tin nhắn, hoặc quét lại mã QR trên phiếu đại biểu.',
      wrong:
        'Liên kết không đúng với trang này, hoặc đã được đổi. Xin hỏi liên lạc đoàn hoặc Ban Tổ chức để nhận liên kết mới.',
      over: 'Trang này đã hết hạn xem. Cần gì, xin hỏi liên lạc đoàn hoặc Ban Tổ chức.',
    },
    writtenAt: (at) => `Cập nhật lúc ${at}: trang này không tự đổi.`,
    callToAnswer: 'Để xác nhận dự, báo vắng hoặc sửa chỗ ghi sai, xin gọi',
    callToTell: 'Cần báo gì, xin gọi',
    organizers: 'Ban Tổ chức',
    download: 'Tải các phiên của tôi về lịch',
    calendarHelp: 'Lịch tải về không tự cập nhật khi chương trình thay đổi.',
    open: 'Xem chi tiết',
  },
  en: {
    closed: {
      opening:
        'The page is being opened. If this line stays, this browser is too old or runs no JavaScript: please use another one, or call your liaison.',
      missing:
        'The address lacks what follows the sign #. Please open the link in the message as it is, or scan the QR code of your slip again.',
      wrong:
        'The link is not that of this page, or was changed. Please ask your liaison or the organizers for the new one.',
      over: 'The last day of this page is over. If you need anything, please ask your liaison or the organizers.',
    },
    writtenAt: (at) => `Written at ${at}: this page does not change by itself.`,
    callToAnswer: 'To confirm, decline or correct what is written wrong, please call',
    callToTell: 'If there is anything to say, please call',
    organizers: 'the organizers',
    download: 'Download my sessions for the calendar',
    calendarHelp: 'What is downloaded does not follow when the programme changes.',
    open: 'Details',
  },
}
