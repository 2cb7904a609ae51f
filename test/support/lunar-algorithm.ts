import { dayNumber, isoDate } from '../../server/format/dates.ts'

/**
 * The Vietnamese lunar calendar worked out from the sky, in civil time UTC+7 (Quyết định 121/CP of 8/8/1967): a month
 * begins on the day of the new moon, month 11 holds the winter solstice, and of thirteen months between two solstices
 * the first without a major solar term is the leap one. New moons after Meeus, Astronomical Algorithms, chapter 49;
 * the sun's longitude after chapter 25. Days are whole numbers since 1970-01-01, so no time zone of a machine counts.
 */

export interface AlgorithmMonth {
  /** Day number of its first day. */
  start: number
  length: number
  month: number
  isLeapMonth: boolean
  /** The year in which the lunar year begins. */
  year: number
}

/** The months of the lunar years from one to another, in their order. */
export const monthsByAlgorithm = (fromYear: number, toYear: number): AlgorithmMonth[] => {
  const found: AlgorithmMonth[] = []
  for (let year = fromYear; year <= toYear + 1; year += 1) found.push(...monthsAfterSolstice(year))
  return found.filter(({ year }) => year >= fromYear && year <= toYear)
}

/** Text of server/format/lunar-table.ts. */
export const lunarTableSource = (fromYear: number, toYear: number): string => {
  const months = monthsByAlgorithm(fromYear, toYear)
  const years = Array.from({ length: toYear - fromYear + 1 }, (_none, index) => codeOfYear(months, fromYear + index))
  const rows = Array.from({ length: Math.ceil(years.length / 10) }, (_none, row) =>
    years.slice(row * 10, row * 10 + 10).join(''),
  )
  return [
    '// Written by test/support/write-lunar-table.ts; not to be changed by hand.',
    '',
    `/** The lunar year that the table begins with, and its first day. */`,
    `export const firstLunarYear = ${String(fromYear)}`,
    `export const firstLunarDay = '${isoDate(months[0]?.start ?? 0)}'`,
    '',
    '/** Five hexadecimal digits a year: 13 bits from the lowest say which of its months have 30 days, above them stands the leap month. */',
    'export const lunarYears =',
    rows.map((row) => `  '${row}'`).join(' +\n'),
    '',
  ].join('\n')
}

const codeOfYear = (months: readonly AlgorithmMonth[], year: number): string => {
  const own = months.filter((month) => month.year === year)
  const long = own.reduce((bits, { length }, index) => bits + (length === 30 ? 2 ** index : 0), 0)
  const leapMonth = own.find(({ isLeapMonth }) => isLeapMonth)?.month ?? 0
  return (leapMonth * 2 ** 13 + long).toString(16).padStart(5, '0')
}

/** Months from the one with the winter solstice of the year before to the one before the next such month. */
const monthsAfterSolstice = (year: number): AlgorithmMonth[] => {
  const first = newMoonsFrom(solsticeMonth(year - 1))
  const last = solsticeMonth(year)
  const starts = first.filter((start) => start <= last)
  const leapIndex = starts.length === 14 ? starts.findIndex((_start, index) => !hasMajorTerm(starts, index)) : -1
  return starts.slice(0, -1).map((start, index) => {
    const steps = leapIndex >= 0 && index >= leapIndex ? index - 1 : index
    return {
      start,
      length: (starts[index + 1] ?? NaN) - start,
      month: ((steps + 10) % 12) + 1,
      isLeapMonth: index === leapIndex,
      year: steps < 2 ? year - 1 : year,
    }
  })
}

const hasMajorTerm = (starts: readonly number[], index: number): boolean =>
  majorTermAt(starts[index] ?? NaN) !== majorTermAt(starts[index + 1] ?? NaN)

/** First day of the month that holds the winter solstice of a year. */
const solsticeMonth = (year: number): number => {
  const starts = newMoonsFrom(dayNumber(`${String(year)}-11-01`))
  return (
    starts.findLast((start) => start <= dayNumber(`${String(year)}-12-31`) && majorTermAt(start) < winterSolstice) ??
    NaN
  )
}

/** Major terms are numbered from the spring equinox, 30° each. */
const winterSolstice = 9

const majorTermAt = (day: number): number => Math.floor(sunLongitude(dynamicalTime(startOfDay(day))) / 30)

/** Days of the new moons from a day on, for a little more than a year. */
const newMoonsFrom = (day: number): number[] => {
  const first = Math.floor((startOfDay(day) - newMoonOf2000) / synodicMonth) - 1
  return Array.from({ length: 17 }, (_none, index) => dayOfInstant(newMoon(first + index))).filter((at) => at >= day)
}

const newMoonOf2000 = 2451550.09766
const synodicMonth = 29.530588861
const julianDayOf1970 = 2440587.5
const hoursEast = 7
const secondsPerDay = 86_400

/** Julian Day (universal time) of a day's midnight in UTC+7. */
const startOfDay = (day: number): number => day + julianDayOf1970 - hoursEast / 24

const dayOfInstant = (julianDay: number): number => Math.floor(julianDay - julianDayOf1970 + hoursEast / 24)

/** Seconds between dynamical and universal time (Espenak and Meeus, 2005–2050). */
const deltaT = (julianDay: number): number => {
  const years = (julianDay - 2451545) / 365.25
  return 62.92 + 0.32217 * years + 0.005589 * years ** 2
}

const dynamicalTime = (julianDay: number): number => julianDay + deltaT(julianDay) / secondsPerDay

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180)
const turn = (degrees: number): number => ((degrees % 360) + 360) % 360

/** Apparent longitude of the sun in degrees (Meeus 25). */
const sunLongitude = (julianDay: number): number => {
  const t = (julianDay - 2451545) / 36525
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t ** 2
  const center =
    (1.914602 - 0.004817 * t - 0.000014 * t ** 2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly)
  const node = 125.04 - 1934.136 * t
  return turn(280.46646 + 36000.76983 * t + 0.0003032 * t ** 2 + center - 0.00569 - 0.00478 * sin(node))
}

/** Terms of Meeus 49 for a new moon: amount in days, then how often E, the sun's and the moon's anomaly, F and Ω count. */
const moonTerms: readonly (readonly [number, number, number, number, number, number])[] = [
  [-0.4072, 0, 0, 1, 0, 0],
  [0.17241, 1, 1, 0, 0, 0],
  [0.01608, 0, 0, 2, 0, 0],
  [0.01039, 0, 0, 0, 2, 0],
  [0.00739, 1, -1, 1, 0, 0],
  [-0.00514, 1, 1, 1, 0, 0],
  [0.00208, 2, 2, 0, 0, 0],
  [-0.00111, 0, 0, 1, -2, 0],
  [-0.00057, 0, 0, 1, 2, 0],
  [0.00056, 1, 1, 2, 0, 0],
  [-0.00042, 0, 0, 3, 0, 0],
  [0.00042, 1, 1, 0, 2, 0],
  [0.00038, 1, 1, 0, -2, 0],
  [-0.00024, 1, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 0, 1],
  [-0.00007, 0, 2, 1, 0, 0],
  [0.00004, 0, 0, 2, -2, 0],
  [0.00004, 0, 3, 0, 0, 0],
  [0.00003, 0, 1, 1, -2, 0],
  [0.00003, 0, 0, 2, 2, 0],
  [-0.00003, 0, 1, 1, 2, 0],
  [0.00003, 0, -1, 1, 2, 0],
  [-0.00002, 0, -1, 1, -2, 0],
  [-0.00002, 0, 1, 3, 0, 0],
  [0.00002, 0, 0, 4, 0, 0],
]

/** Terms of the planets: amount in days, angle, its change a month. */
const planetTerms: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
]

/** Julian Day (universal time) of the k-th new moon since that of 6 January 2000. */
const newMoon = (k: number): number => {
  const t = k / 1236.85
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2
  const ofMoon = moonTerms.reduce(
    (sum, [amount, powerOfE, s, m, f, o]) =>
      sum + amount * e ** powerOfE * sin(s * sun + m * moon + f * latitude + o * node),
    0,
  )
  const ofPlanets = planetTerms.reduce((sum, [amount, angle, change], index) => {
    const square = index === 0 ? 0.009173 * t ** 2 : 0
    return sum + amount * sin(angle + change * k - square)
  }, 0)
  const mean = newMoonOf2000 + synodicMonth * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3
  const julianDay = mean + ofMoon + ofPlanets
  return julianDay - deltaT(julianDay) / secondsPerDay
}
