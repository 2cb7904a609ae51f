import type { PaperState } from '../../server/documents/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import type { ChangedSince, PaperStep } from '../../server/papers/schema.ts'
import { language, words } from '../words/words.ts'

/** What the clerk fills in after the signature: blank until then. */
const ofClerk: ReadonlySet<string> = new Set(['number', 'day'])

/** What is still empty on a paper that is to be signed, as words: its list, the name of its signer. */
export const emptyParts = ({ fields, blanks, list, rowCount }: PaperState, step: PaperStep): string[] => {
  if (step !== 'submit' && step !== 'sign') return []
  const { doubts } = words().paperLife
  const labels = fields.filter(({ name }) => blanks.includes(name) && !ofClerk.has(name))
  const names = labels.map(({ labels: label }) => label[language()].toLocaleLowerCase(language()))
  return [...(list !== null && rowCount === 0 ? [doubts.list] : []), ...names]
}

/** What speaks against a day that is entered with a number, though it may be right. */
export const dayDoubts = (day: string, { today, lastDay }: { today: string; lastDay: string | null }): string[] => {
  const { doubts } = words().paperLife
  const told = (date: string) => formatShortDate(date, language())
  return [
    ...(day > today ? [doubts.afterToday(told(day))] : []),
    ...(lastDay !== null && day > lastDay ? [doubts.afterCongress(told(lastDay))] : []),
  ]
}

/** «Địa điểm, danh sách (3 dòng)»: what changed since the paper was signed; '' = not known. */
export const changedNames = (changed: ChangedSince | null): string => {
  const { changed: text } = words().paperLife
  if (changed === null) return ''
  const { values, rowCount, hasProgramme, hasWording } = changed
  return [
    ...values.map((value) => value[language()].toLocaleLowerCase(language())),
    ...(rowCount > 0 ? [text.rows(rowCount)] : []),
    ...(hasProgramme ? [text.programme] : []),
    ...(hasWording ? [text.wording] : []),
  ].join(', ')
}
