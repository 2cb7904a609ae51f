import { grouped } from './grouped.ts'

type Details = Readonly<Record<string, string | number>>

/** Schedules of other programs: frab's and pentabarf's files, calendars. */
export const interchange = {
  import: 'Nhập lịch chương trình (frab, ICS)…',
  export: 'Xuất cho ứng dụng khác…',
  heading: 'Nhập lịch chương trình',
  intro:
    'Nhận tệp schedule.xml của frab, pentabarf, pretalx và tệp lịch ICS. Trước khi nhập có bản xem trước những gì sẽ vào chương trình; chưa có gì thay đổi cho đến khi xác nhận.',
  drop: 'Kéo tệp thả vào đây',
  choose: 'Chọn tệp',
  accepted: (megabytes: number) => `XML hoặc ICS, tối đa ${grouped(megabytes)} MB`,
  reading: 'Đang đọc tệp…',
  importing: 'Đang nhập vào chương trình…',
  again: 'Chọn tệp khác',
  atLine: (line: number) => `Chỗ hỏng ở quãng dòng ${grouped(line)}.`,
  changedMeanwhile: 'Chương trình vừa được sửa. Đây là bản xem trước mới; xin xem lại rồi xác nhận.',
  formats: { 'schedule-xml': 'schedule.xml', icalendar: 'lịch ICS' },
  source: (fileName: string, format: string, title: string) =>
    `${fileName} (${format})${title === '' ? '' : `: “${title}”`}`,
  totals: {
    events: 'Sự kiện',
    days: 'Ngày',
    rooms: 'Phòng',
    persons: 'Người trình bày',
    sessions: 'Phiên được tạo',
    new: 'Mới',
    changed: 'Thay đổi',
    same: 'Như cũ',
    missing: 'Không còn trong tệp',
    faulty: 'Không nhập được',
    overlaps: 'Chồng giờ cùng phòng',
    pastMidnight: 'Qua nửa đêm',
  },
  daysHeading: 'Theo ngày',
  dayColumns: { day: 'Ngày', rooms: 'Phòng', events: 'Sự kiện' },
  droppedHeading: (count: number) => `${grouped(count)} trường của tệp không được giữ lại`,
  droppedHelp: 'Chương trình ở đây không có chỗ cho các trường này; khi xuất lại sẽ không có.',
  notes: {
    'encoding-differs': ({ encoding = '' }: Details) =>
      `Tệp ghi một bảng mã khác, nhưng thực ra là ${encoding}; chữ được đọc theo ${encoding}.`,
    'identifier-twice': ({ count = 0 }: Details) =>
      `${grouped(Number(count))} sự kiện trùng mã với sự kiện khác trong tệp; mỗi sự kiện vẫn vào riêng.`,
    'start-differs': ({ count = 0 }: Details) =>
      `${grouped(Number(count))} sự kiện có giờ bắt đầu khác với giờ trong ngày tháng đầy đủ; lấy theo giờ bắt đầu.`,
    repeats: ({ count = 0 }: Details) => `${grouped(Number(count))} sự kiện lặp lại; chỉ lần đầu được nhập.`,
    untitled: ({ count = 0 }: Details) => `${grouped(Number(count))} sự kiện không có tên; mục được ghi là “…”.`,
    'title-cut': ({ count = 0, limit = 0 }: Details) =>
      `${grouped(Number(count))} tên dài quá ${grouped(Number(limit))} ký tự; phần còn lại chuyển xuống tóm tắt.`,
    'other-clock': ({ offsets = '' }: Details) =>
      `Giờ trong tệp theo múi giờ UTC${offsets}; giờ được giữ như trong tệp, múi giờ được giữ kèm.`,
  },
  faultsHeading: (count: number) => `${grouped(count)} sự kiện không nhập được`,
  faults: {
    'start-not-a-time': ({ value = '' }: Details) => `giờ bắt đầu “${value}” không đọc được`,
    'duration-not-a-time': ({ value = '' }: Details) => `thời lượng “${value}” không đọc được`,
    'end-before-start': () => 'kết thúc trước khi bắt đầu',
    'longer-than-a-day': ({ hours = '' }: Details) => `kéo dài ${hours} giờ, quá một ngày`,
    'day-unknown': ({ value = '' }: Details) => `ngày “${value}” không có trên lịch của tệp`,
    'all-day': () => 'cả ngày, không có giờ',
    cancelled: () => 'đã hủy',
    'too-many-persons': ({ limit = '' }: Details) => `có hơn ${limit} người trình bày`,
    'too-long': ({ field = '', limit = '' }: Details) =>
      `${field === 'room' ? 'tên phòng' : 'tên người'} dài quá ${limit} ký tự`,
  },
  noTitle: '(không tên)',
  lists: {
    new: 'Mới',
    changed: 'Thay đổi: giờ, lời hoặc người theo tệp',
    same: 'Như cũ',
    missing: 'Không còn trong tệp: vẫn ở lại chương trình',
    overlap: 'Bắt đầu khi sự kiện trước trong phòng chưa xong',
    'past-midnight': 'Kéo qua hoặc bắt đầu sau nửa đêm',
  },
  listCount: (heading: string, count: number) => `${heading} (${grouped(count)})`,
  firstOf: (count: number) => `${grouped(count)} mục đầu được nêu ở đây.`,
  nothingNew: 'Mọi sự kiện trong tệp đã có và giống hệt trong chương trình.',
  promise: 'Đúng những gì xem trước sẽ được nhập, hoàn tác được cả lượt.',
  skipped: (count: number) => `${grouped(count)} sự kiện có lỗi được bỏ qua.`,
  confirm: (count: number) => `Nhập ${grouped(count)} sự kiện`,
  done: (created: number, changed: number) =>
    `Đã nhập lịch: ${grouped(created)} mục mới${changed === 0 ? '' : `, ${grouped(changed)} mục thay đổi`}.`,
  exportHeading: 'Xuất chương trình',
  exportIntro: 'Bản đang soạn, gồm mọi mục đã có ngày giờ, dùng cho ứng dụng lịch trình và điện thoại.',
  exportLeftOut: (count: number) => `${grouped(count)} mục chưa có ngày giờ không nằm trong tệp.`,
  files: {
    xml: 'Cho Giggity, EventFahrplan và các ứng dụng đọc frab, pentabarf; nhập lại được vào đây.',
    json: 'Cho c3nav, halfnarp và các trang web đọc lịch của frab.',
    ics: 'Cho Google Calendar, Outlook và lịch trên điện thoại.',
  },
  fileNames: { xml: 'schedule.xml', json: 'schedule.json', ics: 'Lịch ICS' },
}
