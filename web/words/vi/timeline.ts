const weekdays = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']

/** What the timeline itself says. */
export const timeline = {
  label: 'Dòng thời gian của lộ trình',
  nameColumn: 'Cấp, đơn vị',
  timeColumn: 'Thời gian',
  overview: 'Toàn kỳ',
  overviewHelp: 'Kéo khung để xem khoảng thời gian khác',
  resizeColumn: 'Kéo để đổi độ rộng cột tên',
  empty: 'Không có hội nghị nào khớp bộ lọc.',
  done: (count: number, all: number) => `${String(count)}/${String(all)} đã tổ chức`,
  hidden: (count: number) => `${count} hội nghị đang thu gọn`,
  open: 'Mở',
  close: 'Thu gọn',
  showConflicts: (label: string) => `Xem vướng mắc của ${label}`,
  invented: 'ngày giả định',
  weekOnly: 'mới định tuần',
  milestone: (label: string, date: string) => `${label}, ${date}`,
  window: (from: string, to: string) => `Khung thời gian ${from} đến ${to}`,
  axis: {
    year: (year: number) => String(year),
    quarter: (quarter: number) => `Quý ${['I', 'II', 'III', 'IV'][quarter - 1] ?? ''}`,
    month: (month: number, year: number, size: 'short' | 'long' | 'full') =>
      size === 'short'
        ? `T${String(month)}`
        : size === 'long'
          ? `Tháng ${String(month)}`
          : `Tháng ${String(month)}/${String(year)}`,
    week: (monday: string) => monday,
    day: (day: number, weekday: number | null) =>
      weekday === null ? String(day) : `${weekdays[weekday] ?? ''} ${String(day)}`,
  },
  move: {
    to: (when: string) => `Kéo tới ${when}`,
    toWeek: (when: string) => `Kéo tới tuần ${when}`,
    free: 'Ngày này không vướng gì.',
    freeWeek: 'Tuần này không vướng gì.',
    nearest: 'Gần nhất còn trống:',
    noneNearest: 'Không có ngày trống nào gần đây.',
    started: (label: string) => `Đang dời ${label}. Mũi tên để đổi ngày, Enter để đặt, Esc để thôi.`,
    done: (when: string) => `Đã đặt vào ${when}.`,
    cancelled: 'Đã thôi, ngày cũ được giữ.',
    refused: 'Không thể đặt vào ngày này.',
  },
  menu: {
    label: (label: string) => `Việc với ${label}`,
    open: 'Mở hội nghị',
    move: 'Dời ngày',
    dayEarlier: 'Sớm một ngày',
    dayLater: 'Muộn một ngày',
    weekEarlier: 'Sớm một tuần',
    weekLater: 'Muộn một tuần',
    drop: 'Đặt',
    cancel: 'Thôi',
    conflicts: 'Xem vướng mắc',
  },
  barHelp: 'Enter để mở, M để dời ngày.',
  barHelpFixed: 'Enter để mở.',
  barHelpUpper: 'Hội nghị cấp trên, chỉ xem. Enter để đọc.',
  upper: 'hội nghị cấp trên, chỉ xem',
}
