import type { Language } from '../format/dates.ts'

interface PageWords {
  other: string
  release: (name: string, day: string) => string
  unreleased: string
  gone: string
  find: string
  day: string
  room: string
  place: string
  all: string
  starred: string
  star: string
  calendar: string
  calendarOf: (title: string) => string
  starredCalendar: string
  print: string
  noDay: string
  nothing: string
  now: string
  next: string
  over: string
  cached: string
  offline: string
  insecure: string
  programme: string
}

/** What the public page says. */
export const pageWords: Readonly<Record<Language, PageWords>> = {
  vi: {
    other: 'English',
    release: (name, day) => `${name}, công bố ngày ${day}`,
    unreleased: 'Chương trình chưa được công bố.',
    gone: 'Trang này không còn mở. Xin hỏi Ban Tổ chức.',
    find: 'Tìm nội dung, người trình bày',
    day: 'Ngày',
    room: 'Phòng',
    place: 'Nơi',
    all: 'Tất cả',
    starred: 'Chỉ mục đã đánh dấu',
    star: 'Đánh dấu',
    calendar: 'Thêm vào lịch',
    calendarOf: (title) => `Thêm “${title}” vào lịch`,
    starredCalendar: 'Thêm mục đã đánh dấu vào lịch',
    print: 'In',
    noDay: 'Chưa có ngày',
    nothing: 'Không có nội dung nào như vậy.',
    now: 'Đang diễn ra',
    next: 'Tiếp theo',
    over: 'Chương trình đã kết thúc.',
    cached: 'Đang xem bản lưu trên máy vì không có mạng; có thể đã có bản mới.',
    offline: 'Lần sau mở được cả khi không có mạng.',
    insecure: 'Trang này chỉ mở được khi có mạng, vì địa chỉ không dùng https.',
    programme: 'Chương trình',
  },
  en: {
    other: 'Tiếng Việt',
    release: (name, day) => `${name}, released on ${day}`,
    unreleased: 'The programme was not released yet.',
    gone: 'This page is closed. Please ask the organizers.',
    find: 'Search items and presenters',
    day: 'Day',
    room: 'Room',
    place: 'Place',
    all: 'All',
    starred: 'Only what I starred',
    star: 'Star',
    calendar: 'Add to calendar',
    calendarOf: (title) => `Add “${title}” to the calendar`,
    starredCalendar: 'Add what I starred to the calendar',
    print: 'Print',
    noDay: 'No day yet',
    nothing: 'There is nothing like that.',
    now: 'Now',
    next: 'Next',
    over: 'The programme is over.',
    cached: 'Shown from this device, without a network; there may be a newer one.',
    offline: 'Next time it opens without a network too.',
    insecure: 'This page needs a network each time, for its address has no https.',
    programme: 'Programme',
  },
}
