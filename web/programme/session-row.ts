import { html, nothing } from 'lit'
import type { ItemTime } from '../../server/programme/rules.ts'
import type { ProgrammeItem } from '../../server/programme/schema.ts'
import { translated } from '../words/words.ts'

/** What a row is drawn from beside its item; `isPlain` = as text alone. */
export interface Row {
  index: number
  time: ItemTime | undefined
  isPlain: boolean
  /** What was refused of it. */
  fault: string
  marks: readonly string[]
  warnings: readonly string[]
}

export const plainContent = ({ title, note }: ProgrammeItem) =>
  html`<p class="read">${translated(title)}</p>
    ${note === '' ? nothing : html`<p class="note">${translated(note)}</p>`}`
