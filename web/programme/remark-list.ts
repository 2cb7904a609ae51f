import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatInstant } from '../../server/format/dates.ts'
import type { Remark } from '../../server/programme/schema.ts'
import { LiveController } from '../api/changes.ts'
import * as api from '../api/programme.ts'
import { takeLastAct } from '../api/request.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { tellError, tellNote } from '../parts/toast-stack.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { language, translated, words } from '../words/words.ts'
import type { Desk } from './desk.ts'
import { findItem } from './grid-carry.ts'

/** What was said about the chosen item or session, else about all of the programme, and the field to say more. */
@customElement('remark-list')
export class RemarkList extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  @state() private remarks: readonly Remark[] = []
  /** The remark that is being answered. */
  @state() private answered = ''
  #ofCongress = ''

  constructor() {
    super()
    new LiveController(this, ['remarks'], () => void this.#fetch())
  }

  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        gap: var(--space);
        font-size: var(--size-dense);
      }
      h3 {
        color: var(--muted);
        font-size: var(--size-small);
      }
      ul,
      form {
        display: grid;
        gap: var(--space);
      }
      li {
        padding-inline-start: var(--space);
        border-inline-start: 3px solid var(--amber);
        overflow-wrap: anywhere;
      }
      li.settled {
        border-color: var(--green);
      }
      .link-button {
        min-block-size: 1.75rem;
      }
      textarea.input {
        min-block-size: 3.25rem;
        field-sizing: content;
        font-size: var(--size-dense);
      }
    `,
  ]

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.#ofCongress === this.desk.congress.id) return
    this.#ofCongress = this.desk.congress.id
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.remarks = await api.listRemarks(this.#ofCongress)
    } catch (error) {
      tellError(error)
    }
  }

  override render() {
    const { remarks: text } = words().editor
    const { desk } = this
    const at = desk.get('at')
    const own = at === '' ? this.remarks : this.remarks.filter((each) => each.itemId === at || each.sessionId === at)
    const open = own.filter(({ settledBy }) => settledBy === null).length
    return html`
      <h3>${text.heading(open)}</h3>
      ${
        own.length === 0
          ? nothing
          : html`<ul>
              ${own.map((remark) => this.#remark(remark))}
            </ul>`
      }
      <form @submit=${(event: SubmitEvent) => this.#send(event)}>
        <textarea
          class="input"
          name="text"
          maxlength="2000"
          required
          aria-label=${at === '' ? text.writeAll : text.write}
          placeholder=${at === '' ? text.writeAll : text.write}
        ></textarea>
        <button class="button small">${text.send}</button>
      </form>
    `
  }

  #remark(remark: Remark) {
    const { remarks: text } = words().editor
    const { accountName, settledBy, answer, at } = remark
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const isOpen = settledBy === null
    const isMine = remark.accountId === session.get().account?.id
    return html`<li class=${isOpen ? '' : 'settled'}>
      ${this.desk.get('at') === '' ? html`<p class="small">${this.#placeOf(remark)}</p>` : nothing}
      <p class="small muted">${accountName}, ${formatInstant(at, zone, language())}</p>
      <p>${remark.text}</p>
      ${isOpen ? nothing : html`<p class="small muted">${text.settledBy(settledBy)}: ${answer}</p>`}
      ${this.answered === remark.id ? this.#answerForm(remark) : nothing}
      <p class="row">
        ${
          this.desk.mayEdit && isOpen && this.answered !== remark.id
            ? html`<button class="link-button small" @click=${() => (this.answered = remark.id)}>
                ${text.answer}
              </button>`
            : nothing
        }
        ${
          this.desk.mayEdit && !isOpen
            ? html`<button class="link-button small" @click=${() => this.#settle(remark, false, answer)}>
                ${text.reopen}
              </button>`
            : nothing
        }
        ${
          isMine && isOpen
            ? html`<button class="link-button small" @click=${() => this.#withdraw(remark)}>${text.withdraw}</button>`
            : nothing
        }
      </p>
    </li>`
  }

  #placeOf({ sessionId, itemId }: Remark) {
    const { programme } = this.desk
    const id = itemId ?? sessionId
    const title =
      findItem(programme, itemId ?? '')?.title ?? programme.sessions.find((each) => each.id === sessionId)?.title
    if (id === null || title === undefined) return words().editor.remarks.whole
    return html`<button class="link-button small" @click=${() => this.desk.set({ at: id, day: '' })}>
      ${translated(title)}
    </button>`
  }

  #answerForm(remark: Remark) {
    const { remarks: text } = words().editor
    return html`<form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault()
        void this.#settle(remark, true, textIn(event))
      }}
    >
      <textarea class="input" name="text" maxlength="2000" aria-label=${text.answer}></textarea>
      <button class="button small">${text.settle}</button>
    </form>`
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const text = textIn(event)
    if (text === '') return
    const at = this.desk.get('at')
    const isItem = findItem(this.desk.programme, at) !== undefined
    try {
      const about =
        at === ''
          ? { itemId: null, sessionId: null }
          : isItem
            ? { itemId: at, sessionId: null }
            : { itemId: null, sessionId: at }
      await api.createRemark(this.#ofCongress, { ...about, text })
      // Who may only read takes a remark back by its own button.
      takeLastAct()
      tellNote(words().editor.remarks.sent)
      form.reset()
    } catch (error) {
      tellError(error)
    }
    await this.#fetch()
  }

  async #settle({ id, version }: Remark, isSettled: boolean, answer: string): Promise<void> {
    const { remarks: text } = words().editor
    this.answered = ''
    await did(api.answerRemark(id, { isSettled, answer, version }), isSettled ? text.settled : text.reopened)
    await this.#fetch()
  }

  async #withdraw({ id, version }: Remark): Promise<void> {
    try {
      await api.withdrawRemark(id, version)
      takeLastAct()
      tellNote(words().editor.remarks.withdrawn)
    } catch (error) {
      tellError(error)
    }
    await this.#fetch()
  }
}

const textIn = ({ target }: Event): string => String(new FormData(target as HTMLFormElement).get('text') ?? '').trim()

declare global {
  interface HTMLElementTagNameMap {
    'remark-list': RemarkList
  }
}
