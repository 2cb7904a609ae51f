import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { parentCongressFor, proposeAssembly, proposeTitle, unknownYet } from '../../server/congresses/rules.ts'
import {
  assemblies,
  halfDays,
  type Congress,
  type CongressChange,
  type NewCongress,
} from '../../server/congresses/schema.ts'
import { addDays, daysBetween, mondayOf } from '../../server/format/dates.ts'
import { formatNumber } from '../../server/format/numbers.ts'
import { layoutIn } from '../../server/venues/rules.ts'
import { changeCongress, createCongress } from '../api/congresses.ts'
import { ApiError } from '../api/request.ts'
import { levelName } from '../cycles/level-name.ts'
import { wordValue } from '../history/word-changes.ts'
import { WordsElement } from '../parts/element.ts'
import type { ComparedField } from '../parts/error-panel.ts'
import {
  areaField,
  checkField,
  comboField,
  dateField,
  multiComboField,
  numberField,
  selectField,
  textField,
} from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { sourceFields, type Sourced } from '../results/source-fields.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { language, translated, words } from '../words/words.ts'
import { layoutField } from './layout-field.ts'
import { shownTitle } from './shown-title.ts'
import { wordDoubts } from './word-doubts.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

type Fields = Required<Omit<CongressChange, 'version'>>

/**
 * The dialog in which a congress is created or changed: `<congress-form .loaded .congress>`; without a congress a new
 * one. Tells `congress-saved` and `dialog-closed`.
 */
@customElement('congress-form')
export class CongressForm extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) congress: Congress | null = null
  /** Version that is changed: the one that was read, or the newer one after «Giữ của tôi». */
  #version = 1
  readonly #form = new Form<Fields>(this, emptyFields)

  static override styles = [
    ...controls,
    css`
      textarea.input {
        min-block-size: 3.5rem;
        field-sizing: content;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.congress) this.#take(this.congress)
    else this.#form.begin({ ...emptyFields, levelId: this.loaded.road.levels[0]?.id ?? '', form: this.#forms[0] ?? '' })
  }

  /** The name that was proposed last. */
  #proposed = ''
  #firstDay: string | null = null
  #firstVenueId: string | null = null

  #take(congress: Congress): void {
    this.#version = congress.version
    this.#firstDay = congress.dateFrom
    this.#firstVenueId = congress.venueId
    this.#form.begin({ ...emptyFields, ...fieldsOf(congress) })
  }

  get #level() {
    return this.loaded.road.levels.find(({ id }) => id === this.#form.values.levelId)
  }

  get #venue() {
    return this.loaded.venue(this.#form.values.venueId ?? '')
  }

  get #forms(): string[] {
    return this.#level?.forms ?? this.loaded.road.levels[0]?.forms ?? []
  }

  override render() {
    const { congresses, common } = words()
    const form = this.#form
    return html`
      <modal-dialog
        wide
        heading=${this.congress ? congresses.edit : congresses.add}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="congress" @submit=${(event: SubmitEvent) => this.#save(event)}>
          ${this.#identity()} ${this.#time()} ${this.congress ? this.#why() : nothing} ${this.#people()}
          ${this.#doubts()}
          <error-panel
            .error=${form.error}
            .compared=${this.#compared()}
            @mine-kept=${() => this.#keepMine()}
            @theirs-taken=${() => this.#takeTheirs()}
          ></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="congress" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  #identity() {
    const { fields } = words().congresses
    const form = this.#form
    const { levels, units } = this.loaded.road
    return html`
      <div class="columns">
        ${selectField(form, 'levelId', { label: fields.level, choices: levels.map((level) => [level.id, levelName(level)] as const) })}
        ${comboField(form, 'unitId', {
          label: fields.unit,
          choices: unitChoices(units),
        })}
        ${selectField(form, 'form', {
          label: fields.form,
          choices: [...new Set([...this.#forms, form.values.form])]
            .filter(Boolean)
            .map((name) => [name, translated(name)] as const),
        })}
        ${textField(form, 'ordinal', { label: fields.ordinal, help: fields.ordinalHelp, isOptional: true, maxLength: 12 })}
      </div>
      ${areaField(form, 'title', { label: fields.title, help: fields.titleHelp, maxLength: 300 })}
      <div>
        <button class="link-button" type="button" @click=${() => this.#propose()}>${fields.propose}</button>
      </div>
      ${areaField(form, 'theme', { label: fields.theme, isOptional: true, maxLength: 500 })}
    `
  }

  #time() {
    const { congresses, terms } = words()
    const { fields } = congresses
    const form = this.#form
    const halves = halfDays.map((half) => [half, terms.halfDays[half]] as const)
    return html`
      <div class="columns">
        ${dateField(form, 'dateFrom', { label: fields.dateFrom, isOptional: true })}
        ${dateField(form, 'dateTo', { label: fields.dateTo, isOptional: true })}
        ${selectField(form, 'halfDay', { label: fields.halfDay, choices: halves })}
        ${
          form.values.dateFrom === null
            ? dateField(form, 'weekOf', { label: fields.weekOf, help: fields.weekHelp, isOptional: true })
            : nothing
        }
      </div>
    `
  }

  #people() {
    const { congresses, terms } = words()
    const { fields } = congresses
    const form = this.#form
    const { venues, posts } = this.loaded.road
    const uppers = this.loaded.road.congresses.filter(({ id }) => id !== this.congress?.id)
    return html`
      <div class="columns">
        ${comboField(form, 'venueId', {
          label: fields.venue,
          isOptional: true,
          choices: venues.map(({ id, name, capacity }) => ({
            value: id,
            label: name,
            detail: capacity === null ? '' : formatNumber(capacity, language()),
          })),
        })}
        ${layoutField(form, this.#venue)}
        ${comboField(form, 'upperCongressId', {
          label: fields.upper,
          isOptional: true,
          choices: uppers.map((upper) => ({ value: upper.id, label: shownTitle(upper, this.loaded) })),
        })}
        ${numberField(form, 'expectedDelegates', { label: fields.expectedDelegates, isOptional: true })}
        ${numberField(form, 'expectedGuests', { label: fields.expectedGuests, isOptional: true })}
        ${selectField(form, 'assembly', {
          label: fields.assembly,
          choices: assemblies.map((each) => [each, terms.assemblies[each]] as const),
          emptyWord: words().common.notSet,
        })}
      </div>
      ${multiComboField(form, 'postIds', {
        label: fields.leaders,
        isOptional: true,
        choices: posts.map(({ id, name, holders }) => ({
          value: id,
          label: translated(name),
          detail: holders.at(-1)?.personName ?? '',
        })),
      })}
      ${this.#together()} ${checkField(form, 'isPilot', { label: fields.isPilot })}
      ${areaField(form, 'note', { label: fields.note, isOptional: true, maxLength: 2000 })}
    `
  }

  /** Who else holds it, and with what it is combined. */
  #together() {
    const { fields } = words().congresses
    const form = this.#form
    const { units } = this.loaded.road
    const blocks = [...new Set(units.map(({ block }) => block))].filter(Boolean)
    return html`
      ${multiComboField(form, 'hostUnitIds', {
        label: fields.hosts,
        help: fields.hostsHelp,
        isOptional: true,
        choices: unitChoices(
          units.filter(({ id }) => id !== form.values.unitId),
          units,
        ),
      })}
      <div class="columns">
        ${comboField(form, 'hostBlock', {
          label: fields.hostBlock,
          isOptional: true,
          choices: blocks.map((block) => ({ value: block, label: translated(block) })),
        })}
        ${textField(form, 'combinedWith', { label: fields.combinedWith, help: fields.combinedHelp, isOptional: true, maxLength: 200 })}
      </div>
    `
  }

  #why() {
    const { fields } = words().congresses
    const form = this.#form
    const isMoved = form.values.dateFrom !== this.congress?.dateFrom || form.values.dateTo !== this.congress.dateTo
    if (!isMoved) return nothing
    return html`
      <div class="columns">
        ${textField(form, 'reason', { label: fields.reason, help: fields.reasonHelp, isOptional: true, maxLength: 500 })}
        ${textField(form, 'paperNumber', { label: fields.paperNumber, isOptional: true, maxLength: 80 })}
      </div>
      ${sourceFields(form as unknown as Form<Sourced>)}
    `
  }

  /** What would be doubtful about the congress as it is written: it may be saved all the same. */
  #doubts() {
    const sentences = wordDoubts({ ...whole(this.#form.values), id: this.congress?.id ?? '' }, this.loaded)
    if (sentences.length === 0) return nothing
    return html`<div class="notice amber" role="status">
      ${icon('triangle-alert')}
      <div>
        <p>${words().congresses.doubts.heading}</p>
        <ul>
          ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>
      </div>
    </div>`
  }

  protected override willUpdate(): void {
    this.#followFirstDay()
    this.#followVenue()
    if (!this.congress) this.#followUnitAndLevel()
  }

  /** Another first day takes the last one along: a congress that moves stays as long as it was. */
  #followFirstDay(): void {
    const { dateFrom, dateTo } = this.#form.values
    const before = this.#firstDay
    this.#firstDay = dateFrom
    if (dateFrom === before || before === null || dateTo === null) return
    this.#form.set('dateTo', dateFrom === null ? null : addDays(dateTo, daysBetween(before, dateFrom)))
  }

  /** Another hall is laid out in the same way where it can be. */
  #followVenue(): void {
    const { venueId, layout } = this.#form.values
    if (venueId === this.#firstVenueId) return
    this.#firstVenueId = venueId
    this.#form.set('layout', layoutIn(layout, this.#venue))
  }

  /** A new congress takes its form from the level, and its name from unit and form until a name was typed. */
  #followUnitAndLevel(): void {
    const forms = this.#forms
    if (!forms.includes(this.#form.values.form)) this.#form.set('form', forms[0] ?? '')
    const { title, unitId, form } = this.#form.values
    if (title !== this.#proposed || unitId === '' || form === '') return
    this.#propose()
    this.#proposed = this.#form.values.title
  }

  /** Title, assembly type and upper congress as the rules propose them. */
  #propose(): void {
    const { values } = this.#form
    const unit = this.loaded.unit(values.unitId)
    const level = this.#level
    if (!unit || !level) return
    const { cycle } = this.loaded.road
    this.#form.set('title', proposeTitle(unit, level, { form: values.form, ordinal: values.ordinal, cycle }))
    this.#form.set('assembly', proposeAssembly(unit.staffNumber, level.staffThreshold))
    this.#form.set('upperCongressId', parentCongressFor(unit, level, this.loaded.road)?.id ?? null)
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { congress } = this
    const isSaved = await this.#form.submit(({ reason, paperNumber, sourceKind, source, ...fields }) => {
      const why = { reason, paperNumber, sourceKind, source }
      const values = whole(fields)
      if (congress) return changeCongress(congress.id, { ...values, ...why, version: this.#version })
      return createCongress({ ...values, cycleId: this.loaded.road.cycle.id })
    }, this.#reversed())
    if (!isSaved) return
    const { done } = words().congresses
    tellDone(congress ? done.saved : done.created)
    this.tell('congress-saved')
  }

  #reversed() {
    const { dateFrom, dateTo } = this.#form.values
    return dateFrom && dateTo && dateTo < dateFrom ? { dateTo: words().errors.rules.reversed } : {}
  }

  get #theirs(): Congress | null {
    const { error } = this.#form
    return error instanceof ApiError ? ((error.current as Congress | null | undefined) ?? null) : null
  }

  #compared(): ComparedField[] {
    const theirs = this.#theirs
    if (!theirs) return []
    const mine = this.#form.values as Record<string, unknown>
    const text = (value: unknown) => (value === null || value === undefined ? '' : wordValue(String(value)))
    const { fields } = words().congresses
    const named = Object.entries(fields).filter(([name]) => name in mine && name in theirs)
    return named.map(([name, label]) => ({
      label: label as string,
      mine: text(mine[name]),
      theirs: text((theirs as Record<string, unknown>)[name]),
    }))
  }

  #keepMine(): void {
    this.#version = this.#theirs?.version ?? this.#version
    this.#form.error = null
    this.requestUpdate()
  }

  #takeTheirs(): void {
    if (this.#theirs) this.#take(this.#theirs)
    else this.tell('form-closed')
  }
}

const emptyFields: Fields = {
  levelId: '',
  unitId: '',
  form: '',
  title: '',
  ...unknownYet,
  reason: '',
  paperNumber: '',
  sourceKind: 'own',
  source: '',
}

/** What is sent: one day may be typed once, a week is kept as its Monday, and a choice that was cleared is null. */
const whole = <T extends Pick<Fields, 'dateFrom' | 'dateTo' | 'weekOf' | 'hostBlock'>>(fields: T): T => ({
  ...fields,
  dateTo: fields.dateTo ?? fields.dateFrom,
  hostBlock: (fields.hostBlock as string | null) ?? '',
  weekOf: fields.dateFrom || !fields.weekOf ? null : mondayOf(fields.weekOf),
})

/** The fields of a congress that its form changes. */
const fieldsOf = (congress: Congress): Omit<NewCongress, 'cycleId'> =>
  Object.fromEntries(
    Object.keys(emptyFields)
      .filter((name) => name in congress)
      .map((name) => [name, congress[name as keyof Congress]]),
  ) as never
