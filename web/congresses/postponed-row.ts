import { html, nothing } from 'lit'
import type { DayChoice, ProposedDate } from '../../server/conflicts/rules.ts'
import { halfDays, type Congress, type HalfDay } from '../../server/congresses/schema.ts'
import { formatDateRange, formatShortDate } from '../../server/format/dates.ts'
import { wordConflict } from '../conflicts/word-conflict.ts'
import { badge, severityLooks } from '../parts/state-badge.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'

/** A congress that is dated anew, what is proposed for it, and what the person made of that. */
export interface PostponedRow {
  congress: Congress
  proposed: ProposedDate
  isLeftOut: boolean
  isByHand: boolean
  /** What is typed as its date is no day. */
  isUnreadable: boolean
  /** The day that was proposed before another row was changed; null = this one did not move. */
  movedFrom: string | null
}

export interface RowActs {
  toggled: () => void
  /** null = back to the proposal. */
  chosen: (choice: DayChoice | null) => void
  unreadable: () => void
}

/** One line of the table of `<postponed-page>`. */
export const postponedRow = (loaded: LoadedRoad, row: PostponedRow, acts: RowActs) => {
  const { columns, chooseOne } = words().many.dates
  const { congress, isLeftOut } = row
  const unit = loaded.unit(congress.unitId)?.name ?? ''
  const venue = loaded.venue(congress.venueId ?? '')?.name ?? ''
  return html`<tr class=${isLeftOut ? 'out' : ''}>
    <td class="choose">
      <input type="checkbox" aria-label=${chooseOne(unit)} .checked=${!isLeftOut} @change=${acts.toggled} />
    </td>
    <td class="first">
      <a href=${`/congresses/${congress.id}`}>${unit}</a>
      <span class="second">${translated(loaded.reason(congress.id)?.reason ?? '')}</span>
    </td>
    <td data-label=${columns.former}>${former(loaded, congress)}</td>
    <td data-label=${columns.date}>${isLeftOut ? kept(row) : dateOf(row, unit, acts)}</td>
    <td class=${isLeftOut || !row.proposed.choice ? 'empty' : ''} data-label=${columns.halfDay}>
      ${isLeftOut ? nothing : halfDayOf(row, unit, acts)}
    </td>
    <td class=${venue === '' ? 'empty' : ''} data-label=${columns.venue}>${venue}</td>
    <td class=${isLeftOut ? 'empty' : ''} data-label=${columns.conflicts}>
      ${isLeftOut ? nothing : judged(loaded, row.proposed)}
    </td>
  </tr>`
}

const former = (loaded: LoadedRoad, { id, formerDate, formerDateTo }: Congress) => {
  const { many, terms } = words()
  const { noFormer, stateBefore } = many.dates
  const state = loaded.reason(id)?.stateBefore ?? null
  const days = formerDate === null ? noFormer : formatDateRange(formerDate, formerDateTo ?? formerDate, language())
  return html`<span
    ><span class="days">${days}</span>
    ${state === null ? nothing : html`<span class="second">${stateBefore(terms.states[state])}</span>`}</span
  >`
}

/** The place of one that is left out stays free, so that no other line moves. */
const kept = ({ proposed: { choice, dateTo } }: PostponedRow) =>
  choice
    ? html`<span class="small"
        >${words().many.dates.kept(formatDateRange(choice.date, dateTo ?? choice.date, language()))}</span
      >`
    : nothing

const dateOf = (
  { congress, proposed, isByHand, isUnreadable, movedFrom }: PostponedRow,
  unit: string,
  acts: RowActs,
) => {
  const { dates } = words().many
  const { choice, dateTo } = proposed
  const halfDay = choice?.halfDay ?? congress.halfDay
  return html`<span>
    <date-field
      label=${dates.dateOf(unit)}
      .value=${choice?.date ?? null}
      @value-changed=${({ detail }: CustomEvent<string | null>) =>
        acts.chosen(detail === null ? null : { date: detail, halfDay })}
      @value-unreadable=${acts.unreadable}
      ?invalid=${isUnreadable}
    ></date-field>
    ${isUnreadable ? html`<span class="fault small">${words().parts.date.wrong}</span>` : nothing}
    ${
      choice && dateTo !== null && dateTo !== choice.date
        ? html`<span class="small">${dates.until(formatShortDate(dateTo, language()))}</span>`
        : nothing
    }
    ${
      movedFrom === null
        ? nothing
        : html`<span class="small moved">${dates.movedFrom(formatShortDate(movedFrom, language()))}</span>`
    }
    ${
      isByHand
        ? html`<button class="link-button small" @click=${() => acts.chosen(null)}>${dates.asProposed}</button>`
        : nothing
    }
  </span>`
}

const halfDayOf = ({ proposed: { choice } }: PostponedRow, unit: string, acts: RowActs) =>
  choice
    ? html`<select
        class="input"
        aria-label=${words().many.dates.halfDayOf(unit)}
        @change=${({ target }: Event) =>
          acts.chosen({ ...choice, halfDay: (target as HTMLSelectElement).value as HalfDay })}
      >
        ${halfDays.map(
          (each) =>
            html`<option value=${each} .selected=${each === choice.halfDay}>${words().terms.halfDays[each]}</option>`,
        )}
      </select>`
    : nothing

const judged = (loaded: LoadedRoad, { choice, conflicts, isOvertaken, latest }: ProposedDate) => {
  const { dates } = words().many
  const write = (date: string) => formatShortDate(date, language())
  if (!choice) {
    return html`${badge('amber', 'triangle-alert', dates.noDay)}
    ${latest === null ? nothing : html`<span class="second">${dates.mustEndBy(write(latest))}</span>`}`
  }
  if (conflicts.length === 0 && !isOvertaken) return badge('green', 'circle-check', dates.free)
  return html`<ul>
    ${conflicts.map(
      (conflict) =>
        html`<li class=${severityLooks[conflict.severity].hue}>
          ${icon(severityLooks[conflict.severity].icon)} ${wordConflict(conflict, loaded, words(), write)}
        </li>`,
    )}
    ${isOvertaken ? html`<li class="blue">${icon('info')} ${dates.overtaken}</li>` : nothing}
  </ul>`
}
