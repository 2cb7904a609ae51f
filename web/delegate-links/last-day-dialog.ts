import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LinksToChange } from '../../server/delegate-links/schema.ts'
import { setLastDay } from '../api/delegate-links.ts'
import { WordsElement } from '../parts/element.ts'
import { dateField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * The last day of links: `<last-day-dialog .congressId .links .lastDay>`; tells `form-closed`, and `link-changed` once
 * it is saved.
 */
@customElement('last-day-dialog')
export class LastDayDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) links: LinksToChange['links'] = []
  /** What all of them have now; null where they differ or have none. */
  @property({ attribute: false }) lastDay: string | null = null
  readonly #form = new Form(this, { lastDay: null as string | null })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ lastDay: this.lastDay })
  }

  override render() {
    const { common, delegateLinks } = words()
    const { lastDay: text } = delegateLinks
    const form = this.#form
    const close = () => this.tell('form-closed')
    return html`<modal-dialog
      heading=${text.heading(this.links.length)}
      ?guarded=${form.isChanged}
      @dialog-closed=${close}
    >
      <form class="form" id="last-day" @submit=${(event: SubmitEvent) => this.#save(event)}>
        ${dateField(form, 'lastDay', { label: text.label, help: text.help, isOptional: true })}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${close}>${common.cancel}</button>
        <button class="button primary" form="last-day" aria-busy=${form.isSending}>${common.save}</button>
      </div>
    </modal-dialog>`
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { congressId, links } = this
    if (!(await this.#form.submit(({ lastDay }) => setLastDay(congressId, links, lastDay)))) return
    tellDone(words().delegateLinks.lastDay.done(links.length))
    this.tell('link-changed')
    this.tell('form-closed')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'last-day-dialog': LastDayDialog
  }
}
