import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { StaticOrder, StaticPlan } from '../../server/delegate-links/schema.ts'
import { planStaticPages, staticPagesPath } from '../api/delegate-links.ts'
import { WordsElement } from '../parts/element.ts'
import { dateField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Where the pages of a congress were last said to lie, on this computer. */
const keptKey = (congressId: string) => `tien-toi.web-host.${congressId}`

/**
 * Pages as files for a web host: asks where they will lie, says what there will be, then hands them out. `<static-pages-dialog
 * .congressId .delegateIds>`: no ids = everybody; tells `form-closed`.
 */
@customElement('static-pages-dialog')
export class StaticPagesDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) delegateIds: readonly string[] = []
  /** What there will be, once it was asked for. */
  @state() private made: { order: StaticOrder; plan: StaticPlan } | null = null
  readonly #form = new Form(this, { host: '', until: null as string | null })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ host: localStorage.getItem(keptKey(this.congressId)) ?? '', until: null })
  }

  override render() {
    const { common, staticPages: text } = words()
    const close = () => this.tell('form-closed')
    const { made } = this
    return html`<modal-dialog
      heading=${text.heading}
      ?guarded=${made === null && this.#form.isChanged}
      @dialog-closed=${close}
    >
      ${made === null ? this.#ask() : this.#told(made.plan)}
      <div slot="actions">
        <button class="button" type="button" @click=${close}>${made === null ? common.cancel : common.close}</button>
        ${
          made === null
            ? html`<button class="button primary" form="static-pages" aria-busy=${this.#form.isSending}>
                ${text.prepare}
              </button>`
            : html`<a class="button primary" href=${staticPagesPath(this.congressId, made.order)} download>
                ${icon('download')} ${text.fetch}
              </a>`
        }
      </div>
    </modal-dialog>`
  }

  #ask() {
    const { staticPages: text } = words()
    const form = this.#form
    return html`<form class="form" id="static-pages" @submit=${(event: SubmitEvent) => this.#prepare(event)}>
      <p>${text.help}</p>
      ${this.delegateIds.length === 0 ? nothing : html`<p>${text.chosen(this.delegateIds.length)}</p>`}
      ${textField(form, 'host', { label: text.host, help: text.hostHelp, placeholder: text.hostExample, maxLength: 500 })}
      ${dateField(form, 'until', { label: text.until, help: text.untilHelp, isOptional: true })}
      <error-panel .error=${form.error}></error-panel>
    </form>`
  }

  #told({ host, pages, liaisons, leftOut }: StaticPlan) {
    const { staticPages: text } = words()
    const out = Object.entries(leftOut).filter(([, count]) => count > 0) as [keyof typeof leftOut, number][]
    return html`<p>${text.pages(pages, liaisons)}</p>
      ${
        out.length === 0
          ? nothing
          : html`<p>${text.leftOut}</p>
              <ul>
                ${out.map(([why, count]) => html`<li>${text.reasons[why](count)}</li>`)}
              </ul>`
      }
      <p>${text.upload(host)}</p>
      <p class="notice">${icon('info')} <span>${text.keep}</span></p>`
  }

  async #prepare(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    await this.#form.submit(async ({ host, until }) => {
      const order: StaticOrder = {
        ...{ language: language(), host },
        ...(until === null ? {} : { until }),
        ...(this.delegateIds.length === 0 ? {} : { delegates: this.delegateIds.join(',') }),
      }
      const plan = await planStaticPages(this.congressId, order)
      localStorage.setItem(keptKey(this.congressId), plan.host)
      this.made = { order, plan }
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'static-pages-dialog': StaticPagesDialog
  }
}
