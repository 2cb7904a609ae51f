import type { Closing, Letterhead, Signatures } from '../blocks.ts'
import { formatDateInSentence, formatPaperDate, type Language } from '../../format/dates.ts'
import { officialWords } from '../official-form.ts'
import { holdTogether } from '../rules/names.ts'
import { numberAndSymbol } from '../rules/official-number.ts'

/** The parts that every official paper shares. */

const hold = (text: string) => text.replaceAll(' ', '\u00a0')
/** As wide as a number written by hand. */
const blank = hold(' '.repeat(6))

/** Head of a paper; without number or day their places stay blank for the clerk (NĐ 30/2020, Điều 15.2). */
export const letterheadOf = (fields: Record<string, string>, { year, language }: Edition): Letterhead => ({
  kind: 'letterhead',
  superior: fields['superior'] ?? '',
  issuer: holdTogether(fields['issuer'] ?? ''),
  number: numberLine(fields['number'] ?? '', fields['symbol'] ?? '', language),
  subject: fields['subject'] ?? '',
  urgency: fields['urgency'] ?? '',
  circulation: fields['circulation'] ?? '',
  nation: officialWords[language].nation,
  motto: officialWords[language].motto,
  placeAndDay: placeAndDay(fields['place'] ?? '', fields['day'] ?? '', { year, language }),
})

const numberLine = (typed: string, templateSymbol: string, language: Language): string => {
  const word = language === 'vi' ? 'Số:' : 'No.:'
  const { number, symbol } = numberAndSymbol(typed, templateSymbol)
  return number === '' ? `${word}${blank}/${symbol}` : `${hold(`${word} ${number}`)}/${symbol}`
}

interface Edition {
  year: string
  language: Language
}

const placeAndDay = (place: string, day: string, edition: Edition): string =>
  [place, dayLine(day, edition)].filter((part) => part !== '').join(', ')

const dayLine = (day: string, { year, language }: Edition): string => {
  if (day !== '') return hold(language === 'vi' ? formatPaperDate(day) : longEnglishDate(day))
  return language === 'vi' ? `ngày${blank}tháng${blank}${hold(`năm ${year}`)}` : `${blank}${blank}${year}`
}

/** What the annexes of a paper say of it: its number and day follow from the head, also while they are blank. */
export const ownNumberAndDay = (
  fields: Record<string, string>,
  edition: Edition,
): Record<'ownNumber' | 'ownDay', string> => {
  const { number, symbol } = numberAndSymbol(fields['number'] ?? '', fields['symbol'] ?? '')
  return { ownNumber: `${number === '' ? blank : number}/${symbol}`, ownDay: dayLine(fields['day'] ?? '', edition) }
}

/** The day without its weekday: 9 September 2020. */
const longEnglishDate = (date: string) => formatDateInSentence(date, 'en').replace(/^\w+, /, '')

/** Signature and recipients; the list gets its hyphens, semicolons and the full stop (NĐ 30/2020, Phụ lục I, II.9). */
export const closingOf = (fields: Record<string, string>, language: Language): Closing => ({
  kind: 'closing',
  recipientsTitle: officialWords[language].recipients,
  recipients: recipientLines(fields['recipients'] ?? ''),
  capacity: (fields['capacity'] ?? '').split('\n').filter((line) => line.trim() !== ''),
  otherPost: fields['otherPost'] ?? '',
  signer: fields['signer'] ?? '',
  drafter: fields['drafter'] ?? '',
})

/** Recipients alone, where those who sign stand side by side above them. */
export const recipientsOf = (fields: Record<string, string>, language: Language): Closing => ({
  ...closingOf(fields, language),
  capacity: [],
  otherPost: '',
  signer: '',
})

/** Who signs side by side: the secretary at the left, the chair at the right. */
export const signaturesOf = (fields: Record<string, string>, word: (name: string) => string): Signatures => ({
  kind: 'signatures',
  signers: (['secretary', 'chair'] as const).map((role) => ({
    capacity: [fields[`${role}Capacity`] ?? ''].filter((line) => line !== ''),
    remark: word('signHere'),
    name: fields[`${role}Name`] ?? '',
  })),
})

const recipientLines = (text: string): string[] => {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–]\s*/u, '').replace(/[\s;.]+$/u, ''))
    .filter((line) => line !== '')
  return lines.map((line, index) => `- ${line}${index === lines.length - 1 ? '.' : ';'}`)
}

const romanSigns: readonly [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** Number of a part, counted from 0, in Roman figures. */
export const romanNumber = (index: number): string => {
  let [rest, text] = [index + 1, '']
  for (const [value, sign] of romanSigns) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}
