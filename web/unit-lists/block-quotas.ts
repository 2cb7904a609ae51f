import { html, nothing, type TemplateResult } from 'lit'
import { both } from '../../server/quotas/rules.ts'
import type { Quota } from '../../server/quotas/schema.ts'
import { translated, words } from '../words/words.ts'
import { gapBadge } from './list-state.ts'

/** Quotas of blocks and groups that are no units: they send no list, but their places are given away all the same. */
export const blockQuotas = (quotas: readonly Quota[]): TemplateResult | typeof nothing => {
  const { unitLists: text } = words()
  const blocks = quotas.filter(({ unitId }) => unitId === null)
  if (blocks.length === 0) return nothing
  const sum = (of: (quota: Quota) => number) => blocks.reduce((total, quota) => total + of(quota), 0)
  return html`<section class="blocks" aria-labelledby="blocks">
    <h2 id="blocks">${text.blocks.heading}</h2>
    <p class="muted">${text.blocks.help}</p>
    <table class="table">
      <thead>
        <tr>
          <th>${text.blocks.name}</th>
          <th class="number">${text.allowed}</th>
          <th class="number">${text.entered}</th>
        </tr>
      </thead>
      <tbody>
        ${blocks.map(
          ({ name, official, guests, entered }) =>
            html`<tr>
              <td>${translated(name)}</td>
              <td class="number" data-label=${text.allowed}>${text.both(official, guests)}</td>
              <td class="number" data-label=${text.entered}>
                ${text.both(entered.official, entered.guests)} ${gapBadge({ official, guests }, entered)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="small muted">
      ${text.blocks.sum(
        blocks.length,
        sum(both),
        sum(({ entered }) => both(entered)),
      )}
    </p>
  </section>`
}
