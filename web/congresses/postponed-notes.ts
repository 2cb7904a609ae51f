import { html, nothing } from 'lit'
import type { Proposal } from '../../server/conflicts/rules.ts'
import { daysBetween, formatShortDate } from '../../server/format/dates.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'

export interface Span {
  from: string
  to: string
}

/** What of the old order, the old distances and the windows a proposal could not keep, said before it is sent. */
export const postponedNotes = ({ dates, drawnTogetherFrom }: Proposal, leftOut: ReadonlySet<string>, span: Span) => {
  const { notes } = words().many.dates
  const counted = dates.filter(({ congressId }) => !leftOut.has(congressId))
  const countOf = (wanted: (date: Proposal['dates'][number]) => boolean) => counted.filter(wanted).length
  const over = counted.filter(({ window }) => window === 'over')
  const lastWindow = over
    .flatMap(({ windowTo }) => windowTo ?? [])
    .sort()
    .at(-1)
  const [outside, without, overtaken] = [
    countOf(({ window }) => window === 'outside'),
    countOf(({ choice }) => choice === null),
    countOf(({ isOvertaken }) => isOvertaken),
  ]
  const said = [
    lastWindow === undefined ? null : notes.windowOver(over.length, formatShortDate(lastWindow, language())),
    outside === 0 ? null : notes.outside(outside),
    without === 0 ? null : notes.without(without),
    drawnTogetherFrom === null ? null : notes.drawnTogether(drawnTogetherFrom, daysBetween(span.from, span.to) + 1),
    overtaken === 0 ? null : notes.overtaken(overtaken),
  ].filter((sentence) => sentence !== null)
  return html`<div role="status">
    ${
      said.length === 0
        ? nothing
        : html`<ul class="notice amber notes">
            ${said.map((sentence) => html`<li>${icon('triangle-alert')} <span>${sentence}</span></li>`)}
          </ul>`
    }
  </div>`
}
