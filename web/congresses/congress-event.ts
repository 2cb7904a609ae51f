import { html, nothing, type TemplateResult } from 'lit'
import type { CongressEvent } from '../../server/congresses/schema.ts'
import { formatInstant, formatShortDate } from '../../server/format/dates.ts'
import { sourceSentence } from '../results/source-fields.ts'
import { language, translated, words } from '../words/words.ts'

/** One line of a congress's history: what changed, why, by which paper, who and when. */
export const congressEvent = (event: CongressEvent): TemplateResult => {
  const { congresses, terms } = words()
  const { history } = congresses
  const { stateBefore, stateAfter, dateBefore, dateAfter, reason, paperNumber } = event
  const said = sourceSentence(event.sourceKind, event.source)
  const write = (date: string | null) => (date === null ? congresses.noDate : formatShortDate(date, language()))
  const states =
    stateBefore === null || stateAfter === null
      ? ''
      : stateBefore === stateAfter
        ? congresses.states.postponeAgain
        : history.state(terms.states[stateBefore], terms.states[stateAfter])
  const dates = dateBefore === dateAfter ? '' : history.date(write(dateBefore), write(dateAfter))
  const at = formatInstant(event.at, Intl.DateTimeFormat().resolvedOptions().timeZone, language())
  return html`
    <p><strong>${[states, dates].filter(Boolean).join(' · ')}</strong></p>
    ${
      reason === '' && paperNumber === ''
        ? nothing
        : html`<p>
            ${translated(reason)}
            ${paperNumber === '' ? nothing : html`<span class="muted">${history.paper(paperNumber)}</span>`}
          </p>`
    }
    ${said === '' ? nothing : html`<p class="small">${said}</p>`}
    <p class="muted small">${history.by(translated(event.accountName), at)}</p>
  `
}
