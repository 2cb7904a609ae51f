import type { Capacity, PaperIssuer, PaperStanding, PaperStep } from './schema.ts'

/** From where a step leads where, and whether its reason is kept. */
interface StepRule {
  from: readonly PaperStanding[]
  to: PaperStanding
  needsReason: boolean
  /** Usually another paper does it: its number and day are kept. */
  isByPaper?: true
}

export const stepRules: Readonly<Record<PaperStep, StepRule>> = {
  submit: { from: ['draft'], to: 'for-signature', needsReason: false },
  // A signed one comes back too before it is issued: its number stays with it.
  return: { from: ['for-signature', 'signed'], to: 'draft', needsReason: true },
  sign: { from: ['for-signature'], to: 'signed', needsReason: false },
  number: { from: ['signed'], to: 'signed', needsReason: false },
  issue: { from: ['signed'], to: 'issued', needsReason: false },
  correct: { from: ['issued', 'corrected'], to: 'corrected', needsReason: true, isByPaper: true },
  replace: { from: ['issued', 'corrected'], to: 'replaced', needsReason: true, isByPaper: true },
  withdraw: { from: ['issued', 'corrected'], to: 'withdrawn', needsReason: true, isByPaper: true },
  redraft: { from: ['replaced', 'withdrawn'], to: 'draft', needsReason: false },
}

export const mayStep = (standing: PaperStanding, step: PaperStep): boolean => stepRules[step].from.includes(standing)

/** Still to be signed: who signs, and under which number, may change. */
export const isUnsigned = (standing: PaperStanding): boolean => standing === 'draft' || standing === 'for-signature'

/** A number within its series and year: 57, or 57a that was put in after it. */
export interface PaperNumber {
  number: number
  letters: string
}

/** «057a» is 57a; null = no number. */
export const readNumber = (text: string): PaperNumber | null => {
  const [, digits = '', letters = ''] = /^\s*0*([1-9]\d{0,5})\s*([a-zđ]{0,2})\s*$/iu.exec(text) ?? []
  return digits === '' ? null : { number: Number(digits), letters: letters.toLocaleLowerCase('vi') }
}

export const writeNumber = ({ number, letters }: PaperNumber): string => `${String(number)}${letters}`

export const compareNumbers = (one: PaperNumber, other: PaperNumber): number =>
  one.number - other.number || one.letters.length - other.letters.length || one.letters.localeCompare(other.letters)

/** A number that a series gave, with its day. */
export type GivenNumber = PaperNumber & { day: string }

/** What speaks against a number, with the one it meets. */
export type NumberFault =
  | { code: 'number-taken' }
  | { code: 'number-before-start'; start: number }
  /** Its day is before that of the number before it, or after that of the next. */
  | { code: 'number-day-before' | 'number-day-after'; number: string; day: string }

/** Whether a number may be given under a day beside those that its series gave in the year; numbers may be left out. */
export const faultOfNumber = (
  given: readonly GivenNumber[],
  wanted: GivenNumber,
  firstNumber: number,
): NumberFault | null => {
  if (wanted.number < firstNumber) return { code: 'number-before-start', start: firstNumber }
  let before: GivenNumber | null = null
  let after: GivenNumber | null = null
  for (const each of given) {
    const order = compareNumbers(each, wanted)
    if (order === 0) return { code: 'number-taken' }
    if (order < 0 && (before === null || compareNumbers(before, each) < 0)) before = each
    if (order > 0 && (after === null || compareNumbers(each, after) < 0)) after = each
  }
  if (before && wanted.day < before.day) {
    return { code: 'number-day-before', number: writeNumber(before), day: before.day }
  }
  return after && wanted.day > after.day
    ? { code: 'number-day-after', number: writeNumber(after), day: after.day }
    : null
}

/** A paper with what its series gave it. */
export interface Numbered {
  id: string
  seriesYear: number | null
  number: number | null
  numberLetters: string | null
  day: string | null
}

interface Series {
  restartsYearly: boolean
  startsAt: number
}

/** Whether the number and day of a paper fit among those of the other papers of its series. */
export const faultInSeries = (series: Series, papers: readonly Numbered[], paper: Numbered): NumberFault | null => {
  const wanted = numberOf(paper)
  if (!wanted || paper.day === null) return null
  const { given, first } = givenIn(series, papers, paper)
  return faultOfNumber(given, { ...wanted, day: paper.day }, first)
}

/** The number that a series gives a paper next. */
export const nextInSeries = (series: Series, papers: readonly Numbered[], paper: Numbered): PaperNumber => {
  const { given, first } = givenIn(series, papers, paper)
  return nextNumber(given, first)
}

/** What a series gave other papers in the year of this one, and the first number of that year. */
const givenIn = (series: Series, papers: readonly Numbered[], paper: Numbered) => {
  const year = seriesYearOf(series, paper.day ?? '')
  const others = papers.filter(({ id }) => id !== paper.id)
  const given = others.flatMap((other): GivenNumber[] => {
    const number = numberOf(other)
    return number && other.seriesYear === year ? [{ ...number, day: other.day ?? '' }] : []
  })
  const years = others.map(({ seriesYear }) => seriesYear ?? 0)
  return { given, first: firstNumberOf(series, year, years) }
}

/** The number after the last one of the year. */
export const nextNumber = (given: readonly PaperNumber[], firstNumber: number): PaperNumber => ({
  number: Math.max(firstNumber - 1, ...given.map(({ number }) => number)) + 1,
  letters: '',
})

/** Who issues the papers of a template. */
export const issuerOf = ({ uses }: { uses?: readonly string[] }): PaperIssuer =>
  uses?.includes('authority') === true ? 'authority' : 'committee'

/** Whether a series is the one that papers of an issuer are numbered in where nobody chose another. */
export const isUsualSeries = (
  series: { issuer: PaperIssuer; congressId: string | null },
  issuer: PaperIssuer,
): boolean => series.issuer === issuer && (issuer === 'authority' || series.congressId !== null)

/** The year in which a number of this day counts; 0 where the series never restarts. */
export const seriesYearOf = ({ restartsYearly }: { restartsYearly: boolean }, day: string): number =>
  restartsYearly ? Number(day.slice(0, 4)) : 0

/** Of a series with earlier years every year begins with 1. */
export const firstNumberOf = ({ startsAt }: { startsAt: number }, year: number, years: readonly number[]): number =>
  years.some((each) => each < year) ? 1 : startsAt

/** «GM-BTCĐH» with the ending of its series in the place of its own. */
export const symbolInSeries = (symbol: string, ending: string): string => {
  if (ending === '') return symbol
  const kind = symbol.split('-')[0] ?? ''
  return kind === '' ? ending : `${kind}-${ending}`
}

interface PaperToPrint {
  standing: PaperStanding
  fields: Readonly<Record<string, string>>
  number: number | null
  numberLetters: string | null
  day: string | null
}

/**
 * What is printed of a paper: as long as it is drafted, number and day as they were typed; for signature they are left
 * blank; after it what the clerk entered, which stays though it comes back as a draft.
 */
export const fieldsToPrint = (paper: PaperToPrint | undefined): Readonly<Record<string, string>> => {
  if (!paper) return {}
  return takesTypedNumber(paper) ? paper.fields : { ...paper.fields, ...clerkFields(paper) }
}

/** Whether number and day are still what somebody types, not what the clerk enters. */
export const takesTypedNumber = ({ standing, number }: Pick<PaperToPrint, 'standing' | 'number'>): boolean =>
  standing === 'draft' && number === null

/** What the clerk enters after the signature. */
export const clerkFields = (
  paper: Pick<PaperToPrint, 'number' | 'numberLetters' | 'day'>,
): Record<'number' | 'day', string> => {
  const number = numberOf(paper)
  return { number: number === null ? '' : writeNumber(number), day: paper.day ?? '' }
}

export const numberOf = ({
  number,
  numberLetters,
}: Pick<PaperToPrint, 'number' | 'numberLetters'>): PaperNumber | null =>
  number === null ? null : { number, letters: numberLetters ?? '' }

/** Whose head signs, or somebody for it. */
export interface SigningBody {
  /** «TM. …»; empty = the head signs alone. */
  onBehalf: string
  head: string
  deputy: string
}

const committee: SigningBody = { onBehalf: 'TM. Ban Tổ chức', head: 'Trưởng ban', deputy: 'Phó Trưởng ban' }

/** Of a paper that the authority of a unit issues: its Chairman, or the head of a body. */
export const signingAuthority = (head: string): SigningBody => ({ onBehalf: '', head, deputy: `Phó ${head}` })

/** The lines of the signature in this capacity; `role` is what the signer is where the capacity does not say it. */
export const capacityLines = (
  capacity: Capacity,
  role: string,
  { onBehalf, head, deputy }: SigningBody = committee,
): string[] => {
  const lines: Record<Capacity, string[]> = {
    head: [onBehalf, head],
    'standing-deputy': [onBehalf, `KT. ${head}`, `${deputy} Thường trực`],
    deputy: [onBehalf, `KT. ${head}`, deputy],
    'acting-head': [onBehalf, `Q. ${head}`],
    'by-order': [`TL. ${head}`, role],
    'by-authority': [`TUQ. ${head}`, role],
  }
  return lines[capacity].filter((line) => line !== '')
}

/** Whether the capacity leaves open what the signer is. */
export const needsRole = (capacity: Capacity): boolean => capacity === 'by-order' || capacity === 'by-authority'

/** «Phó Chủ tịch UBND tỉnh (VX)» signs without what stands in brackets. */
export const postToSign = (name: string): string => name.replaceAll(/\s*\([^)]*\)/gu, '').trim()
