import { askedVerdicts, type FileDetails, type FormKindId, type ReturnedFile } from '../../server/forms/schema.ts'
import { formatInstant } from '../../server/format/dates.ts'
import type { Hue } from '../parts/state-badge.ts'
import type { IconName } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'

/** How a read file is shown: what comes first is what somebody has to look at. */
export const fileGroups = ['changed', 'twice', 'asked', 'faulty', 'refused', 'same'] as const
export type FileGroup = (typeof fileGroups)[number]

export const groupLooks: Record<FileGroup, { hue: Hue; icon: IconName }> = {
  changed: { hue: 'blue', icon: 'pencil' },
  twice: { hue: 'violet', icon: 'copy' },
  asked: { hue: 'amber', icon: 'circle-question-mark' },
  faulty: { hue: 'red', icon: 'circle-x' },
  refused: { hue: 'red', icon: 'ban' },
  same: { hue: 'slate', icon: 'check' },
}

export const groupOf = ({ state, verdict, notes }: ReturnedFile): FileGroup => {
  if (state === null) return 'refused'
  if (notes.some(({ code }) => code === 'answered-twice')) return 'twice'
  if (state === 'error') return 'faulty'
  if (askedVerdicts.includes(verdict)) return 'asked'
  return state === 'same' ? 'same' : 'changed'
}

/** What a line of a form is called. Lines of honours are made of the kind's name and who receives it. */
export const formFieldName = (field: string, heading: string): string => {
  const { exchange, forms } = words()
  const named: Record<string, string> = { ...exchange.fields.delegates, ...forms.fields }
  const known = named[field]
  if (known !== undefined) return known
  const party = field.split('.').at(-1)
  const at = heading.lastIndexOf(' – ')
  if (at < 0 || (party !== 'collectives' && party !== 'individuals')) return heading
  return `${translated(heading.slice(0, at))} – ${forms.parties[party]}`
}

export const formKindName = (kind: FormKindId): string => words().forms.kinds[kind]

/** What is said of a file beside its answers; null = nothing but them. */
export const verdictSentence = ({ verdict, details }: Pick<ReturnedFile, 'verdict' | 'details'>): string | null => {
  const { verdicts } = words().forms
  const text = (name: string) => textOf(details, name)
  switch (verdict) {
    case 'fine':
      return null
    case 'code-missing':
    case 'code-edited':
    case 'unit-not-known':
      return verdicts[verdict](text('unit'))
    case 'other-congress':
      return verdicts[verdict](translated(text('title')))
    case 'older-issue':
      return verdicts[verdict](numberOf(details, 'issue'), numberOf(details, 'newest'))
    case 'unit-differs':
      return verdicts[verdict](text('written'), text('unit'))
    case 'other-cycle':
      return verdicts[verdict](translated(text('cycle')))
    case 'unit-merged':
      return verdicts[verdict](text('unit'), text('successor'))
    default:
      return verdicts[verdict]
  }
}

export const noteSentence = ({ code, details }: ReturnedFile['notes'][number]): string => {
  const { notes } = words().forms
  switch (code) {
    case 'macros-ignored':
      return notes[code]
    case 'answered-twice':
    case 'over-quota':
      return notes[code](numberOf(details, 'count'))
    case 'answered-before':
      return notes[code](shownInstant(textOf(details, 'at')))
    case 'labels-missing': {
      const names = textOf(details, 'fields').split(' ')
      return notes[code](names.map((name) => formFieldName(name, name)).join(', '))
    }
  }
}

/** In the reader's own time. */
export const shownInstant = (instant: string): string =>
  formatInstant(instant, Intl.DateTimeFormat().resolvedOptions().timeZone, language())

const textOf = (details: FileDetails, name: string): string => String(details[name] ?? '')
const numberOf = (details: FileDetails, name: string): number => Number(details[name] ?? 0)
