import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LinkRow, SlipsPrinted } from '../../server/delegate-links/schema.ts'
import { recordSlips, slipsPath } from '../api/delegate-links.ts'
import { reachNote } from '../accounts/reach-note.ts'
import { WordsElement } from '../parts/element.ts'
import { selectField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { radioField } from '../parts/radio-field.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

const choices = ['chosen', 'new', 'delegation', 'all'] as const
type Choice = (typeof choices)[number]

interface Wish {
  which: Choice
  delegation: string
}

/**
 * Asks for whom slips are printed, notes it, then hands them out: `<slips-dialog .congressId .rows .chosenIds .origin released>`. Tells
 * `link-changed` once they are noted, and `form-closed`.
 */
@customElement('slips-dialog')
export class SlipsDialog extends WordsElement {
  @property() congressId = ''
  /** Everybody on the list. */
  @property({ attribute: false }) rows: readonly LinkRow[] = []
  @property({ attribute: false }) chosenIds: readonly string[] = []
  /** Whether a programme is published. */
  @property({ type: Boolean }) released = false
  /** What every link begins with, also on paper. */
  @property() origin = ''
  @state() private made: SlipsPrinted | null = null
  readonly #form = new Form<Wish>(this, { which: 'all', delegation: '' })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const which = choices.find((each) => this.#rowsOf({ which: each, delegation: '' }).length > 0) ?? 'all'
    this.#form.begin({ which, delegation: this.#delegations[0]?.name ?? '' })
  }

  get #delegations(): { name: string; count: number }[] {
    const counts = new Map<string, number>()
    for (const { delegation, hasSlip } of this.rows) {
      if (hasSlip && delegation !== '') counts.set(delegation, (counts.get(delegation) ?? 0) + 1)
    }
    return [...counts].map(([name, count]) => ({ name, count }))
  }

  /** Those who are meant, whether they get a slip or not. */
  #meant({ which, delegation }: Wish): LinkRow[] {
    const isMeant: Readonly<Record<Choice, (row: LinkRow) => boolean>> = {
      chosen: ({ id }) => this.chosenIds.includes(id),
      new: ({ hasSlip, slipPrintedAt }) => hasSlip && slipPrintedAt === null,
      delegation: (row) => row.delegation === delegation,
      all: () => true,
    }
    return this.rows.filter(isMeant[which])
  }

  #rowsOf(wish: Wish): LinkRow[] {
    return this.#meant(wish).filter(({ hasSlip }) => hasSlip)
  }

  override render() {
    const { common, delegateLinks } = words()
    const text = delegateLinks.slipsDialog
    const close = () => this.tell('form-closed')
    const { made } = this
    const count = this.#rowsOf(this.#form.values).length
    return html`<modal-dialog heading=${text.heading} @dialog-closed=${close}>
      ${
        made === null
          ? this.#ask()
          : html`<p>${text.ready(made.count, made.issued)}</p>
              <p class="muted">${text.readyHelp}</p>`
      }
      <div slot="actions">
        <button class="button" type="button" @click=${close}>${made === null ? common.cancel : common.close}</button>
        ${
          made === null
            ? html`<button
                class="button primary"
                form="slips"
                ?disabled=${count === 0}
                aria-busy=${this.#form.isSending}
              >
                ${text.prepare(count)}
              </button>`
            : html`<a
                class="button primary"
                target="_blank"
                href=${slipsPath(this.congressId, language(), made.at)}
                @click=${close}
              >
                ${icon('printer')} ${text.open}
              </a>`
        }
      </div>
    </modal-dialog>`
  }

  #ask() {
    const { slipsDialog: text } = words().delegateLinks
    const form = this.#form
    const delegations = this.#delegations
    const offered = choices.flatMap((value) => {
      const count = value === 'delegation' ? delegations.length : this.#rowsOf({ which: value, delegation: '' }).length
      return count === 0 ? [] : [{ value, label: text.choices[value](count) }]
    })
    return html`<form class="form" id="slips" @submit=${(event: SubmitEvent) => this.#prepare(event)}>
      ${radioField(form, 'which', { label: text.which, choices: offered })}
      ${
        form.values.which === 'delegation'
          ? selectField(form, 'delegation', {
              label: text.delegation,
              choices: delegations.map(({ name, count }) => [name, text.withCount(translated(name), count)]),
            })
          : nothing
      }
      <div class="stack" aria-live="polite">
        ${this.#told().map((sentence) => html`<p class="small muted">${sentence}</p>`)}
      </div>
      ${reachNote(this.origin, { isForOutside: true })}
      <error-panel .error=${form.error}></error-panel>
    </form>`
  }

  /** What else comes of it. */
  #told(): string[] {
    const { slipsDialog: text } = words().delegateLinks
    const wish = this.#form.values
    const rows = this.#rowsOf(wish)
    const told: [count: number, sentence: (count: number) => string][] = [
      [rows.filter(({ linkId }) => linkId === null).length, text.issued],
      [rows.filter(({ slipPrintedAt }) => slipPrintedAt !== null).length, text.again],
      [this.#meant(wish).length - rows.length, text.without],
    ]
    return [
      ...told.flatMap(([count, sentence]) => (count === 0 ? [] : [sentence(count)])),
      ...(this.released ? [] : [words().delegateLinks.unreleased]),
    ]
  }

  async #prepare(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    await this.#form.submit(async (wish) => {
      const ids = wish.which === 'all' ? null : this.#rowsOf(wish).map(({ id }) => id)
      const made = await recordSlips(this.congressId, ids)
      this.made = made
      tellDone(words().delegateLinks.slipsDialog.noted(made.count))
      this.tell('link-changed')
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slips-dialog': SlipsDialog
  }
}
