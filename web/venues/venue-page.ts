import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import {
  bookingKinds,
  repetitions,
  type Booking,
  type BookingChange,
  type BookingKind,
  type Repetition,
} from '../../server/bookings/schema.ts'
import { longestDays, occurrencesIn } from '../../server/bookings/rules.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { addDays, formatDateRange, formatShortDate, isDate } from '../../server/format/dates.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import type { Venue } from '../../server/venues/schema.ts'
import { changeBooking, createBooking, deleteBooking, listBookingsOf } from '../api/bookings.ts'
import { listVenues } from '../api/venues.ts'
import { factsOf, gridOf, shiftMonth } from '../calendar/month-facts.ts'
import { nameOfMonth } from '../calendar/month-grid.ts'
import { shownTitle } from '../congresses/shown-title.ts'
import { areaField, dateField, selectField, textField } from '../parts/field.ts'
import { phoneLinks } from '../parts/phone.ts'
import { RecordPage } from '../records/record-page.ts'
import { RoadSource, type LoadedRoad } from '../road/road-source.ts'
import { navigate, ViewState } from '../router.ts'
import { may } from '../session.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { metBy } from './met-by.ts'
import '../halls/hall-list.ts'

/** A booking as its form holds it: days may still be missing. */
interface BookingFields {
  kind: BookingKind
  fromDay: string | null
  fromTime: string
  toDay: string | null
  toTime: string
  repeats: Repetition
  repeatsUntil: string | null
  bookedBy: string
  note: string
}

const emptyBooking: BookingFields = {
  kind: 'rehearsal',
  fromDay: null,
  fromTime: '07:00',
  toDay: null,
  toTime: '11:30',
  repeats: 'none',
  repeatsUntil: null,
  bookedBy: '',
  note: '',
}

/** More congresses than these are unfolded: the month above shows them too. */
const mostOpen = 6

/** /venues/:id — what a hall holds, whom to call, and what takes it: its bookings, and the congresses of the road. */
@customElement('venue-page')
export class VenuePage extends RecordPage<Booking, BookingFields> {
  get #venueId(): string {
    return this.params['id'] ?? ''
  }

  @state() private venue: Venue | null = null
  @state() private venues: readonly Venue[] = []
  readonly #source = new RoadSource(this)
  readonly #view = new ViewState(this, { month: '' })

  constructor() {
    super(['bookings', 'venues'], emptyBooking)
  }

  static override styles = [
    ...RecordPage.styles,
    css`
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space) var(--space-3);
        margin-block-end: var(--space-2);
      }
      .facts > span {
        display: inline-flex;
        gap: var(--space-half);
        align-items: center;
        min-block-size: 24px;
        overflow-wrap: anywhere;
      }
      .calendar {
        margin-block-end: var(--space-2);
      }
      .calendar .row {
        margin-block-end: var(--space);
      }
      .calendar h2 {
        margin: 0;
        font-size: 1rem;
      }
      summary {
        min-block-size: 28px;
        cursor: pointer;
      }
      @media (pointer: coarse) {
        summary {
          min-block-size: 44px;
        }
      }
      summary h2 {
        display: inline;
      }
      .meetings {
        margin-block-end: var(--space-2);
      }
      .bookings {
        margin-block-end: var(--space);
      }
      .meetings a {
        display: inline-flex;
        align-items: center;
        min-block-size: 28px;
        overflow-wrap: anywhere;
      }
    `,
  ]

  protected text = () => ({ ...words().venue, heading: this.venue?.name ?? words().shell.pages.venue })
  protected async list(): Promise<Booking[]> {
    const [venues, bookings] = await Promise.all([listVenues(), listBookingsOf(this.#venueId)])
    this.venues = venues
    this.venue = venues.find(({ id }) => id === this.#venueId) ?? null
    return bookings
  }
  protected create = (values: BookingFields) => createBooking({ venueId: this.#venueId, ...bookingOf(values) })
  protected change = (id: string, values: BookingFields, version: number) =>
    changeBooking(id, { ...bookingOf(values), version })
  protected deleteRecord = deleteBooking
  protected nameOf = (booking: Booking) => `${words().terms.bookingKinds[booking.kind]} ${spanOf(booking)}`
  protected override sentenceOf(written: unknown): string {
    const { loaded } = this.#source
    const [met, ...others] = loaded ? metBy(loaded, written as Booking, this.venue?.unitId ?? '') : []
    return met === undefined ? super.sentenceOf(written) : words().venue.savedButMeets(met, others.length)
  }
  protected mayChange = () => this.venue !== null && may('organizer')
  protected mayAdd = () => this.mayChange()

  protected override more() {
    return html`
      ${
        this.mayChange()
          ? html`<a class="button" href=${`/venues?edit=${this.#venueId}`}
              >${icon('pencil')} ${words().records.venues.edit}</a
            >`
          : nothing
      }
      <a class="button" href=${`/calendar?venue=${this.#venueId}`}
        >${icon('calendar-days')} ${words().shell.pages.calendar}</a
      >
    `
  }

  protected override above() {
    const { venue, terms, records } = words()
    if (!this.venue) return nothing
    const { address, capacity, layouts, rooms, contactName, contactPhone } = this.venue
    const seats = (count: number) => formatNumber(count, language())
    return html`
      <div class="facts">
        ${address === '' ? nothing : html`<span>${icon('landmark')} ${address}</span>`}
        ${capacity === null ? nothing : html`<span>${records.venues.fields.capacity}: ${seats(capacity)}</span>`}
        ${layouts.map((layout) => html`<span>${terms.layouts[layout.kind]}: ${seats(layout.capacity)}</span>`)}
        ${rooms.map((room) => html`<span>${room.name}${room.capacity === null ? '' : `: ${seats(room.capacity)}`}</span>`)}
        ${
          contactPhone === '' && contactName === ''
            ? html`<span class="muted">${venue.nobodyToCall}</span>`
            : html`<span>${icon('phone')} ${contactName} ${phoneLinks(contactPhone)}</span>`
        }
      </div>
      <hall-list .venue=${this.venue} .venues=${this.venues} ?readonly=${!this.mayChange()}></hall-list>
      ${this.#source.loaded ? this.#uses(this.#source.loaded) : nothing}
      <h2 class="bookings">${venue.bookings}</h2>
    `
  }

  /** The congresses of the road that are held here, the earliest first. */
  #meetings({ road }: LoadedRoad): Congress[] {
    return road.congresses
      .filter(({ venueId, state: at }) => venueId === this.#venueId && at !== 'cancelled')
      .sort((one, other) => (one.dateFrom ?? '9999').localeCompare(other.dateFrom ?? '9999'))
  }

  /** The next day on which something is here; today where nothing is. */
  #nextUse(meetings: readonly Congress[], today: string): string {
    const booked = (this.records ?? []).flatMap(
      (each) => occurrencesIn(each, today, addDays(today, longestDays))[0] ?? [],
    )
    const days = [...meetings.map(({ dateTo }) => dateTo ?? ''), ...booked.map(({ toDay }) => toDay)]
    return days.filter((date) => date >= today).sort()[0] ?? today
  }

  #uses(loaded: LoadedRoad) {
    const meetings = this.#meetings(loaded)
    const shown = this.#view.get('month')
    const month = isDate(`${shown}-01`) ? shown : this.#nextUse(meetings, loaded.road.today).slice(0, 7)
    return html`
      ${this.#month(loaded, month)}
      ${
        meetings.length === 0
          ? nothing
          : html`<details class="meetings" ?open=${meetings.length <= mostOpen}>
              <summary><h2>${words().venue.congresses} (${meetings.length})</h2></summary>
              <ul>
                ${meetings.map((congress) => this.#meeting(congress, shownTitle(congress, loaded)))}
              </ul>
            </details>`
      }
    `
  }

  /** What takes the hall, day by day; a day leads to the calendar. */
  #month(loaded: LoadedRoad, month: string) {
    const { calendar } = words()
    const days = loaded.road.days.filter(({ kind }) => kind !== 'anniversary')
    const road = { ...loaded.road, days, leaves: [], bookings: this.records ?? [] }
    const facts = factsOf(road, gridOf(month), { levelId: '', postId: '', venueId: this.#venueId })
    const go = (by: number) => this.#view.set({ month: shiftMonth(month, by) }, { push: true })
    return html`<section class="calendar" aria-labelledby="month">
      <div class="row">
        <button
          class="button icon-only"
          aria-label=${calendar.earlier}
          title=${calendar.earlier}
          @click=${() => go(-1)}
        >
          ${icon('chevron-left')}
        </button>
        <h2 id="month" aria-live="polite">${nameOfMonth(month)}</h2>
        <button class="button icon-only" aria-label=${calendar.later} title=${calendar.later} @click=${() => go(1)}>
          ${icon('chevron-right')}
        </button>
      </div>
      <month-grid
        .loaded=${loaded}
        .facts=${facts}
        .month=${month}
        @day-chosen=${({ detail }: CustomEvent<string>) =>
          navigate(`/calendar?venue=${this.#venueId}&month=${month}&day=${detail}`)}
      ></month-grid>
    </section>`
  }

  #meeting({ id, dateFrom, dateTo, halfDay }: Congress, title: string) {
    const { terms, congresses } = words()
    const when =
      dateFrom === null || dateTo === null
        ? congresses.noDate
        : `${formatDateRange(dateFrom, dateTo, language())}, ${terms.halfDays[halfDay].toLocaleLowerCase('vi')}`
    return html`<li><a href=${`/congresses/${id}`}>${title}</a> <span class="muted">${when}</span></li>`
  }

  protected columns() {
    const { venue, terms } = words()
    const { fields } = venue
    return [
      { key: 'when', label: venue.when, text: spanOf, order: ({ fromDay, fromTime }: Booking) => fromDay + fromTime },
      { key: 'kind', label: fields.kind, text: ({ kind }: Booking) => terms.bookingKinds[kind] },
      { key: 'repeats', label: fields.repeats, text: repetitionOf },
      { key: 'bookedBy', label: fields.bookedBy, text: ({ bookedBy }: Booking) => bookedBy },
      { key: 'note', label: fields.note, text: ({ note }: Booking) => note },
    ]
  }

  protected fieldsOf(booking: Booking | null): BookingFields {
    if (!booking) return emptyBooking
    const { id: _id, venueId: _venueId, version: _version, ...values } = booking
    return values
  }

  protected fields() {
    const { venue, terms } = words()
    const { fields } = venue
    const { form } = this
    return html`
      <div class="columns">
        ${selectField(form, 'kind', {
          label: fields.kind,
          choices: bookingKinds.map((kind) => [kind, terms.bookingKinds[kind]] as const),
        })}
        ${textField(form, 'bookedBy', { label: fields.bookedBy, maxLength: 200 })}
        ${dateField(form, 'fromDay', { label: fields.fromDay })}
        ${textField(form, 'fromTime', { label: fields.fromTime, type: 'time' })}
        ${dateField(form, 'toDay', { label: fields.toDay, help: fields.toDayHelp, isOptional: true })}
        ${textField(form, 'toTime', { label: fields.toTime, type: 'time', ...(endsEarly(form.values) ? { help: fields.toTimeHelp } : {}) })}
        ${selectField(form, 'repeats', {
          label: fields.repeats,
          choices: repetitions.map((each) => [each, venue.repetitions[each]] as const),
        })}
        ${form.values.repeats === 'none' ? nothing : dateField(form, 'repeatsUntil', { label: fields.repeatsUntil })}
      </div>
      ${areaField(form, 'note', { label: fields.note, isOptional: true, maxLength: 500 })}
    `
  }
}

/** What is sent: without a last day it ends on its first, without repetition it has no last one; no day is refused. */
const bookingOf = ({ fromDay, toDay, repeatsUntil, ...values }: BookingFields): Omit<BookingChange, 'version'> => ({
  ...values,
  fromDay: fromDay ?? '',
  toDay: toDay ?? fromDay ?? '',
  repeatsUntil: values.repeats === 'none' ? null : repeatsUntil,
})

/** Its end lies before its begin on the same day: it may be meant for after midnight. */
const endsEarly = ({ fromDay, fromTime, toDay, toTime }: BookingFields): boolean =>
  (toDay === null || toDay === fromDay) && toTime !== '' && toTime <= fromTime

/** «07:00 25/6/2020 – 11:30 25/6/2020» */
const spanOf = ({ fromDay, fromTime, toDay, toTime }: Booking): string => {
  const write = (date: string) => formatShortDate(date, language())
  const end = toDay === fromDay ? toTime : `${toTime} ${write(toDay)}`
  return `${write(fromDay)} ${fromTime} – ${end}`
}

const repetitionOf = ({ repeats, repeatsUntil }: Booking): string => {
  const { venue } = words()
  if (repeats === 'none' || repeatsUntil === null) return ''
  return venue.until(venue.repetitions[repeats], formatShortDate(repeatsUntil, language()))
}
