import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { NumberingWay, OfferedSeries, PaperIssuer } from '../../server/papers/schema.ts'
import { changeNumberSeries, createNumberSeries, deleteNumberSeries } from '../api/papers.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField, numberField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Opens a number series or edits one. Tells `series-saved` with its id (null = it was deleted) and `form-closed`. */
@customElement('number-series-dialog')
export class NumberSeriesDialog extends WordsElement {
  @property() congressId = ''
  /** Who issues the paper that wants a number. */
  @property() issuer: PaperIssuer = 'committee'
  /** Null = a new one. */
  @property({ attribute: false }) series: OfferedSeries | null = null
  readonly #form = new Form(this, {
    name: '',
    ending: '',
    startsAt: 1 as number | null,
    restartsYearly: true,
    way: 'by-hand' as NumberingWay,
    isShared: false,
    issuer: 'committee' as PaperIssuer,
  })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.series) {
      const { name, ending, startsAt, restartsYearly, way, congressId, issuer } = this.series
      this.#form.begin({ name, ending, startsAt, restartsYearly, way, isShared: congressId === null, issuer })
    } else this.#form.begin({ ...this.#form.values, issuer: this.issuer, isShared: this.issuer === 'authority' })
  }

  override render() {
    const { common, paperLife } = words()
    const { series: text } = paperLife
    const form = this.#form
    const { series } = this
    return html`
      <modal-dialog
        heading=${series ? text.edit : text.create}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="series" @submit=${(event: SubmitEvent) => this.#save(event)}>
          ${textField(form, 'name', { label: text.name, help: text.nameHelp, maxLength: 120, autofocus: true })}
          ${series ? nothing : selectField(form, 'issuer', { label: text.issuer, choices: Object.entries(text.issuers) })}
          ${selectField(form, 'way', { label: text.way, choices: Object.entries(text.ways) })}
          <div class="columns">
            ${numberField(form, 'startsAt', { label: text.startsAt })}
            ${textField(form, 'ending', { label: text.ending, isOptional: true, maxLength: 40 })}
          </div>
          <p class="help">${text.endingHelp}</p>
          ${checkField(form, 'restartsYearly', { label: text.restartsYearly })}
          ${series ? nothing : checkField(form, 'isShared', { label: text.isShared })}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          ${
            series && series.lastNumber === null
              ? html`<button class="button" type="button" @click=${() => this.#delete(series)}>
                  ${icon('trash-2')} ${text.delete}
                </button>`
              : nothing
          }
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="series" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { startsAt } = this.#form.values
    if (startsAt === null) {
      this.#form.refuse({ startsAt: words().errors.rules.required })
      return
    }
    let savedId = ''
    const { series } = this
    const isSaved = await this.#form.submit(async ({ isShared, issuer, ...values }) => {
      const kept = { ...values, startsAt }
      const saved = series
        ? await changeNumberSeries(series.id, { ...kept, version: series.version })
        : await createNumberSeries(this.congressId, { ...kept, isShared, issuer })
      savedId = saved.id
    })
    if (!isSaved) return
    tellDone(words().paperLife.series.saved)
    this.tell('series-saved', savedId)
  }

  async #delete({ id, version }: OfferedSeries): Promise<void> {
    await did(deleteNumberSeries(id, version), words().paperLife.series.deleted)
    this.tell('series-saved', null)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'number-series-dialog': NumberSeriesDialog
  }
}
