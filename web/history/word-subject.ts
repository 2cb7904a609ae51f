import type { ActLine } from '../../server/history/schema.ts'
import { translated, words } from '../words/words.ts'

/** Acts on many units, which their subject names: «Xã Hải Anh, Xã Hải Bắc +5»; older ones only count them. */
const aboutMany = new Set(['congresses-changed', 'congresses-dated', 'warnings-accepted', 'forms-issued', 'forms-read'])

/** What stands between the parts of a subject: two posts, a paper, its number and its congress, several templates and how many more. */
const signs = /( [–-] |; | → | (?=\d+\p{L}*\/\p{L})| (?=\+\d))/u

/** What an act was done to, in the reader's language. */
export const wordSubject = ({ action, subject }: Pick<ActLine, 'action' | 'subject'>): string => {
  const { history } = words()
  if (aboutMany.has(action.replace(/^undo:/, '').split(':')[0] ?? '')) {
    const [, names, count] = /^(?:(.+) \+)?(\d+)$/u.exec(subject) ?? []
    if (count !== undefined) return names === undefined ? history.units(count) : history.unitsAndOthers(names, count)
  }
  return subject.split(signs).map(translated).join('')
}
