import { classWords, groupSign, sexWords, standingWords } from '../delegates/rules.ts'
import { formatShortDate, parseDate } from '../format/dates.ts'
import { cleanText } from '../format/search.ts'
import { pilotWords } from './fields.ts'
import { choice, figures, text, wrong, type FieldKind } from './values.ts'

export const classChoices = [
  ['official', [classWords.official, 'Chính thức', 'Đại biểu', 'ĐB chính thức', 'ĐBCT', 'Delegate', 'Official']],
  ['guest', [classWords.guest, 'Khách', 'Đại biểu mời', 'Đại biểu khách mời', 'Guest']],
  ['organizing', [classWords.organizing, 'BTC', 'Organizing Committee']],
  ['press', [classWords.press, 'Báo chí', 'Press']],
  ['service', [classWords.service, 'Service']],
] as const

export const standingChoices = [
  ['listed', [standingWords.listed, 'Trong danh sách', 'Đại biểu chính thức', 'ĐB chính thức', 'Listed', 'Official']],
  ['alternate', [standingWords.alternate, 'Dự bị', 'Đại biểu dự khuyết', 'ĐB dự khuyết', 'DK', 'Alternate']],
  ['withdrawn', [standingWords.withdrawn, 'Rút', 'Withdrawn']],
] as const

/** A file says who stands by; who withdrew is told in the list itself, with what follows from it. */
export const standingsToImport = standingChoices.filter(([standing]) => standing !== 'withdrawn')

export const sexChoices = [
  ['male', [sexWords.male, 'Male', 'M', 'Ông']],
  ['female', [sexWords.female, 'Female', 'F', 'Bà']],
] as const

const introducedChoices = [
  ['Có mặt', ['Có mặt', 'Present']],
  ['Đại diện', ['Đại diện', 'Represented']],
  ['Vắng', ['Vắng', 'Vắng mặt', 'Absent']],
] as const

const partyChoices = [
  [true, ['Có', 'Đảng viên', 'x', '1', 'TRUE', 'yes']],
  [false, ['Không', 'Chưa', '0', 'FALSE', 'no', '-']],
] as const

const longest = 300

/** Years that somebody now alive was born in; that the year has come is asked where today is known. */
const isYear = (year: string): boolean => year >= '1900' && year <= '2100'

/** «1968», «7/1968» or a whole day; the value is the year or the day. */
const birth = (): FieldKind => ({
  read: ({ text: said }) => {
    const year = /^(?:(?:0?[1-9]|1[0-2])\s*[./-]\s*)?(\d{4})$/u.exec(said)?.[1]
    const { date, fault } = parseDate(said)
    if (year === undefined && fault === 'no-such-day') return wrong('no-such-day')
    const value = year ?? date
    return value !== null && isYear(value.slice(0, 4)) ? { value, fault: null } : wrong('not-a-year', { value: said })
  },
  show: (value) => (typeof value !== 'string' ? '' : value.length > 4 ? formatShortDate(value, 'vi') : value),
})

/** Several in one cell, a semicolon or a line between them. */
const several = (): FieldKind => {
  const whole = text(longest)
  return { ...whole, read: (cell) => whole.read({ ...cell, text: partsIn(cell.text).join(groupSign) }) }
}

/** What such a cell holds. */
export const partsIn = (said: string): string[] => said.split(/[;\n]/u).flatMap((part) => part.trim() || [])

/** One line of text: blanks and line breaks inside it are single blanks. */
const line = (limit = longest): FieldKind => {
  const whole = text(limit)
  return { ...whole, read: (cell) => whole.read({ ...cell, text: cleanText(cell.text).replaceAll(/\s+/gu, ' ') }) }
}

const email = (): FieldKind => {
  const whole = text(120)
  return {
    ...whole,
    read: (cell) =>
      /^[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+$/u.test(cell.text) ? whole.read(cell) : wrong('not-an-email'),
  }
}

/** How the cells of a list of delegates are read and shown. */
export const delegateFields = {
  address: line(),
  name: line(),
  printedName: line(),
  post: line(),
  unit: line(),
  printedPost: line(),
  delegation: line(),
  class: choice(classChoices, 'class-not-known'),
  standing: choice(standingChoices, 'standing-not-known'),
  structure: several(),
  sex: choice(sexChoices, 'sex-not-known'),
  birth: birth(),
  phone: figures('phone', 60),
  email: email(),
  titles: several(),
  education: line(),
  field: line(),
  isDirectWorker: choice(pilotWords, 'yes-or-no'),
  ethnicity: line(),
  religion: line(),
  isPartyMember: choice(partyChoices, 'yes-or-no'),
  number: figures('code', 60),
  seat: line(),
  door: line(),
  introduced: choice(introducedChoices, 'not-among-choices'),
  representative: line(),
  link: line(),
  note: line(),
  systemCode: text(80),
} as const satisfies Record<string, FieldKind>
