import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { formatNumber } from '../../server/format/numbers.ts'
import type { Unit } from '../../server/units/schema.ts'
import type { NewVenue, Venue } from '../../server/venues/schema.ts'
import { listUnits } from '../api/units.ts'
import { changeVenue, createVenue, deleteVenue, listVenues } from '../api/venues.ts'
import { comboField, numberField, textField } from '../parts/field.ts'
import '../feeds/feed-button.ts'
import { RecordPage } from '../records/record-page.ts'
import { may } from '../session.ts'
import { icon } from '../style/icons.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { language, words } from '../words/words.ts'

const emptyVenue: NewVenue = { unitId: '', name: '', address: '', capacity: null }

/** /venues — halls with their seats, so that clashes and shortages are found. */
@customElement('venues-page')
export class VenuesPage extends RecordPage<Venue, NewVenue> {
  #units: Unit[] = []

  constructor() {
    super(['venues', 'units'], emptyVenue)
  }

  protected text = () => words().records.venues
  protected async list(): Promise<Venue[]> {
    const [units, venues] = await Promise.all([listUnits(), listVenues()])
    this.#units = units
    return venues
  }
  protected create = (values: NewVenue) => createVenue(values)
  protected change = (id: string, values: NewVenue, version: number) => changeVenue(id, { ...values, version })
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

  #nameOfUnit = ({ unitId }: Venue): string => this.#units.find(({ id }) => id === unitId)?.name ?? ''

  protected columns() {
    const { fields } = words().records.venues
    return [
      { key: 'name', label: fields.name, text: ({ name }: Venue) => name },
      { key: 'unit', label: fields.unitId, text: this.#nameOfUnit },
      { key: 'address', label: fields.address, text: ({ address }: Venue) => address },
      {
        key: 'capacity',
        label: fields.capacity,
        isNumber: true,
        text: ({ capacity }: Venue) => (capacity === null ? '' : formatNumber(capacity, language())),
        order: ({ capacity }: Venue) => capacity ?? -1,
      },
    ]
  }

  protected fieldsOf(venue: Venue | null): NewVenue {
    if (!venue) return { ...emptyVenue, unitId: this.#units[0]?.id ?? '' }
    const { unitId, name, address, capacity } = venue
    return { unitId, name, address, capacity }
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
      </div>
    `
  }
}
