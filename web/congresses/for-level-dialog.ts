import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { halfDays, type HalfDay } from '../../server/congresses/schema.ts'
import { createForLevel } from '../api/congresses.ts'
import { levelName } from '../cycles/level-name.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, comboField, numberField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { translated, words } from '../words/words.ts'
import { chipsOf, listLevelUnits, type LevelChoice, type LevelUnit } from './level-choice.ts'
import './level-units.ts'
import '../parts/chip-choice.ts'
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
  /** Which units are meant; empty and null = any. */
  types: readonly string[]
  blocks: readonly string[]
  underId: string | null
}

/** Creates a congress for every unit that is chosen: which units, what each gets, and the preview of both. */
@customElement('for-level-dialog')
export class ForLevelDialog extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  readonly #form = new Form<Fields>(this, emptyFields)
  /** Units that were taken or left out by hand, whatever is proposed. */
  @state() private byHand: ReadonlyMap<string, boolean> = new Map()
  /** The level that form and hand-picked units belong to. */
  #levelId = ''

  static override styles = [
    ...controls,
    css`
      .gets {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
      /* The names of forms are long. */
      .gets > :nth-child(-n + 2) {
        grid-column: span 2;
      }
      summary {
        min-block-size: 1.5rem;
        font-size: var(--size-dense);
        font-weight: 500;
        cursor: pointer;
      }
      textarea.input {
        min-block-size: var(--control);
        field-sizing: content;
      }
      .preview {
        padding-block-start: var(--space-2);
        border-block-start: 1px solid var(--line);
      }
      .preview > .row {
        margin-block-end: var(--space);
      }
      @media (max-width: 700px) {
        .gets {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        summary {
          min-block-size: 2.75rem;
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const level = this.loaded.road.levels[0]
    this.#levelId = level?.id ?? ''
    this.#form.begin({ ...emptyFields, levelId: this.#levelId, form: level?.forms[0] ?? '' })
  }

  get #level() {
    return this.loaded.road.levels.find(({ id }) => id === this.#form.values.levelId)
  }

  protected override willUpdate(): void {
    const { levelId, form } = this.#form.values
    if (levelId === this.#levelId) return
    this.#levelId = levelId
    this.byHand = new Map()
    const forms = this.#level?.forms ?? []
    if (!forms.includes(form)) this.#form.set('form', forms[0] ?? '')
  }

  get #choice(): LevelChoice {
    const { types, blocks, underId, ...request } = this.#form.values
    return { wish: { types, blocks, underId }, byHand: this.byHand, request }
  }

  override render() {
    const { congresses, common } = words()
    const { forLevel } = congresses
    const form = this.#form
    const units = listLevelUnits(this.loaded, this.#choice)
    const created = units.filter(({ congress }) => congress !== null)
    return html`
      <modal-dialog
        wide
        heading=${forLevel.heading}
        ?guarded=${form.isChanged || this.byHand.size > 0}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="level" @submit=${(event: SubmitEvent) => this.#save(event, created)}>
          ${this.#whichUnits()} ${this.#whatEachGets()} ${this.#preview(units, created.length)}
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

  #whichUnits() {
    const { fields, forLevel } = words().congresses
    const form = this.#form
    const { levels, units } = this.loaded.road
    const chips = (field: 'type' | 'block', name: 'types' | 'blocks', label: string) =>
      html`<chip-choice
        label=${label}
        .options=${chipsOf(this.loaded, this.#choice, field)}
        .chosen=${form.values[name]}
        @chosen-changed=${({ detail }: CustomEvent<string[]>) => form.set(name, detail)}
      ></chip-choice>`
    const hasBlocks = units.some(({ block }) => block !== '')
    return html`
      <div class="columns">
        ${selectField(form, 'levelId', {
          label: fields.level,
          choices: levels.map((level) => [level.id, levelName(level)] as const),
        })}
        ${comboField(form, 'underId', {
          label: forLevel.under,
          isOptional: true,
          choices: unitChoices(units),
        })}
      </div>
      ${chips('type', 'types', forLevel.types)}
      ${
        hasBlocks
          ? html`<details>
              <summary>${forLevel.byBlocks(form.values.blocks.length)}</summary>
              ${chips('block', 'blocks', forLevel.blocks)}
            </details>`
          : nothing
      }
    `
  }

  #whatEachGets() {
    const { congresses, terms } = words()
    const { fields, forLevel } = congresses
    const form = this.#form
    return html`
      <div class="columns gets">
        ${selectField(form, 'form', {
          label: fields.form,
          choices: (this.#level?.forms ?? []).map((each) => [each, translated(each)] as const),
        })}
        ${selectField(form, 'weeks', {
          label: forLevel.weeks,
          choices: [
            ['spread', forLevel.weeksSpread],
            ['none', forLevel.weeksNone],
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
    `
  }

  #preview(units: readonly LevelUnit[], created: number) {
    const { forLevel } = words().congresses
    const hasWeeks = units.some(({ congress }) => congress !== null && congress.weekOf !== null)
    return html`
      <section class="preview" aria-labelledby="preview">
        <div class="row spread">
          <h3 id="preview" aria-live="polite">${forLevel.preview(created)}</h3>
          ${
            this.byHand.size === 0
              ? nothing
              : html`<button class="link-button small" type="button" @click=${() => (this.byHand = new Map())}>
                  ${forLevel.asProposed}
                </button>`
          }
        </div>
        ${
          created > 0 && this.#form.values.weeks === 'spread' && !hasWeeks
            ? html`<p class="help">${forLevel.noWeeks}</p>`
            : nothing
        }
        <level-units
          .units=${units}
          @unit-toggled=${({ detail }: CustomEvent<{ id: string; isChosen: boolean }>) =>
            (this.byHand = new Map([...this.byHand, [detail.id, detail.isChosen]]))}
        ></level-units>
      </section>
    `
  }

  async #save(event: SubmitEvent, created: readonly LevelUnit[]): Promise<void> {
    event.preventDefault()
    const request = { ...this.#choice.request, unitIds: created.map(({ id }) => id) }
    const isSaved = await this.#form.submit(() => createForLevel(this.loaded.road.cycle.id, request))
    if (!isSaved) return
    tellDone(words().congresses.done.createdMany(created.length))
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
  types: [],
  blocks: [],
  underId: null,
}
