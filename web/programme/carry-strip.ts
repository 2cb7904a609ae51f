import { html, nothing, render } from 'lit'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { Carry } from './grid-carry.ts'
import { wordConflict } from './programme-conflicts.ts'

/** Sentences shown while something is in hand. */
const mostShown = 3

/** Writes beneath the board what would be wrong if what is in hand were let go; empty where nothing is in hand. */
export const carryStrip = (strip: HTMLElement, carry: Carry | null): void => {
  const foreseen = carry?.foreseen
  strip.hidden = !foreseen
  if (!carry || !foreseen) return
  const { editor } = words()
  const { conflicts, refusal } = foreseen
  const shown = conflicts.slice(0, mostShown)
  const missesEnd = conflicts.some(({ rule }) => rule === 'after-held-end') || carry.squeezes
  render(
    html`
      ${
        refusal !== null && refusal !== 'same-place'
          ? html`<p class="bad">${icon('ban')} ${editor.refusals[refusal]}</p>`
          : shown.length === 0
            ? html`<p class="good">${icon('circle-check')} ${editor.noConflict}</p>`
            : shown.map(
                (conflict) =>
                  html`<p class=${conflict.severity === 'serious' ? 'bad' : 'doubtful'}>
                    ${icon('triangle-alert')} ${wordConflict(conflict, carry.programme)}
                  </p>`,
              )
      }
      ${conflicts.length > mostShown ? html`<p>${editor.moreConflicts(conflicts.length - mostShown)}</p>` : nothing}
      <p class="muted">
        ${carry.by === 'keys' ? editor.carryKeys : editor.carryPointer} ${missesEnd ? editor.squeezeKey : ''}
      </p>
    `,
    strip,
  )
}
