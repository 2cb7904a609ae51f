import { html, nothing, type TemplateResult } from 'lit'
import { iconOfSeverity, mark } from './timeline-icons.ts'
import { barDays } from './timeline-row.ts'
import type { TimelineBar, TimelineRow } from './timeline-types.ts'
import type { TimelineWords } from './timeline-words.ts'

export interface MenuActs {
  open: () => void
  move: () => void
  showConflicts: () => void
}

/** What a bar is, and what can be done with it without a drag. */
export const menuTemplate = (
  { row, bar }: { row: TimelineRow; bar: TimelineBar },
  words: TimelineWords,
  acts: MenuActs,
): TemplateResult => {
  const { menu, states, severities } = words
  const facts = [
    states[bar.state],
    ...(bar.isLate ? [states.late] : []),
    ...(bar.isWeekOnly ? [words.weekOnly] : []),
    ...(bar.isInvented ? [words.invented] : []),
    ...(bar.upper ? [words.upper] : []),
  ]
  return html`<strong>${row.label}</strong>
    <p>${barDays(bar, words)}</p>
    ${bar.upper?.place ? html`<p>${bar.upper.place}</p>` : nothing}
    <p class="quiet">${facts.join(' · ')}</p>
    ${
      bar.severity
        ? html`<p class="severity-${bar.severity} heavy">
            ${mark(iconOfSeverity(bar.severity))} ${severities[bar.severity]}
          </p>`
        : nothing
    }
    ${bar.upper ? nothing : stepsTemplate(bar, menu, acts)}`
}

const stepsTemplate = (bar: TimelineBar, menu: TimelineWords['menu'], acts: MenuActs): TemplateResult =>
  html`<div class="steps">
    <button type="button" class="word main" @click=${acts.open}>${menu.open}</button>
    ${bar.isMovable ? html`<button type="button" class="word" @click=${acts.move}>${menu.move}</button>` : nothing}
    ${
      bar.severity
        ? html`<button type="button" class="word" @click=${acts.showConflicts}>${menu.conflicts}</button>`
        : nothing
    }
  </div>`
