import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { usualHonourKind } from '../../server/results/rules.ts'
import type { HonourCount, HonourKind, ResultValues } from '../../server/results/schema.ts'
import { addDays, daysBetween } from '../../server/format/dates.ts'
import { findCongress } from '../api/congresses.ts'
import { closeCongress, findResult } from '../api/results.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, dateField, numberField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { sourceFields, type Sourced } from './source-fields.ts'
import './honour-counts.ts'
import '../parts/error-panel.ts'
import '../parts/file-list.ts'
import '../parts/modal-dialog.ts'

type Fields = Omit<ResultValues, 'heldFrom' | 'heldTo'> & { heldFrom: string | null; heldTo: string | null }

/**
 * Closes a congress, or corrects its result: `<close-dialog congressId="…" heading="…" .position>`; `position` is that of its
 * level. Tells `congress-saved` and `form-closed`.
 */
@customElement('close-dialog')
export class CloseDialog extends WordsElement {
  @property() congressId = ''
  @property() heading = ''
  @property({ type: Number }) position = 0
  @state() private kinds: readonly HonourKind[] | null = null
  @state() private failure: unknown = null
  #firstDay: string | null = null
  #versions = { version: 0, congressVersion: 1 }
  readonly #form = new Form<Fields>(this, emptyResult)

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#begin()
  }

  async #begin(): Promise<void> {
    try {
      const { result, kinds, congress } = await this.#fetch()
      const usual = usualHonourKind(kinds, this.position)
      const { id: _id, congressId: _congress, version: _version, ...values } = result ?? newResult(usual)
      this.#firstDay = congress.dateFrom
      this.#form.begin({ ...values, heldFrom: congress.dateFrom, heldTo: congress.dateTo })
      this.kinds = kinds
    } catch (error) {
      this.failure = error
    }
  }

  /** Both rows that closing writes, with the versions that are changed. */
  async #fetch() {
    const [congress, found] = await Promise.all([findCongress(this.congressId), findResult(this.congressId)])
    this.#versions = { version: found.result?.version ?? 0, congressVersion: congress.version }
    return { ...found, congress }
  }

  /** Another first day takes the last one along: a congress was as long as it was meant to be, unless told. */
  protected override willUpdate(): void {
    const { heldFrom, heldTo } = this.#form.values
    const before = this.#firstDay
    this.#firstDay = heldFrom
    if (heldFrom === before || before === null || heldFrom === null || heldTo === null) return
    this.#form.set('heldTo', addDays(heldTo, daysBetween(before, heldFrom)))
  }

  override render() {
    const { results, common } = words()
    const form = this.#form
    return html`
      <modal-dialog
        wide
        heading=${this.#versions.version === 0 ? results.close : results.edit}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        ${
          this.kinds === null
            ? this.failure === null
              ? html`<p class="muted">${common.loading}</p>`
              : html`<error-panel .error=${this.failure}></error-panel>`
            : this.#fields(this.kinds)
        }
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="result" aria-busy=${form.isSending} ?disabled=${this.kinds === null}>
            ${common.save}
          </button>
        </div>
      </modal-dialog>
    `
  }

  #fields(kinds: readonly HonourKind[]) {
    const { fields } = words().results
    const form = this.#form
    return html`<form class="form" id="result" @submit=${(event: SubmitEvent) => this.#save(event)}>
      <p>${this.heading}</p>
      <div class="columns">
        ${dateField(form, 'heldFrom', { label: fields.heldFrom, help: fields.heldHelp })}
        ${dateField(form, 'heldTo', { label: fields.heldTo, isOptional: true })}
      </div>
      <div class="columns">
        ${numberField(form, 'presentDelegates', { label: fields.presentDelegates, isOptional: true })}
        ${numberField(form, 'presentGuests', { label: fields.presentGuests, isOptional: true })}
        ${numberField(form, 'chosenUpward', { label: fields.chosenUpward, isOptional: true })}
      </div>
      <fieldset class="field">
        <legend class="label">${fields.honours}</legend>
        <honour-counts
          .kinds=${kinds}
          .value=${form.values.honours}
          @value-changed=${({ detail }: CustomEvent<HonourCount[]>) => form.set('honours', detail)}
        ></honour-counts>
      </fieldset>
      <div class="columns">
        ${textField(form, 'reportNumber', { label: fields.reportNumber, help: fields.reportHelp, isOptional: true, maxLength: 80 })}
        ${dateField(form, 'reportDate', { label: fields.reportDate, isOptional: true })}
      </div>
      <div class="field">
        <span class="label">${fields.scan}</span>
        <file-list congressId=${this.congressId} owner="result" label=${fields.scan} writable></file-list>
      </div>
      ${sourceFields(form as unknown as Form<Sourced>)}
      ${areaField(form, 'note', { label: fields.note, isOptional: true, maxLength: 2000 })}
      <error-panel
        .error=${form.error}
        @mine-kept=${() => this.#keepMine()}
        @theirs-taken=${() => this.#begin()}
      ></error-panel>
    </form>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { heldFrom, heldTo } = this.#form.values
    if (heldFrom === null) {
      this.#form.refuse({ heldFrom: words().errors.rules.required })
      return
    }
    const isSaved = await this.#form.submit((values) =>
      closeCongress(this.congressId, {
        ...values,
        heldFrom,
        heldTo: heldTo ?? heldFrom,
        honours: values.honours.filter(({ collectives, individuals }) => collectives !== 0 || individuals !== 0),
        ...this.#versions,
      }),
    )
    if (!isSaved) return
    tellDone(words().results.saved)
    this.tell('congress-saved')
  }

  /** What is typed goes over what somebody else wrote meanwhile. */
  async #keepMine(): Promise<void> {
    await this.#fetch().catch((error: unknown) => (this.failure = error))
    this.#form.error = null
    this.requestUpdate()
  }
}

const emptyResult: Fields = {
  heldFrom: null,
  heldTo: null,
  presentDelegates: null,
  presentGuests: null,
  honours: [],
  chosenUpward: null,
  reportNumber: '',
  reportDate: null,
  sourceKind: 'own',
  source: '',
  note: '',
}

/** A result with nothing in it but the line of the kind that its level usually honours with. */
const newResult = (usual: HonourKind | undefined) => ({
  ...emptyResult,
  id: '',
  congressId: '',
  version: 0,
  honours: usual ? [{ kind: usual.key, collectives: 0, individuals: 0 }] : [],
})
