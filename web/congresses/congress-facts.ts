import { css, html, nothing, type TemplateResult } from 'lit'
import type { Congress, CongressEvent } from '../../server/congresses/schema.ts'
import { formatDateInSentence, formatDateRange, formatShortDate } from '../../server/format/dates.ts'
import { seatsIn } from '../../server/venues/rules.ts'
import type { Venue } from '../../server/venues/schema.ts'
import { levelName } from '../cycles/level-name.ts'
import { phoneLinks } from '../parts/phone.ts'
import { badge } from '../parts/state-badge.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { language, translated, words } from '../words/words.ts'
import { congressEvent } from './congress-event.ts'
import { hostNames } from './host-names.ts'
import { inventedBadge } from './invented-badge.ts'
import { withSeats } from './layout-field.ts'
import { shownTitle } from './shown-title.ts'

export const factStyles = css`
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--space) var(--space-2);
    margin-block-start: var(--space);
  }
  dt {
    color: var(--muted);
    font-size: var(--size-dense);
  }
  dd {
    overflow-wrap: anywhere;
  }
  @media (max-width: 900px) {
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd {
      margin-block-end: var(--space);
    }
  }
`

/** What a congress is, point by point; `event` tells why it stands as it does. */
export const congressFacts = (
  congress: Congress,
  loaded: LoadedRoad,
  event: CongressEvent | undefined,
): TemplateResult => {
  const { congresses, terms, common } = words()
  const { columns, fields, overview } = congresses
  const unit = loaded.unit(congress.unitId)
  const venue = congress.venueId === null ? undefined : loaded.venue(congress.venueId)
  const level = loaded.road.levels.find(({ id }) => id === congress.levelId)
  const lower = loaded.road.congresses.filter(({ upperCongressId }) => upperCongressId === congress.id).length
  const leaders = congress.postIds.flatMap((id) => loaded.post(id)?.name ?? []).map(translated)
  const [person = '', phone = ''] = [unit?.contactName, unit?.contactPhone]
  const contact = person === '' && phone === '' ? '' : html`${person}${person && phone ? ', ' : ''}${phoneLinks(phone)}`
  const line = (label: string, value: unknown) =>
    html`<dt>${label}</dt>
      <dd>${value === '' || value === undefined ? html`<span class="muted">${common.notSet}</span>` : value}</dd>`
  return html`
    <section class="card">
      <h2>${overview.facts} ${congress.isPilot ? badge('blue', 'flag', columns.pilot) : nothing}</h2>
      <dl>
        ${line(columns.unit, unit?.name)} ${togetherOf(congress, loaded, line)}
        ${line(columns.level, level === undefined ? '' : levelName(level))}
        ${line(columns.form, translated(congress.form))} ${line(fields.theme, translated(congress.theme))}
        ${line(columns.date, whenOf(congress))} ${line(columns.venue, venue ? placeOf(venue, congress, loaded) : '')}
        ${line(
          fields.expectedDelegates,
          congress.expectedDelegates === null
            ? ''
            : congresses.people(congress.expectedDelegates, congress.expectedGuests ?? 0),
        )}
        ${line(fields.assembly, congress.assembly === null ? '' : terms.assemblies[congress.assembly])}
        ${line(columns.leaders, leaders.join('; '))} ${line(fields.upper, upperOf(congress, loaded))}
        ${lower > 0 ? line(overview.lower(lower), html`<a href=${`/road?upper=${congress.id}`}>${words().shell.pages.road}</a>`) : nothing}
        ${event ? line(columns.state, congressEvent(event)) : nothing} ${line(overview.contact, contact)}
        ${congress.note === '' ? nothing : line(fields.note, translated(congress.note))}
      </dl>
    </section>
  `
}

/** The hall, how it is laid out with how many seats, and whom to call about it. */
const placeOf = (venue: Venue, { layout }: Congress, loaded: LoadedRoad) => {
  const { congresses, terms } = words()
  const { name, contactName, contactPhone } = venue
  const seats = seatsIn(venue, layout)
  const own = seats === null ? '' : congresses.seats(seats)
  const said = layout === null ? own : withSeats(terms.layouts[layout], seats)
  return html`${loaded.may('viewer', venue.unitId) ? html`<a href=${`/venues/${venue.id}`}>${name}</a>` : name}
  ${said === '' ? nothing : html`<span class="muted">(${said})</span>`}
  ${contactName === '' && contactPhone === '' ? nothing : html`<br />${contactName} ${phoneLinks(contactPhone)}`}`
}

type Line = (label: string, value: unknown) => TemplateResult

/** Who else holds it and with what it is combined; nothing where it stands alone. */
const togetherOf = (congress: Congress, loaded: LoadedRoad, line: Line) => {
  const { fields } = words().congresses
  const hosts = hostNames(congress, loaded)
  return html`
    ${hosts === '' ? nothing : line(fields.hosts, hosts)}
    ${congress.combinedWith === '' ? nothing : line(fields.combinedWith, congress.combinedWith)}
  `
}

/** The congress above, or that there is one which this account may not see. */
const upperOf = ({ upperCongressId }: Congress, loaded: LoadedRoad) => {
  if (upperCongressId === null) return ''
  const upper = loaded.congress(upperCongressId)
  if (upper) return html`<a href=${`/congresses/${upper.id}`}>${shownTitle(upper, loaded)}</a>`
  const shown = loaded.road.upper.find(({ id }) => id === upperCongressId)
  return (shown && translated(shown.title)) ?? html`<span class="muted">${words().common.hidden}</span>`
}

const whenOf = (congress: Congress) => {
  const { congresses, terms } = words()
  const { dateFrom, dateTo, weekOf, halfDay, formerDate, formerDateTo, isDateInvented } = congress
  const main =
    dateFrom === null || dateTo === null
      ? weekOf === null
        ? congresses.noDate
        : congresses.week(formatShortDate(weekOf, language()))
      : dateFrom === dateTo
        ? `${terms.halfDays[halfDay]}, ${formatDateInSentence(dateFrom, language())}`
        : formatDateRange(dateFrom, dateTo, language())
  return html`
    ${main}
    ${formerDate === null ? nothing : html`<span class="muted">(${congresses.formerDate(formatDateRange(formerDate, formerDateTo ?? formerDate, language()))})</span>`}
    ${isDateInvented ? inventedBadge() : nothing}
  `
}
