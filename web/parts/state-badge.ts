import { html, type TemplateResult } from 'lit'
import { congressStates } from '../../server/congresses/schema.ts'
import type { Severity } from '../../server/conflicts/schema.ts'
import { icon, type IconName } from '../style/icons.ts'
import { words } from '../words/words.ts'

export type Hue = 'red' | 'gold' | 'blue' | 'green' | 'amber' | 'violet' | 'slate'
interface Look {
  hue: Hue
  icon: IconName
}

/** Every state that a congress is shown in; `late` is one that was not held though its day has passed. */
export const shownStates = [...congressStates, 'late'] as const
export type ShownState = (typeof shownStates)[number]

/** Colour and icon of each of them. */
export const stateLooks: Record<ShownState, Look> = {
  planned: { hue: 'slate', icon: 'circle-dashed' },
  approved: { hue: 'blue', icon: 'circle-check' },
  preparing: { hue: 'amber', icon: 'loader' },
  held: { hue: 'green', icon: 'check-check' },
  reported: { hue: 'green', icon: 'file-text' },
  postponed: { hue: 'violet', icon: 'calendar-x' },
  cancelled: { hue: 'slate', icon: 'ban' },
  late: { hue: 'red', icon: 'triangle-alert' },
}

export const severityLooks: Record<Severity, Look> = {
  impossible: { hue: 'red', icon: 'circle-x' },
  serious: { hue: 'amber', icon: 'triangle-alert' },
  doubtful: { hue: 'blue', icon: 'info' },
}

/** A soft pill of colour, icon and word: `${badge('green', 'check', 'Đã lưu')}`; needs the `badges` sheet. */
export const badge = (hue: Hue, name: IconName, word: string): TemplateResult =>
  html`<span class="badge ${hue}">${icon(name)}${word}</span>`

/** The state of a congress: `${stateBadge('held')}`. */
export const stateBadge = (state: ShownState): TemplateResult =>
  badge(stateLooks[state].hue, stateLooks[state].icon, words().terms.states[state])

/** The severity of a conflict. */
export const severityBadge = (severity: Severity): TemplateResult =>
  badge(severityLooks[severity].hue, severityLooks[severity].icon, words().terms.severities[severity])
