import type { Details, ImportFault, ImportQuestion, QuestionCode } from './schema.ts'

/** What stands beside a row in the workbook of faults, as a paper in Vietnamese; the pages have words of their own. */
export const faultWords: Record<ImportFault, (details: Details) => string> = {
  required: () => 'không được để trống',
  'too-long': ({ limit = '' }) => `dài quá ${String(limit)} ký tự`,
  'not-a-number': () => 'không phải số nguyên',
  'number-too-large': ({ limit = '' }) => `số lớn quá ${String(limit)}`,
  'not-a-date': () => 'không đọc được thành ngày, xin viết ngày/tháng/năm',
  'not-a-phone': () => 'không phải số điện thoại (nhiều số thì ngăn bằng dấu /)',
  'no-such-day': () => 'không có ngày này trên lịch',
  'date-without-first': () => 'có ngày cuối mà chưa có ngày đầu',
  'dates-reversed': () => 'ngày cuối đứng trước ngày đầu',
  'week-with-date': () => 'đã có ngày thì không ghi tuần',
  'cell-error': ({ value = '' }) => `công thức báo lỗi ${String(value)}`,
  'unit-not-known': ({ value = '' }) => `không tìm thấy đơn vị “${String(value)}”`,
  'unit-ambiguous': ({ value = '', count = '' }) =>
    `có ${String(count)} đơn vị tên “${String(value)}”, xin ghi mã hoặc ghi kèm cấp trên: Huyện / Xã`,
  'unit-under-itself': () => 'đơn vị nằm dưới chính nó',
  'venue-not-known': ({ value = '' }) => `không tìm thấy hội trường “${String(value)}”`,
  'venue-ambiguous': ({ value = '', count = '' }) => `có ${String(count)} hội trường tên “${String(value)}”`,
  'level-not-known': ({ value = '' }) => `không có cấp “${String(value)}”`,
  'level-missing': () => 'chưa ghi cấp của hội nghị',
  'layout-not-known': ({ value = '' }) =>
    `không hiểu “${String(value)}”, xin ghi cách kê và số chỗ: Kiểu rạp hát: 500; Kiểu lớp học: 200`,
  'layout-twice': ({ value = '' }) => `“${String(value)}” ghi hai lần`,
  'half-day-not-known': () => 'xin ghi Sáng, Chiều hoặc Cả ngày',
  'assembly-not-known': () => 'xin ghi Toàn thể hoặc Đại biểu',
  'yes-or-no': () => 'xin ghi Có hoặc Không',
  'state-not-known': () => 'không có trạng thái này',
  'state-not-imported': ({ state = '' }) => `trạng thái “${String(state)}” không nhập được từ tệp`,
  'twice-in-file': ({ row = '' }) => `trùng với dòng ${String(row)}`,
  'several-fit': ({ count = '' }) => `có ${String(count)} mục sẵn có cùng khớp`,
  'parent-row-wrong': ({ row = '' }) => `đơn vị cấp trên ở dòng ${String(row)} đang có lỗi`,
  impossible: () => 'không thể tổ chức vào ngày này',
  'day-in-future': () => 'chưa tới ngày này',
  'report-before-held': () => 'báo cáo đề ngày trước khi tổ chức',
  'not-to-be-closed': () => 'hội nghị đang hủy hoặc hoãn nên chưa ghi kết quả được',
  'not-to-be-scheduled': () => 'hội nghị đã tổ chức hoặc đã hủy nên không đổi ngày bằng phiếu được',
  'result-not-fitting': () => 'không khớp với danh sách hình thức khen thưởng',
  'digits-lost': ({ value = '' }) => `Excel đã rút gọn thành ${String(value)} nên mất các chữ số sau`,
  'not-among-choices': ({ value = '' }) => `“${String(value)}” không có trong các lựa chọn của cột`,
  'not-a-year': ({ value = '' }) => `“${String(value)}” không phải là năm hay ngày tháng năm`,
  'not-an-email': () => 'không phải địa chỉ thư điện tử',
  'standing-not-known': ({ value = '' }) => `“${String(value)}” không rõ; ghi Chính thức hoặc Dự khuyết`,
  'withdrawn-in-list': () => 'Việc rút, hay trở lại, chỉ ghi được ngay trong danh sách đại biểu',
  'class-not-known': ({ value = '' }) =>
    `không có thành phần “${String(value)}”, xin ghi Đại biểu chính thức, Khách mời, Ban Tổ chức, Phóng viên hoặc Phục vụ`,
  'sex-not-known': ({ value = '' }) => `“${String(value)}” không phải giới tính, xin ghi Nam hoặc Nữ`,
  'number-taken': ({ name = '' }) => `số này đang là của ${String(name)}`,
  'of-other-unit': ({ value = '', unit = '' }) =>
    `“${String(value)}” là đơn vị khác, danh sách này chỉ nhận đại biểu của ${String(unit)}`,
  'on-other-list': () => 'người này đang ở danh sách của đơn vị khác',
  'likely-duplicate': ({ name = '' }) => `gần giống “${String(name)}” đã có`,
  namesake: ({ row = '' }) => `cùng tên, cùng cấp trên với dòng ${String(row)} nhưng khác mã`,
  'zero-lost': ({ restored = '' }) => `Excel đã bỏ số 0 ở đầu, đúng ra có thể là ${String(restored)}`,
  'zero-restored': ({ written = '' }) => `đã lấy lại số 0 ở đầu, trong tệp là ${String(written)}`,
  'year-taken': ({ year = '' }) => `không ghi năm, hiểu là năm ${String(year)}`,
  'name-differs': ({ name = '' }) => `hiểu là “${String(name)}”`,
  'unit-moves': () => 'sẽ chuyển sang cấp trên khác',
  'venue-new': () => 'hội trường chưa có trong danh sách, sẽ được thêm',
  'name-odd': () => 'họ tên có ký hiệu lạ (công thức, địa chỉ mạng), xin xem lại',
  'birth-too-young': ({ age = '' }) => `năm sinh này cho thấy mới ${String(age)} tuổi, xin xem lại`,
  'birth-too-old': ({ age = '' }) => `năm sinh này cho thấy đã ${String(age)} tuổi, xin xem lại`,
  'delegation-new': () => 'đoàn chưa có trong danh sách, sẽ được thêm',
}

const questionWords: Record<QuestionCode, (who: string, row: string) => string> = {
  'known-here': (who) => `cần chọn: có thể là người đã có trong danh sách (${who})`,
  'known-elsewhere': (who) => `cần chọn: có thể là người đã biết từ nơi khác (${who})`,
  'same-in-file': (_who, row) => `cần chọn: cùng họ tên, năm sinh với dòng ${row}`,
}

/** Who may be meant, and that a person must say so. */
export const questionInWords = ({ code, candidates, details }: ImportQuestion): string => {
  const who = candidates.map(({ name, birth, post, unit, congress }) =>
    [name, birth, post, unit, congress].filter(Boolean).join(', '),
  )
  return questionWords[code](who.join('; '), String(details['row'] ?? ''))
}
