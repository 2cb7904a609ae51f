import { css, html, nothing, type TemplateResult } from 'lit'
import type { Call } from '../../server/calls/schema.ts'
import { formatInstant, formatShortDate } from '../../server/format/dates.ts'
import { phoneLinks } from '../parts/phone.ts'
import { badge } from '../parts/state-badge.ts'
import { language, words } from '../words/words.ts'

export const callStyles = css`
  .calls li {
    display: grid;
    gap: var(--space-half);
    padding-block: var(--space);
    border-block-end: 1px solid var(--line);
  }
  .calls li:last-child {
    border-block-end: 0;
  }
  .calls p {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
`

/** What a call was about, with whom, by whom and when, and whether to call back. */
export const callNote = ({ said, spokeWith, phone, callBackOn, at, accountName }: Call): TemplateResult => {
  const { calls, congresses } = words()
  const when = formatInstant(at, Intl.DateTimeFormat().resolvedOptions().timeZone, language())
  return html`
    <p>${said}</p>
    ${
      spokeWith === '' && phone === ''
        ? nothing
        : html`<span class="small">
            ${spokeWith === '' ? nothing : calls.with(spokeWith)}${spokeWith && phone ? ', ' : ''}${phoneLinks(phone)}
          </span>`
    }
    ${callBackOn === null ? nothing : html`<span>${badge('amber', 'phone', calls.callBack(formatShortDate(callBackOn, language())))}</span>`}
    <span class="muted small">${congresses.history.by(accountName, when)}</span>
  `
}
