import { css, html, nothing } from 'lit'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

const steps = ['file', 'columns', 'preview', 'done'] as const

export const importStepStyles = css`
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-half) var(--space-2);
    color: var(--muted);
    font-size: var(--size-dense);
    font-weight: 500;
  }
  .steps .past {
    color: var(--green);
  }
  .steps [aria-current] {
    color: var(--red);
    font-weight: 600;
  }
`

/** The steps of an import, and which of them is next; after the last one all are done. */
export const importSteps = (current: (typeof steps)[number]) => {
  const { exchange } = words()
  const now = current === 'done' ? steps.length : steps.indexOf(current)
  return html`
    <ol class="steps" aria-label=${exchange.stepsLabel}>
      ${steps.map(
        (step, place) =>
          html`<li class=${place < now ? 'past' : ''} aria-current=${place === now ? 'step' : nothing}>
            ${place < now ? icon('check') : `${place + 1}`} ${exchange.steps[step]}
          </li>`,
      )}
    </ol>
  `
}
