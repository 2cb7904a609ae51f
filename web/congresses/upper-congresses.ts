import { css, html, nothing, type TemplateResult } from 'lit'
import { formatDate, formatDateRange, formatShortDate } from '../../server/format/dates.ts'
import type { UpperCongress } from '../../server/road/schema.ts'
import { stateBadge } from '../parts/state-badge.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { language, translated, words } from '../words/words.ts'
import { inventedBadge } from './invented-badge.ts'

export const upperStyles = css`
  .upper li {
    padding-block: var(--space-half);
  }
  .upper p {
    color: var(--muted);
    font-size: var(--size-dense);
    overflow-wrap: anywhere;
  }
`

/** When and where the congresses of the units above are held, to be read only; nothing where none is shown. */
export const upperList = (upper: readonly UpperCongress[], loaded: LoadedRoad): TemplateResult | typeof nothing => {
  if (upper.length === 0) return nothing
  const { heading, help } = words().congresses.upper
  return html`<section class="card upper">
    <h2 title=${help}>${heading}</h2>
    <ul>
      ${upper.map(
        (each) => html`
          <li>
            <span class="row"><strong>${loaded.unit(each.unitId)?.name}</strong> ${stateBadge(each.state)}</span>
            <p>
              ${[translated(each.title), whenOf(each), each.venueName].filter(Boolean).join(' · ')}
              ${each.isDateInvented ? inventedBadge() : nothing}
            </p>
          </li>
        `,
      )}
    </ul>
  </section>`
}

/** Those above one unit: an account that sees several parts of the road sees those above each. */
export const upperOf = ({ road, line }: LoadedRoad, unitId: string): UpperCongress[] => {
  const above = new Set(line(unitId))
  return road.upper.filter((each) => above.has(each.unitId))
}

const whenOf = ({ dateFrom, dateTo, halfDay, weekOf }: UpperCongress): string => {
  const { congresses, terms } = words()
  if (dateFrom === null || dateTo === null) {
    return weekOf === null ? congresses.noDate : congresses.week(formatShortDate(weekOf, language()))
  }
  if (dateFrom !== dateTo) return formatDateRange(dateFrom, dateTo, language())
  return `${terms.halfDays[halfDay]}, ${formatDate(dateFrom, language())}`
}
