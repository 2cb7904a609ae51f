import { html, nothing, type TemplateResult } from 'lit'
import type { SeatingBoard } from '../../server/seating/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import './listed-seats-note.ts'

/** What is to be known of a plan before anything is done in it; `takeNewer` is null for whoever may not write. */
export const planNotices = (
  { plan, losing }: SeatingBoard,
  congressId: string,
  takeNewer: (() => void) | null,
): TemplateResult => {
  const { seating: text } = words()
  const newer = html`<p class="notice amber">
    ${icon('info')} <span>${text.newerHall} ${text.newerLoses(losing)}</span>
    ${takeNewer ? html`<button class="button small" @click=${takeNewer}>${text.takeNewer}</button>` : nothing}
  </p>`
  return html`${plan.hallNumber === plan.newestNumber ? nothing : newer}
  ${
    plan.kind === 'official'
      ? html`<listed-seats-note .congressId=${congressId} ?writable=${takeNewer !== null}></listed-seats-note>`
      : nothing
  }`
}
