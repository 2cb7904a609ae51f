import { html, nothing, type TemplateResult } from 'lit'
import { workedOut } from '../parts/worked-out.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { OpenDialog } from './seat-dialogs.ts'
import type { SeatState } from './seat-state.ts'
import { hasUnreleased } from './unreleased.ts'

/** Drawn anew with every seat that the mouse rests on. */
const isUnreleased = workedOut(hasUnreleased)

/** What is done with the plan as a whole. The release is what comes next only where there is something to release. */
export const seatingActions = (
  seats: SeatState,
  mayWrite: boolean,
  ask: (dialog: OpenDialog) => void,
): TemplateResult => {
  const { seating: text } = words()
  const main = mayWrite && isUnreleased(seats) ? 'primary' : ''
  return html`<button class="button" @click=${() => ask({ kind: 'papers' })}>${icon('printer')} ${text.print}</button>
    ${
      mayWrite
        ? html`<button class="button" @click=${() => ask({ kind: 'auto' })}>${icon('sparkles')} ${text.auto}</button>
            <button class="button ${main}" @click=${() => ask({ kind: 'release' })}>
              ${text.release(seats.board.plan.releasedNumber + 1)}
            </button>`
        : nothing
    }`
}
