import { addDays, weekdayOf } from '../format/dates.ts'
import { dateOfLunar, lunarDate } from '../format/lunar.ts'
import type { NewCalendarDay } from './schema.ts'

export type DefaultDay = Omit<NewCalendarDay, 'unitId'> & { nameEnglish: string; basisEnglish: string }

/**
 * The state holidays of the years from one to another, in their order: as published where that is known, otherwise as
 * the Labour Code sets them. The basis says which.
 */
export const defaultCalendarDays = (fromYear: number, toYear: number): DefaultDay[] => {
  const found: DefaultDay[] = []
  for (let year = fromYear; year <= toYear; year += 1) {
    for (const holiday of holidays) {
      const span = publishedSpans[`${String(year)} ${holiday.id}`] ?? spanByLaw(holiday.id, year)
      if (span) found.push(dayOf(holiday, year, span), ...workedFor(holiday, year, span))
    }
  }
  return found.sort((one, other) => (one.from < other.from ? -1 : 1))
}

type HolidayId = 'new-year' | 'tet' | 'hung-kings' | 'liberation-labour' | 'national-day'

interface Holiday {
  id: HolidayId
  kind: 'holiday' | 'tet'
  name: string
  nameEnglish: string
}

interface Span {
  from: string
  to: string
  /** The Saturday that was worked in exchange for one of these days. */
  worked?: string
  basis: Basis
}

/** Where days off were read; citations and addresses are the same in both languages. */
interface Basis {
  vi: string
  en: string
}

/** In the names that the example's road has them by: a road begun beside it does not get them twice. */
const holidays: readonly Holiday[] = [
  { id: 'new-year', kind: 'holiday', name: 'Tết Dương lịch', nameEnglish: 'New Year’s Day' },
  { id: 'tet', kind: 'tet', name: 'Tết Nguyên đán', nameEnglish: 'Lunar New Year' },
  {
    id: 'hung-kings',
    kind: 'holiday',
    name: 'Giỗ Tổ Hùng Vương (10/3 âm lịch)',
    nameEnglish: 'Hùng Kings’ Commemoration Day',
  },
  {
    id: 'liberation-labour',
    kind: 'holiday',
    name: 'Ngày Giải phóng miền Nam 30/4 và Quốc tế Lao động 1/5',
    nameEnglish: 'Liberation Day and International Labour Day',
  },
  { id: 'national-day', kind: 'holiday', name: 'Quốc khánh 2/9', nameEnglish: 'National Day' },
]

const unconfirmed = (vi = '', en = ''): Basis => ({ vi: `chưa xác nhận${vi}`, en: `not confirmed${en}` })
const readAt = (site: string, vi = '', en = ''): Basis => ({ vi: `${site}${vi}`, en: `${site}${en}` })
const vietnamNet = readAt(
  'vietnamnet.vn',
  ' (phương án nghỉ Tết, Quốc khánh năm 2021 của Bộ LĐTBXH)',
  ' (the labour ministry’s plan for Tết and National Day 2021)',
)

/** Days off as published, with the weekends beside them; gathered from the pages that each names. */
const publishedSpans: Readonly<Record<string, Span>> = {
  '2019 new-year': {
    from: '2018-12-29',
    to: '2019-01-01',
    worked: '2019-01-05',
    basis: unconfirmed(' (hoán đổi 31/12, làm bù 05/01/2019)', ' (31 Dec exchanged for 5 Jan 2019)'),
  },
  '2019 tet': { from: '2019-02-02', to: '2019-02-10', basis: unconfirmed() },
  '2019 hung-kings': {
    from: '2019-04-13',
    to: '2019-04-15',
    basis: unconfirmed(' (nghỉ bù 15/4)', ' (15 Apr in lieu)'),
  },
  '2019 liberation-labour': {
    from: '2019-04-27',
    to: '2019-05-01',
    worked: '2019-05-04',
    basis: unconfirmed(' (hoán đổi 29/4, làm bù 04/5/2019)', ' (29 Apr exchanged for 4 May 2019)'),
  },
  '2019 national-day': { from: '2019-08-31', to: '2019-09-02', basis: unconfirmed() },
  '2020 new-year': { from: '2020-01-01', to: '2020-01-01', basis: unconfirmed() },
  '2020 tet': {
    from: '2020-01-23',
    to: '2020-01-29',
    basis: readAt(
      'socongthuong.daklak.gov.vn',
      ' (29 tháng Chạp đến mùng 5)',
      ' (29th of the 12th lunar month to the 5th of the 1st)',
    ),
  },
  '2020 hung-kings': { from: '2020-04-02', to: '2020-04-02', basis: readAt('langvietonline.vn') },
  '2020 liberation-labour': { from: '2020-04-30', to: '2020-05-03', basis: unconfirmed() },
  '2020 national-day': { from: '2020-09-02', to: '2020-09-02', basis: unconfirmed() },
  '2021 new-year': { from: '2021-01-01', to: '2021-01-03', basis: unconfirmed() },
  '2021 tet': { from: '2021-02-10', to: '2021-02-16', basis: vietnamNet },
  '2021 hung-kings': { from: '2021-04-21', to: '2021-04-21', basis: readAt('quangtrungcorp.vn') },
  '2021 liberation-labour': {
    from: '2021-04-30',
    to: '2021-05-03',
    basis: readAt('quangtrungcorp.vn', ' (nghỉ bù 03/5)', ' (3 May in lieu)'),
  },
  '2021 national-day': { from: '2021-09-02', to: '2021-09-05', basis: vietnamNet },
  '2026 tet': {
    from: '2026-02-16',
    to: '2026-02-20',
    basis: readAt('vietnammedia.vnanet.vn', ' (lịch nghỉ năm 2026)', ' (days off of 2026)'),
  },
}

const dayOf = ({ id, kind, name, nameEnglish }: Holiday, year: number, span: Span): DefaultDay => {
  const yearName = id === 'tet' ? (lunarDate(`${String(year)}-06-01`)?.yearName ?? '') : ''
  const named = (text: string) => (yearName === '' ? text : `${text} ${yearName}`)
  const { from, to, basis } = span
  const english = { nameEnglish: named(nameEnglish), basisEnglish: basis.en }
  return { from, to, kind, name: named(name), sinceYear: null, basis: basis.vi, ...english }
}

const workedFor = (holiday: Holiday, year: number, span: Span): DefaultDay[] => {
  if (span.worked === undefined) return []
  const { name, nameEnglish, ...day } = dayOf(holiday, year, { ...span, from: span.worked, to: span.worked })
  return [{ ...day, kind: 'working-day', name: `Làm bù: ${name}`, nameEnglish: `Worked in exchange: ${nameEnglish}` }]
}

/**
 * The days of the Labour Code, with the days off that stand for its weekends (Bộ luật Lao động 2019, Điều 111 khoản 3,
 * Điều 112). Where the Government chooses each year between two spans, both are kept free. Null where the lunar table
 * does not reach.
 */
const spanByLaw = (id: HolidayId, year: number): Span | null => {
  const law = year < 2021 ? 'Bộ luật Lao động 2012, Điều 115' : 'Bộ luật Lao động 2019, Điều 112'
  const basis = (vi = '', en = ''): Basis => ({
    vi: `${law}${vi}; chưa có lịch nghỉ chính thức của năm này`,
    en: `${law}${en}; the official days off of this year are not known yet`,
  })
  const at = (monthDay: string) => `${String(year)}-${monthDay}`
  const commemoration = dateOfLunar(year, 3, 10)
  const liberation = [at('04-30'), at('05-01')]
  if (id === 'new-year') return { ...withDaysInLieu([at('01-01')]), basis: basis() }
  if (id === 'liberation-labour') {
    return { ...withDaysInLieu(liberation, commemoration === null ? [] : [commemoration]), basis: basis() }
  }
  if (id === 'national-day') {
    if (year < 2021) return { ...withDaysInLieu([at('09-02')]), basis: basis() }
    const spans = [withDaysInLieu([at('09-01'), at('09-02')]), withDaysInLieu([at('09-02'), at('09-03')])]
    return {
      ...hullOf(spans),
      basis: basis(': 2/9 và một ngày liền kề trước hoặc sau', ': 2 Sep and the day before or after it'),
    }
  }
  if (id === 'hung-kings') {
    return commemoration === null ? null : { ...withDaysInLieu([commemoration], liberation), basis: basis() }
  }
  const first = dateOfLunar(year, 1, 1)
  if (first === null) return null
  const spans = [-2, -1].map((before) => withDaysInLieu([0, 1, 2, 3, 4].map((day) => addDays(first, before + day))))
  return {
    ...hullOf(spans),
    basis: basis(
      ': 5 ngày, gồm 1 hoặc 2 ngày cuối năm và 4 hoặc 3 ngày đầu năm âm lịch',
      ': five days, the last one or two and the first four or three of the lunar year',
    ),
  }
}

type Days = Pick<Span, 'from' | 'to'>

const isWeekend = (date: string): boolean => weekdayOf(date) >= 5

/**
 * A holiday's own days, in their order, with the days in lieu behind them. Where another holiday follows so closely that
 * it takes the day in lieu, as 30/4 took that of Giỗ Tổ in 2023, the day moves behind the other one and belongs to it.
 */
const withDaysInLieu = (days: readonly string[], neighbours: readonly string[] = []): Days => {
  const from = days[0] ?? ''
  const next = neighbours.find((day) => day > from)
  const own = daysInLieu([...days, ...neighbours]).filter((day) => day > from && (next === undefined || day < next))
  return { from, to: [...days, ...own].sort().at(-1) ?? from }
}

/** For each holiday on a weekly day off the next working day that is neither a holiday nor given for another one. */
const daysInLieu = (holidays: readonly string[]): string[] => {
  const given: string[] = []
  for (const holiday of [...holidays].sort().filter(isWeekend)) {
    let day = addDays(holiday, 1)
    while (isWeekend(day) || holidays.includes(day) || given.includes(day)) day = addDays(day, 1)
    given.push(day)
  }
  return given
}

const hullOf = (spans: readonly Days[]): Days => ({
  from: spans.reduce((first, { from }) => (from < first ? from : first), spans[0]?.from ?? ''),
  to: spans.reduce((last, { to }) => (to > last ? to : last), ''),
})
