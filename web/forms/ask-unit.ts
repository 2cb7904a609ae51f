import { css, html, nothing, type TemplateResult } from 'lit'
import type { Refusal } from '../../server/forms/schema.ts'
import { phoneLinks } from '../parts/phone.ts'
import { may } from '../session.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../calls/call-dialog.ts'

/** Whom to telephone about a form. */
export type Asked = Pick<Refusal, 'unitId' | 'unitName' | 'contactName' | 'contactPhone' | 'congressId'>

export const askStyles = css`
  .ask {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-half) var(--space);
    align-items: center;
  }
  /* As large as a finger's tip. */
  .ask a {
    display: inline-block;
    min-block-size: 24px;
    align-content: center;
  }
`

/** Who is to be asked, to be dialled, and the note of the call; nothing where nobody knows whose the file is. */
export const askUnit = (asked: Asked, onCall: () => void): TemplateResult | typeof nothing => {
  const { list } = words().forms
  const { unitId, unitName, contactName, contactPhone } = asked
  if (unitId === null) return nothing
  return html`<div class="ask no-print">
    ${contactName === '' ? nothing : html`<span>${contactName}</span>`} ${phoneLinks(contactPhone)}
    ${
      may('organizer')
        ? html`<button class="button small" aria-label=${list.call(unitName)} @click=${onCall}>
            ${icon('phone')} ${list.calls}
          </button>`
        : nothing
    }
  </div>`
}

/** The note of a call with the unit that is asked. */
export const callWith = (
  { unitId, unitName, contactName, contactPhone, congressId }: Asked,
  onClosed: () => void,
): TemplateResult =>
  html`<call-dialog
    .unit=${{ id: unitId ?? '', name: unitName, contactName, contactPhone }}
    .congressId=${congressId}
    @call-saved=${onClosed}
    @form-closed=${onClosed}
  ></call-dialog>`
