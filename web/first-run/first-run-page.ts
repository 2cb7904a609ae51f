import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { CycleStart } from '../../server/cycles/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { loadExample, startCycle } from '../api/cycles.ts'
import { listUnits } from '../api/units.ts'
import { refreshCycles, rememberCycle } from '../cycle.ts'
import { did } from '../did.ts'
import { PageElement } from '../parts/element.ts'
import { checkField, numberField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { navigate } from '../router.ts'
import { refreshSession } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import '../parts/page-header.ts'

interface Fields {
  template: CycleStart['template']
  unitId: string | null
  unitName: string
  year: number | null
  isUpperShown: boolean
}

/** /first-run — the example road, a new cycle from a template, import from Excel, or an empty one. */
@customElement('first-run-page')
export class FirstRunPage extends PageElement {
  @state() private units: Unit[] = []
  @state() private isOpen = false
  @state() private isLoading = false
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
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
        gap: var(--space-2);
        margin-block-start: var(--space-2);
      }
      .card {
        display: grid;
        grid-template-rows: auto 1fr auto;
        gap: var(--space);
        align-content: start;
        justify-items: start;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void listUnits()
      .then((units) => (this.units = units))
      .catch(() => undefined)
  }

  override render() {
    const { firstRun, common } = words()
    return html`
      <page-header heading=${firstRun.heading}></page-header>
      <p class="muted">${firstRun.intro}</p>
      <div class="ways">
        <section class="card">
          <h2>${firstRun.example.heading}</h2>
          <p>${firstRun.example.sentence}</p>
          <button class="button primary" aria-busy=${this.isLoading} @click=${() => this.#example()}>
            ${icon('route')} ${this.isLoading ? common.loading : firstRun.example.action}
          </button>
        </section>
        <section class="card">
          <h2>${firstRun.template.heading}</h2>
          <p>${firstRun.template.sentence}</p>
          <button class="button" @click=${() => this.#open('two-levels-2025')}>
            ${icon('plus')} ${firstRun.template.action}
          </button>
        </section>
        <section class="card">
          <h2>${firstRun.import.heading}</h2>
          <p>${firstRun.import.sentence}</p>
          <a class="button" href="/import/units">${icon('upload')} ${firstRun.import.action}</a>
        </section>
        <section class="card">
          <h2>${firstRun.empty.heading}</h2>
          <p>${firstRun.empty.sentence}</p>
          <button class="button" @click=${() => this.#open('empty')}>${icon('plus')} ${firstRun.empty.action}</button>
        </section>
      </div>
      ${this.isOpen ? this.#dialog() : nothing}
    `
  }

  #dialog() {
    const { firstRun, common, records } = words()
    const { fields } = firstRun
    const { fields: upper } = records.cycle
    const form = this.#form
    const templates = (['two-levels-2025', 'three-levels-2019', 'empty'] as const).map(
      (each) => [each, fields.templates[each]] as const,
    )
    return html`
      <modal-dialog
        heading=${firstRun.template.heading}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => (this.isOpen = false)}
      >
        <form class="form" id="cycle" @submit=${(event: SubmitEvent) => this.#start(event)}>
          ${selectField(form, 'template', { label: fields.template, choices: templates })}
          ${
            this.units.length === 0
              ? nothing
              : selectField(form, 'unitId', {
                  label: fields.unit,
                  emptyWord: fields.newUnit,
                  choices: this.units.map(({ id, name }) => [id, name] as const),
                })
          }
          ${
            form.values.unitId === null
              ? textField(form, 'unitName', { label: fields.unitName, help: fields.unitNameHelp, maxLength: 200 })
              : nothing
          }
          ${numberField(form, 'year', { label: fields.year })}
          ${checkField(form, 'isUpperShown', { label: upper.isUpperShown, help: upper.isUpperShownHelp })}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => (this.isOpen = false)}>${common.cancel}</button>
          <button class="button primary" form="cycle" aria-busy=${form.isSending}>${firstRun.template.action}</button>
        </div>
      </modal-dialog>
    `
  }

  #open(template: CycleStart['template']): void {
    const year = template === 'three-levels-2019' ? 2020 : new Date().getFullYear() + 1
    this.#form.begin({ template, unitId: this.units[0]?.id ?? null, unitName: '', year, isUpperShown: true })
    this.isOpen = true
  }

  async #example(): Promise<void> {
    this.isLoading = true
    const loaded = await did(loadExample(), words().firstRun.exampleDone)
    this.isLoading = false
    if (loaded) await this.#arrive(loaded.cycleId)
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
    if (!isStarted) return
    tellDone(words().firstRun.done)
    await this.#arrive(cycleId)
  }

  async #arrive(cycleId: string): Promise<void> {
    rememberCycle(cycleId)
    await Promise.all([refreshCycles(), refreshSession()])
    await navigate('/road')
  }
}
