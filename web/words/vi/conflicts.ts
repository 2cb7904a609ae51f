import { grouped } from './grouped.ts'

/** What is wrong with the road, worded: a heading per rule, a sentence per conflict, a verb per way out. */
export const conflicts = {
  heading: 'Vướng mắc',
  none: 'Không có vướng mắc nào.',
  noneHere: 'Không có vướng mắc nào với bộ lọc này.',
  ofAll: (shown: number, all: number) => `${shown} trong ${all}`,
  order: { label: 'Thứ tự vướng mắc', severity: 'Theo mức độ', date: 'Theo ngày', rule: 'Theo loại' },
  rules: {
    'outside-window': 'Quá khung thời gian',
    'before-lower': 'Sát đại hội cấp trên',
    holiday: 'Ngày nghỉ',
    weekend: 'Cuối tuần',
    'venue-twice': 'Trùng hội trường',
    'venue-too-small': 'Hội trường nhỏ',
    'venue-booked': 'Hội trường bận',
    'leader-twice': 'Trùng lịch lãnh đạo',
    'leader-too-often': 'Lãnh đạo dự quá dày',
    'leader-on-leave': 'Lãnh đạo vắng',
    'leader-rank': 'Cấp bậc lãnh đạo dự',
    'too-many-delegates': 'Quá số đại biểu',
    'too-many-days': 'Quá số ngày',
    'assembly-type': 'Chưa đúng loại hội nghị',
    'pilot-not-first': 'Làm điểm chưa đi trước',
    'ceremony-twice': 'Tổ chức nhiều hơn một buổi',
    'could-combine': 'Có thể họp ghép',
    gifts: 'Quà tặng trong chương trình',
    'blocked-day': 'Ngày cấm',
    'party-congress': 'Trùng Đại hội Đảng',
    'unit-not-valid': 'Đơn vị không tồn tại vào ngày này',
    late: 'Chậm, cần hỏi đơn vị',
  },
  sentences: {
    'outside-window-late': (unit: string, date: string, days: number, limit: string) =>
      `${unit}: ${date}, sau khung (hết ${limit}) ${days} ngày.`,
    'outside-window-early': (unit: string, date: string, days: number, limit: string) =>
      `${unit}: ${date}, trước khung (từ ${limit}) ${days} ngày.`,
    'before-lower': (unit: string, upper: string, gap: number, limit: number) =>
      `${unit}: cách ${upper} ${gap} ngày (nên từ ${limit} ngày).`,
    'after-upper': (unit: string, upper: string, limit: number) =>
      `${unit}: tổ chức sau ${upper} (nên trước ít nhất ${limit} ngày).`,
    holiday: (unit: string, date: string, name: string) => `${unit}: ${date} là ${name}.`,
    weekend: (unit: string, date: string) => `${unit}: ${date} là ngày nghỉ cuối tuần.`,
    'venue-twice': (venue: string, when: string, units: string) => `${venue}: ${units}, ${when}.`,
    'venue-too-small': (unit: string, venue: string, people: number, seats: number) =>
      `${unit}: dự kiến ${grouped(people)} người, ${venue} có ${grouped(seats)} chỗ.`,
    'venue-booked': (unit: string, venue: string, when: string, what: string, who: string) =>
      `${unit}: ${venue} đã có lượt đặt ${when} (${[what, who].filter((each) => each !== '').join(', ')}).`,
    'leader-twice': (leader: string, when: string, units: string) => `${leader} dự ${units}, ${when}.`,
    'leader-too-often': (leader: string, date: string, count: number, limit: number) =>
      `${leader} dự ${count} hội nghị ngày ${date} (nên nhiều nhất ${limit}).`,
    'leader-on-leave': (leader: string, when: string, unit: string) =>
      `${leader} vắng ${when}, trùng hội nghị của ${unit}.`,
    'leader-rank': (unit: string, leader: string, lowest: string) =>
      `${unit}: người dự cao nhất là ${leader}; cấp này nên từ ${lowest} trở lên.`,
    'too-many-delegates': (unit: string, count: number, limit: number) =>
      `${unit}: dự kiến ${grouped(count)} đại biểu, tối đa ${grouped(limit)}.`,
    'too-many-days': (unit: string, count: number, limit: number) => `${unit}: ${count} ngày, tối đa ${limit}.`,
    'assembly-everybody': (unit: string, limit: number) =>
      `${unit}: trên ${grouped(limit)} cán bộ, người lao động, nên là hội nghị đại biểu.`,
    'assembly-delegates': (unit: string, limit: number) =>
      `${unit}: dưới ${grouped(limit)} cán bộ, người lao động, nên là hội nghị toàn thể.`,
    'pilot-not-first': (pilot: string, date: string, others: string) =>
      `${pilot} làm điểm, tổ chức ${date}, sau ${others}.`,
    'ceremony-twice': (unit: string, count: number) =>
      `${unit}: ${count} hội nghị cùng cấp trong một kỳ; nên một buổi cho một quyết định khen thưởng (tiết kiệm).`,
    'combine-unit': (unit: string, date: string) =>
      `${unit}: hội nghị ${date} cách hội nghị khác của chính đơn vị ít ngày, có thể họp ghép (tiết kiệm).`,
    'combine-hall': (units: string, venue: string, days: number) =>
      `${units}: cùng ${venue} trong ${days} ngày, ít người, đủ chỗ họp chung (tiết kiệm).`,
    'blocked-day': (unit: string, date: string, name: string) => `${unit}: ${date} bị cấm (${name}).`,
    'party-congress': (unit: string, date: string, name: string) => `${unit}: ${date} sát hoặc trùng ${name}.`,
    'unit-not-valid': (unit: string, date: string) => `${unit} chưa thành lập hoặc đã giải thể vào ${date}.`,
    'late-dated': (unit: string, days: number) => `${unit}: đã qua ngày tổ chức ${days} ngày, chưa báo kết quả.`,
    passed: (unit: string, date: string, days: number) => `${unit}: ${date} đã qua ${days} ngày.`,
    'late-undated': (unit: string, days: number) => `${unit}: hết khung ${days} ngày, chưa có ngày.`,
  },
  ways: {
    move: (day: string) => `Chuyển sang ${day}`,
    moveOf: (unit: string, day: string) => `Chuyển ${unit} sang ${day}`,
    'change-venue': 'Đổi hội trường',
    'change-leader': 'Cử người dự thay',
    reduce: 'Sửa số lượng',
    telephone: (name: string, phone: string) => `Gọi ${name} ${phone}`,
    /** Beside the picture of a telephone. */
    telephoneOther: (unit: string, phone: string) => `${unit} ${phone}`,
    noPhone: 'Chưa có số điện thoại',
    accept: 'Chấp nhận, ghi lý do',
    show: 'Xem',
  },
  acceptHeading: 'Chấp nhận vướng mắc này',
  acceptReason: 'Lý do',
  acceptReasonHelp: 'Lý do được giữ lại trong nhật ký và in trong báo cáo.',
  acceptPaper: 'Số văn bản',
  accepted: (count: number) => `Đã chấp nhận · ${count}`,
  acceptedFields: { by: 'Người chấp nhận', at: 'Lúc', reason: 'Lý do', paper: 'Số văn bản' },
  noPaper: 'chưa có số',
  withdraw: 'Bỏ chấp nhận',
  withdrawn: 'Đã bỏ chấp nhận; vướng mắc này được tính lại.',
}
