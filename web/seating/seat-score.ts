import { css, html, nothing, type TemplateResult } from 'lit'
import { formatNumber } from '../../server/format/numbers.ts'
import { softRules } from '../../server/seating/rules/problem.ts'
import type { Score } from '../../server/seating/rules/score.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { faultSentence } from './score-sentences.ts'
import type { SeatState } from './seat-state.ts'

export const scoreStyles = css`
  .scored div {
    display: flex;
    justify-content: space-between;
    gap: var(--space);
    padding-block: 0.25rem;
    border-block-end: 1px solid var(--line);
    font-size: var(--size-small);
  }
  .fault {
    display: flex;
    gap: var(--space-half);
    justify-content: flex-start;
  }
`

/** Broken binding rules that are told before the rest is only counted. */
const mostFaults = 6

/**
 * How good a plan is: broken binding rules as sentences, then what the wishes cost, as a sum, and how many have no seat,
 * which no wish counts. Needs `scoreStyles`.
 */
export const seatScore = (seats: SeatState, { hard, costByRule, total }: Score, unseated = 0): TemplateResult => {
  const { seating } = words()
  const { score: text } = seating
  const costly = softRules.filter((rule) => costByRule[rule] > 0)
  return html`<p>
      <strong class="tabular">${text.points(total)}</strong> ·
      <span>${text.faults(hard.length)}</span
      >${unseated === 0 ? nothing : html` · <span>${text.unseated(unseated)}</span>`}
    </p>
    ${
      hard.length === 0
        ? nothing
        : html`<ul>
            ${hard.slice(0, mostFaults).map((fault) => html`<li class="fault">${icon('triangle-alert')} <span>${faultSentence(seats, fault)}.</span></li>`)}
            ${hard.length > mostFaults ? html`<li class="muted">${text.more(hard.length - mostFaults)}</li>` : nothing}
          </ul>`
    }
    ${
      costly.length === 0
        ? unseated === 0
          ? html`<p class="muted">${text.perfect}</p>`
          : nothing
        : html`<dl class="scored">
            ${costly.map(
              (rule) =>
                html`<div>
                  <dt>${seating.rules[rule]}</dt>
                  <dd class="tabular">${formatNumber(costByRule[rule], language())}</dd>
                </div>`,
            )}
          </dl>`
    }`
}
