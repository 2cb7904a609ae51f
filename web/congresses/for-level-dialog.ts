import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { planForLevel } from '../../server/congresses/planner.ts'
import { halfDays, type CongressesForLevel, type HalfDay } from '../../server/congresses/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { createForLevel } from '../api/congresses.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, comboField, numberField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { language, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

interface Fields {
  levelId: string
  form: string
  theme: string
  ordinal: string
  halfDay: HalfDay
  weeks: 'none' | 'spread'
  expectedDelegates: number | null
  /** Which units: of this type and under this unit; null = any. */
  type: string | null
  underId: string | null
}

const previewLength = 8

/** Creates a congress for every unit that is chosen, with the preview of the very function that the server runs. */
@customElement('for-level-dialog')
export class ForLevelDialog extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  readonly #form = new Form<Fields>(this, emptyFields)

  static override styles = [
    ...controls,
    css`
      .preview {
        padding: var(--space) var(--space-2);
        border-radius: var(--radius-small);
        background: var(--sunken);
        font-size: var(--size-dense);
      }
      .preview li {
        padding-block: 0.125rem;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const level = this.loaded.road.levels[0]
    this.#form.begin({ ...emptyFields, levelId: level?.id ?? '', form: level?.forms[0] ?? '' })
  }

  get #request(): CongressesForLevel {
    const { type, underId, ...values } = this.#form.values
    const { road, line, may } = this.loaded
    // A unit holds its congress at one level: one that has its own elsewhere is not proposed here.
    const elsewhere = new Set(
      road.congresses.filter(({ levelId }) => levelId !== values.levelId).map(({ unitId }) => unitId),
    )
    // At the lowest level those that others stand under hold nothing: their own is higher up.
    const isLowest = road.levels.find(({ id }) => id === values.levelId)?.position === 0
    const parents = new Set(road.units.map(({ parentId }) => parentId))
    const units = road.units.filter(
      (unit) =>
        !elsewhere.has(unit.id) &&
        !(isLowest && parents.has(unit.id)) &&
        may('organizer', unit.id) &&
        (type === null || unit.type === type) &&
        (underId === null || line(unit.id).slice(1).includes(underId)),
    )
    return { ...values, unitIds: units.map(({ id }) => id) }
  }

  override render() {
    const { congresses, common, terms } = words()
    const { forLevel, fields } = congresses
    const form = this.#form
    const { road } = this.loaded
    const level = road.levels.find(({ id }) => id === form.values.levelId)
    const types = [...new Set(road.units.map(({ type }) => type).filter((type) => type !== ''))]
    const plan = planForLevel(this.#request, road)
    const created = plan.flatMap(({ congress }) => congress ?? [])
    return html`
      <modal-dialog
        wide
        heading=${forLevel.heading}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="level" @submit=${(event: SubmitEvent) => this.#save(event, created.length)}>
          <div class="columns">
            ${selectField(form, 'levelId', {
              label: fields.level,
              choices: road.levels.map(({ id, name }) => [id, name] as const),
            })}
            ${selectField(form, 'form', {
              label: fields.form,
              choices: (level?.forms ?? []).map((each) => [each, each] as const),
            })}
            ${selectField(form, 'type', {
              label: forLevel.type,
              emptyWord: forLevel.anyType,
              choices: types.map((type) => [type, type] as const),
            })}
            ${comboField(form, 'underId', {
              label: forLevel.under,
              isOptional: true,
              choices: road.units.map(({ id, name }) => ({ value: id, label: name })),
            })}
            ${selectField(form, 'weeks', {
              label: forLevel.weeks,
              choices: [
                ['none', forLevel.weeksNone],
                ['spread', forLevel.weeksSpread],
              ],
            })}
            ${selectField(form, 'halfDay', {
              label: fields.halfDay,
              choices: halfDays.map((half) => [half, terms.halfDays[half]] as const),
            })}
            ${textField(form, 'ordinal', { label: fields.ordinal, isOptional: true, maxLength: 12 })}
            ${numberField(form, 'expectedDelegates', { label: fields.expectedDelegates, isOptional: true })}
          </div>
          ${areaField(form, 'theme', { label: fields.theme, isOptional: true, maxLength: 500 })}
          <div class="preview" aria-live="polite">
            <p><strong>${forLevel.preview(created.length, plan.length - created.length)}</strong></p>
            <ul>
              ${created
                .slice(0, previewLength)
                .map(
                  ({ title, weekOf }) =>
                    html`<li>
                      ${title}
                      ${weekOf === null ? nothing : html`<span class="muted">${congresses.week(formatShortDate(weekOf, language()))}</span>`}
                    </li>`,
                )}
              ${created.length > previewLength ? html`<li>…</li>` : nothing}
            </ul>
          </div>
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="level" ?disabled=${created.length === 0} aria-busy=${form.isSending}>
            ${forLevel.create(created.length)}
          </button>
        </div>
      </modal-dialog>
    `
  }

  async #save(event: SubmitEvent, count: number): Promise<void> {
    event.preventDefault()
    const isSaved = await this.#form.submit(() => createForLevel(this.loaded.road.cycle.id, this.#request))
    if (!isSaved) return
    tellDone(words().congresses.done.createdMany(count))
    this.tell('congress-saved')
  }
}

const emptyFields: Fields = {
  levelId: '',
  form: '',
  theme: '',
  ordinal: '',
  halfDay: 'morning',
  weeks: 'spread',
  expectedDelegates: null,
  type: null,
  underId: null,
}
