import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { foldForSearch } from '../../server/format/search.ts'
import type { CycleStart } from '../../server/cycles/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { startCycle } from '../api/cycles.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField, numberField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { radioField } from '../parts/radio-field.ts'
import { controls } from '../style/controls.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { words } from '../words/words.ts'
import { likelyYear, templateLevels, templateName, unconfirmedOf } from './template-levels.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

interface Fields {
  template: CycleStart['template']
  unitId: string | null
  unitName: string
  year: number | null
  isUpperShown: boolean
}

const templates = ['two-levels-2025', 'three-levels-2019', 'empty'] as const

/** Begins a road: `<cycle-start-dialog .template=${'empty'} .units=${…} @cycle-started @dialog-closed>`. */
@customElement('cycle-start-dialog')
export class CycleStartDialog extends WordsElement {
  @property({ attribute: false }) template: CycleStart['template'] = 'two-levels-2025'
  @property({ attribute: false }) units: readonly Unit[] = []
  readonly #form = new Form<Fields>(this, {
    template: 'two-levels-2025',
    unitId: null,
    unitName: '',
    year: null,
    isUpperShown: true,
  })

  static override styles = [
    ...controls,
    css`
      ol {
        padding-inline-start: 1.25rem;
        list-style: decimal;
      }
      .holds {
        padding: var(--space) var(--space-2);
        border-radius: var(--radius);
        background: var(--sunken);
        font-size: var(--size-dense);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    const { template } = this
    const year = likelyYear(template, new Date().getFullYear())
    this.#form.begin({ template, unitId: keeperAmong(this.units)?.id ?? null, unitName: '', year, isUpperShown: true })
  }

  override render() {
    const { firstRun, common, records } = words()
    const { fields } = firstRun
    const { fields: upper } = records.cycle
    const form = this.#form
    const { template, unitId, year } = form.values
    return html`
      <modal-dialog
        heading=${firstRun.template.heading}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('dialog-closed')}
      >
        <form class="form" id="cycle" @submit=${(event: SubmitEvent) => this.#start(event)}>
          ${radioField<Fields, Fields['template']>(form, 'template', {
            label: fields.template,
            choices: templates.map((value) => ({ value, label: templateName(value) })),
          })}
          ${
            this.units.length === 0
              ? nothing
              : selectField(form, 'unitId', {
                  label: fields.unit,
                  emptyWord: fields.newUnit,
                  choices: unitChoices(this.units).map(({ value, label }) => [value, label] as const),
                })
          }
          ${
            unitId === null
              ? textField(form, 'unitName', { label: fields.unitName, help: fields.unitNameHelp, maxLength: 200 })
              : nothing
          }
          ${numberField(form, 'year', { label: fields.year })}
          ${year === null || year < 2000 || year > 2100 ? nothing : this.#holds(template, year)}
          ${checkField(form, 'isUpperShown', { label: upper.isUpperShown, help: upper.isUpperShownHelp })}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('dialog-closed')}>${common.cancel}</button>
          <button class="button primary" form="cycle" aria-busy=${form.isSending}>${firstRun.template.action}</button>
        </div>
      </modal-dialog>
    `
  }

  /** What will stand there: everything of it can be changed afterwards. */
  #holds(template: CycleStart['template'], year: number) {
    const remarks = unconfirmedOf(template)
    return html`
      <div class="holds">
        <p>${words().firstRun.holds}</p>
        ${templateLevels(template, year)}
        ${
          remarks.length === 0
            ? nothing
            : html`<details>
                <summary>${words().firstRun.unconfirmed(remarks.length)}</summary>
                <ul>
                  ${remarks.map((remark) => html`<li>${remark}</li>`)}
                </ul>
              </details>`
        }
      </div>
    `
  }

  async #start(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = this.#form
    const { rules } = words().errors
    const isFilled = form.refuse({
      unitName: form.values.unitId === null && form.values.unitName.trim() === '' ? rules.required : '',
      year: form.values.year === null ? rules.required : '',
    })
    if (!isFilled) return
    let cycleId = ''
    const isStarted = await form.submit(async ({ year, ...start }) => {
      ;({ cycleId } = await startCycle({ ...start, year: year ?? 0 }))
    })
    if (isStarted) this.tell('cycle-started', cycleId)
  }
}

/** Who likely keeps a road: a province among the units, else the topmost one. */
const keeperAmong = (units: readonly Unit[]): Unit | undefined =>
  units.find(({ type, validTo }) => validTo === null && /^(tinh|thanh pho truc thuoc)/.test(foldForSearch(type))) ??
  units.find(({ parentId }) => parentId === null) ??
  units[0]

declare global {
  interface HTMLElementTagNameMap {
    'cycle-start-dialog': CycleStartDialog
  }
}
