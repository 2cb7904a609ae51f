import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { IssuedForm } from '../../server/forms/schema.ts'
import { both } from '../../server/quotas/rules.ts'
import { isOpen } from '../../server/unit-lists/rules.ts'
import type { UnitListRow } from '../../server/unit-lists/schema.ts'
import { batchPath, issueListForms } from '../api/forms.ts'
import { download } from '../forms/download.ts'
import { meantStyle } from '../forms/meant-style.ts'
import { WordsElement } from '../parts/element.ts'
import { dateField, selectField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

const wishes = ['open', 'waiting', 'empty'] as const
type Wish = (typeof wishes)[number]

interface Fields {
  wish: Wish
  deadline: string | null
}

/**
 * Makes the forms on which units tell whom they send: `<list-forms-dialog .congressId .lists .forms>`. Tells
 * `forms-issued` and `form-closed`.
 */
@customElement('list-forms-dialog')
export class ListFormsDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) lists: readonly UnitListRow[] = []
  @property({ attribute: false }) forms: readonly IssuedForm[] = []
  /** Units that were left out by hand. */
  @state() private leftOut: ReadonlySet<string> = new Set()
  readonly #form = new Form<Fields>(this, { wish: 'open', deadline: null })

  static override styles = [...controls, meantStyle]

  /** Units that were asked for a list, are there still, and may change it. */
  get #meant(): readonly UnitListRow[] {
    const { wish } = this.#form.values
    const waiting = new Set(this.forms.filter(({ answeredAt }) => answeredAt === null).map(({ unitId }) => unitId))
    return this.lists.filter(({ isQuotaSent, endedOn, state: standing, entered, alternates, sendingUnitId }) => {
      if (!isQuotaSent || endedOn !== null || !isOpen(standing)) return false
      if (wish === 'waiting') return waiting.has(sendingUnitId)
      return wish === 'open' || both(entered) + alternates === 0
    })
  }

  override render() {
    const { common, forms } = words()
    const { issue, lists } = forms
    const form = this.#form
    const meant = this.#meant
    const chosen = meant.filter(({ sendingUnitId }) => !this.leftOut.has(sendingUnitId))
    return html`<modal-dialog heading=${lists.make} @dialog-closed=${() => this.tell('form-closed')}>
      <form class="form" id="list-forms" @submit=${(event: SubmitEvent) => this.#send(event, chosen)}>
        <p class="muted">${lists.help}</p>
        <div class="columns">
          ${selectField(form, 'wish', {
            label: lists.which,
            choices: wishes.map((wish) => [wish, lists.wishes[wish]] as const),
          })}
          ${dateField(form, 'deadline', { label: issue.deadline, isOptional: true })}
        </div>
        ${meant.length === 0 ? html`<p class="notice amber">${icon('info')} ${lists.nobody}</p>` : this.#units(meant)}
        ${language() === 'vi' ? nothing : html`<p class="small muted">${issue.language}</p>`}
        <error-panel .error=${form.error}></error-panel>
      </form>
      <div slot="actions" class="form-actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="list-forms" ?disabled=${chosen.length === 0} aria-busy=${form.isSending}>
          ${issue.create(chosen.length)}
        </button>
      </div>
    </modal-dialog>`
  }

  #units(meant: readonly UnitListRow[]) {
    const { lists } = words().forms
    return html`<ul aria-label=${lists.which}>
      ${meant.map(
        ({ sendingUnitId, name }) =>
          html`<li>
            <label class="check">
              <input
                type="checkbox"
                .checked=${live(!this.leftOut.has(sendingUnitId))}
                @change=${(event: Event) => this.#leaveOut(sendingUnitId, !(event.target as HTMLInputElement).checked)}
              />
              <span>${translated(name)}</span>
            </label>
          </li>`,
      )}
    </ul>`
  }

  #leaveOut(id: string, isOut: boolean): void {
    const leftOut = new Set(this.leftOut)
    if (isOut) leftOut.add(id)
    else leftOut.delete(id)
    this.leftOut = leftOut
  }

  async #send(event: SubmitEvent, chosen: readonly UnitListRow[]): Promise<void> {
    event.preventDefault()
    const { deadline } = this.#form.values
    const unitIds = chosen.map(({ sendingUnitId }) => sendingUnitId)
    const isSent = await this.#form.submit(async () => {
      const { batchId, count } = await issueListForms(this.congressId, { unitIds, deadline })
      tellDone(words().forms.issue.done(count))
      download(batchPath(batchId))
    })
    if (isSent) this.tell('forms-issued')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'list-forms-dialog': ListFormsDialog
  }
}
