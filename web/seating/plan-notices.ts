import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { SeatState } from './seat-state.ts'
import './listed-seats-note.ts'
import './stage-stays-note.ts'

/** What is to be known of a plan before anything is done in it; `takeNewer` is null for whoever may not write. */
export const planNotices = (seats: SeatState, congressId: string, takeNewer: (() => void) | null): TemplateResult => {
  const { seating: text } = words()
  const { plan, losing } = seats.board
  const newer = html`<p class="notice amber">
    ${icon('info')} <span>${text.newerHall} ${text.newerLoses(losing)}</span>
    ${takeNewer ? html`<button class="button small" @click=${takeNewer}>${text.takeNewer}</button>` : nothing}
  </p>`
  return html`${plan.hallNumber === plan.newestNumber ? nothing : newer}
    ${
      plan.kind === 'official'
        ? html`<listed-seats-note .congressId=${congressId} ?writable=${takeNewer !== null}></listed-seats-note>`
        : nothing
    } <stage-stays-note .congressId=${congressId} .seats=${seats} ?writable=${takeNewer !== null}></stage-stays-note>`
}
