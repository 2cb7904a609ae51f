import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { formatNumber } from '../../server/format/numbers.ts'
import type { Unit } from '../../server/units/schema.ts'
import { emptyVenue } from '../../server/venues/rules.ts'
import { layoutKinds, type LayoutKind, type NewVenue, type Venue } from '../../server/venues/schema.ts'
import { listBookings } from '../api/bookings.ts'
import { listUnits } from '../api/units.ts'
import { changeVenue, createVenue, deleteVenue, listVenues } from '../api/venues.ts'
import { comboField, numberField, textField } from '../parts/field.ts'
import { phoneField, phoneLinks } from '../parts/phone.ts'
import '../feeds/feed-button.ts'
import { RecordPage } from '../records/record-page.ts'
import { may } from '../session.ts'
import { icon } from '../style/icons.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { roomRowStyles, roomRows } from './room-rows.ts'
import { language, words } from '../words/words.ts'

/** The seats of every layout, null = the hall is not laid out so. */
type VenueFields = Omit<NewVenue, 'layouts'> & Record<LayoutKind, number | null>

const noLayouts: Record<LayoutKind, number | null> = {
  theatre: null,
  classroom: null,
  banquet: null,
  'u-shape': null,
  boardroom: null,
}

const fieldsOfVenue = ({ layouts, ...venue }: NewVenue): VenueFields => ({
  ...venue,
  ...noLayouts,
  ...Object.fromEntries(layouts.map(({ kind, capacity }) => [kind, capacity])),
})

const venueOf = ({
  unitId,
  name,
  address,
  capacity,
  rooms,
  contactName,
  contactPhone,
  ...seats
}: VenueFields): NewVenue => {
  const layouts = layoutKinds.flatMap((kind) => {
    const capacityThen = seats[kind]
    return capacityThen === null ? [] : [{ kind, capacity: capacityThen }]
  })
  return { unitId, name, address, capacity, layouts, rooms, contactName, contactPhone }
}

/** /venues — halls with their seats, so that clashes and shortages are found. */
@customElement('venues-page')
export class VenuesPage extends RecordPage<Venue, VenueFields> {
  static override styles = [
    ...RecordPage.styles,
    roomRowStyles,
    css`
      fieldset {
        display: grid;
        gap: var(--space);
      }
      legend {
        padding: 0;
      }
    `,
  ]

  #units: Unit[] = []
  /** How many bookings each venue has. */
  #bookings = new Map<string, number>()

  constructor() {
    super(['venues', 'units', 'bookings'], fieldsOfVenue({ ...emptyVenue, unitId: '', name: '' }))
  }

  protected text = () => words().records.venues
  protected async list(): Promise<Venue[]> {
    const [units, venues, bookings] = await Promise.all([listUnits(), listVenues(), listBookings()])
    this.#units = units
    this.#bookings = new Map()
    for (const { venueId } of bookings) this.#bookings.set(venueId, (this.#bookings.get(venueId) ?? 0) + 1)
    return venues
  }
  protected create = (values: VenueFields) => createVenue(venueOf(values))
  protected change = (id: string, values: VenueFields, version: number) =>
    changeVenue(id, { ...venueOf(values), version })
  protected deleteRecord = deleteVenue
  protected nameOf = ({ name }: Venue) => name
  protected mayChange = () => may('organizer')
  protected mayAdd = () => may('organizer') && this.#units.length > 0

  protected override more() {
    const { common } = words()
    return html`
      <feed-button
        kind="venue"
        .targets=${(this.records ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      ></feed-button>
      <a class="button" href="/api/venues.xlsx" download>${icon('download')} ${common.export}</a>
      ${
        may('organizer')
          ? html`<a class="button" href="/import/venues">${icon('upload')} ${common.import}</a>`
          : nothing
      }
    `
  }

  #bookingsOf({ id, name }: Venue) {
    const count = this.#bookings.get(id)
    if (count === undefined) return nothing
    return html`<a href=${`/venues/${id}`} aria-label=${words().venue.open(name)}
      >${formatNumber(count, language())}</a
    >`
  }

  #nameOfUnit = ({ unitId }: Venue): string => this.#units.find(({ id }) => id === unitId)?.name ?? ''

  protected columns() {
    const { fields } = words().records.venues
    return [
      {
        key: 'name',
        label: fields.name,
        text: ({ name }: Venue) => name,
        draw: ({ id, name }: Venue) => html`<a href=${`/venues/${id}`}>${name}</a>`,
      },
      { key: 'unit', label: fields.unitId, text: this.#nameOfUnit },
      { key: 'address', label: fields.address, text: ({ address }: Venue) => address },
      {
        key: 'capacity',
        label: fields.capacity,
        isNumber: true,
        text: ({ capacity }: Venue) => (capacity === null ? '' : formatNumber(capacity, language())),
        order: ({ capacity }: Venue) => capacity ?? -1,
      },
      {
        key: 'bookings',
        label: words().venue.bookings,
        isNumber: true,
        text: ({ id }: Venue) => String(this.#bookings.get(id) ?? ''),
        order: ({ id }: Venue) => this.#bookings.get(id) ?? 0,
        draw: (venue: Venue) => this.#bookingsOf(venue),
      },
      {
        key: 'calendar',
        label: words().shell.pages.calendar,
        isNarrow: true,
        isUnsorted: true,
        text: () => '',
        draw: ({ id, name }: Venue) =>
          html`<a
            class="button quiet small"
            href=${`/calendar?venue=${id}`}
            aria-label=${words().venue.calendarOf(name)}
            >${icon('calendar-days')} ${words().shell.pages.calendar}</a
          >`,
      },
      {
        key: 'contact',
        label: fields.contactPhone,
        text: ({ contactName, contactPhone }: Venue) => `${contactName} ${contactPhone}`.trim(),
        draw: ({ contactName, contactPhone }: Venue) =>
          contactName === '' && contactPhone === '' ? nothing : html`${contactName} ${phoneLinks(contactPhone)}`,
      },
    ]
  }

  protected fieldsOf(venue: Venue | null): VenueFields {
    if (!venue) return fieldsOfVenue({ ...emptyVenue, unitId: this.#units[0]?.id ?? '', name: '' })
    const { id: _id, version: _version, ...values } = venue
    return fieldsOfVenue(values)
  }

  protected fields() {
    const { fields } = words().records.venues
    const { form } = this
    return html`
      ${textField(form, 'name', { label: fields.name, maxLength: 200 })}
      ${comboField(form, 'unitId', {
        label: fields.unitId,
        choices: unitChoices(this.#units),
      })}
      <div class="columns">
        ${textField(form, 'address', { label: fields.address, isOptional: true, maxLength: 300 })}
        ${numberField(form, 'capacity', { label: fields.capacity, isOptional: true })}
        ${textField(form, 'contactName', { label: fields.contactName, isOptional: true, maxLength: 120 })}
        ${phoneField(form, 'contactPhone', fields.contactPhone)}
      </div>
      <fieldset>
        <legend class="label">${fields.layouts}</legend>
        <p class="help">${fields.layoutsHelp}</p>
        <div class="columns">
          ${layoutKinds.map((kind) => numberField(form, kind, { label: words().terms.layouts[kind], isOptional: true }))}
        </div>
      </fieldset>
      ${roomRows(form.values.rooms, form.faults['rooms'], (rooms) => form.set('rooms', rooms))}
    `
  }
}
