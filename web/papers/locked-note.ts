import { html, nothing } from 'lit'
import { isUnsigned, mayStep } from '../../server/papers/rules.ts'
import type { PaperLife, PaperStep } from '../../server/papers/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** Steps by which the words of a signed paper are changed after all. */
const waysOut = ['return', 'correct', 'replace', 'redraft'] as const

export const isLocked = (life: PaperLife | null): life is PaperLife => life !== null && !isUnsigned(life.standing)

/** Why the fields of a signed paper are locked, and the ways to another text. */
export const lockedNote = (life: PaperLife, take: ((step: PaperStep) => void) | null) => {
  const { paperLife: text } = words()
  const steps = waysOut.filter((step) => mayStep(life.standing, step))
  return html`<div class="notice" role="note">
    ${icon('info')}
    <div>
      <p>${text.locked} ${steps.map((step) => text.lockedWays[step]).join(' ')}</p>
      ${
        take === null
          ? nothing
          : html`<p class="row">
              ${steps.map(
                (step) =>
                  html`<button class="button small" type="button" @click=${() => take(step)}>
                    ${text.steps[step]}
                  </button>`,
              )}
            </p>`
      }
    </div>
  </div>`
}
