import type { DefaultDay } from './holidays.ts'

interface Anniversary {
  monthDay: string
  /** The year of what it recalls. */
  sinceYear: number
  name: string
  nameEnglish: string
  /** Whether the year was read in a source, or is only generally known. */
  isSourced: boolean
}

/**
 * Anniversaries that papers and programmes speak of; those of round years in 2020 are listed in Hướng dẫn
 * 118-HD/BTGTW of 8 January 2020 (read at tuyengiaokontum.org.vn, langvietonline.vn and vpubnd.hoabinh.gov.vn).
 */
const anniversaries: readonly Anniversary[] = [
  {
    monthDay: '02-03',
    sinceYear: 1930,
    name: 'Ngày thành lập Đảng Cộng sản Việt Nam',
    nameEnglish: 'Founding of the Communist Party of Vietnam',
    isSourced: true,
  },
  {
    monthDay: '02-27',
    sinceYear: 1955,
    name: 'Ngày Thầy thuốc Việt Nam',
    nameEnglish: 'Vietnamese Physicians’ Day',
    isSourced: false,
  },
  {
    monthDay: '03-08',
    sinceYear: 1910,
    name: 'Ngày Quốc tế Phụ nữ',
    nameEnglish: 'International Women’s Day',
    isSourced: false,
  },
  {
    monthDay: '03-26',
    sinceYear: 1931,
    name: 'Ngày thành lập Đoàn TNCS Hồ Chí Minh',
    nameEnglish: 'Founding of the Ho Chi Minh Communist Youth Union',
    isSourced: false,
  },
  {
    monthDay: '04-30',
    sinceYear: 1975,
    name: 'Ngày Giải phóng miền Nam, thống nhất đất nước',
    nameEnglish: 'Liberation of the South and national reunification',
    isSourced: true,
  },
  {
    monthDay: '05-01',
    sinceYear: 1886,
    name: 'Ngày Quốc tế Lao động',
    nameEnglish: 'International Labour Day',
    isSourced: false,
  },
  {
    monthDay: '05-07',
    sinceYear: 1954,
    name: 'Chiến thắng Điện Biên Phủ',
    nameEnglish: 'Victory at Dien Bien Phu',
    isSourced: true,
  },
  {
    monthDay: '05-19',
    sinceYear: 1890,
    name: 'Ngày sinh Chủ tịch Hồ Chí Minh',
    nameEnglish: 'Birthday of President Ho Chi Minh',
    isSourced: true,
  },
  {
    monthDay: '06-11',
    sinceYear: 1948,
    name: 'Ngày truyền thống thi đua yêu nước (Lời kêu gọi Thi đua ái quốc)',
    nameEnglish: 'Day of patriotic emulation (the Appeal of 1948)',
    isSourced: true,
  },
  {
    monthDay: '07-27',
    sinceYear: 1947,
    name: 'Ngày Thương binh - Liệt sĩ',
    nameEnglish: 'War Invalids and Martyrs Day',
    isSourced: false,
  },
  {
    monthDay: '07-28',
    sinceYear: 1929,
    name: 'Ngày thành lập Công đoàn Việt Nam',
    nameEnglish: 'Founding of the Vietnam Trade Union',
    isSourced: true,
  },
  {
    monthDay: '08-19',
    sinceYear: 1945,
    name: 'Cách mạng tháng Tám; Ngày truyền thống CAND',
    nameEnglish: 'August Revolution; day of the People’s Public Security',
    isSourced: true,
  },
  {
    monthDay: '08-28',
    sinceYear: 1945,
    name: 'Ngày truyền thống ngành Tổ chức nhà nước / Văn phòng hành chính',
    nameEnglish: 'Day of state organization and government offices',
    isSourced: true,
  },
  { monthDay: '09-02', sinceYear: 1945, name: 'Quốc khánh', nameEnglish: 'National Day', isSourced: true },
  {
    monthDay: '10-10',
    sinceYear: 1954,
    name: 'Ngày Giải phóng Thủ đô',
    nameEnglish: 'Liberation of the capital',
    isSourced: false,
  },
  {
    monthDay: '10-13',
    sinceYear: 2004,
    name: 'Ngày Doanh nhân Việt Nam',
    nameEnglish: 'Vietnamese Entrepreneurs’ Day',
    isSourced: false,
  },
  {
    monthDay: '10-20',
    sinceYear: 1930,
    name: 'Ngày thành lập Hội LHPN Việt Nam',
    nameEnglish: 'Founding of the Vietnam Women’s Union',
    isSourced: true,
  },
  {
    monthDay: '11-18',
    sinceYear: 1930,
    name: 'Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam',
    nameEnglish: 'Founding of the National United Front',
    isSourced: true,
  },
  {
    monthDay: '11-20',
    sinceYear: 1982,
    name: 'Ngày Nhà giáo Việt Nam',
    nameEnglish: 'Vietnamese Teachers’ Day',
    isSourced: true,
  },
  {
    monthDay: '12-22',
    sinceYear: 1944,
    name: 'Ngày thành lập QĐND Việt Nam',
    nameEnglish: 'Founding of the Vietnam People’s Army',
    isSourced: false,
  },
]

const sourced = { vi: 'Hướng dẫn 118-HD/BTGTW ngày 08/01/2020', en: 'Guidance 118-HD/BTGTW of 8 January 2020' }
const unconfirmed = { vi: 'chưa xác nhận', en: 'not confirmed' }

/** The anniversaries of the years from one to another, in their order. */
export const defaultAnniversaries = (fromYear: number, toYear: number): DefaultDay[] =>
  Array.from({ length: Math.max(0, toYear - fromYear + 1) }, (_none, at) => fromYear + at).flatMap((year) =>
    anniversaries.map(({ monthDay, isSourced, ...named }) => {
      const date = `${String(year)}-${monthDay}`
      const { vi, en } = isSourced ? sourced : unconfirmed
      return { ...named, from: date, to: date, kind: 'anniversary' as const, basis: vi, basisEnglish: en }
    }),
  )
