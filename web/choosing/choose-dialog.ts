import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Choosable, ChoosableList } from '../../server/choosing/schema.ts'
import { compareVietnamese } from '../../server/format/names.ts'
import { isMatch } from '../../server/format/search.ts'
import { chooseDelegates, listChoosable } from '../api/choosing.ts'
import { ApiError } from '../api/request.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { WordsElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { translated, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** People drawn at first; more on demand. */
const pageLength = 200

/** Chooses delegates from the lower congresses: `<choose-dialog congressId="…">`. Tells `delegates-chosen` and `form-closed`. */
@customElement('choose-dialog')
export class ChooseDialog extends WordsElement {
  @property() congressId = ''
  @state() private list: ChoosableList | null = null
  @state() private ticked: ReadonlySet<string> = new Set()
  @state() private sought = ''
  @state() private lowerId = ''
  @state() private group = ''
  @state() private length = pageLength
  @state() private error: unknown = null
  @state() private isSending = false

  static override styles = [
    ...controls,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space);
        margin-block: var(--space);
      }
      .bar .input {
        inline-size: 15rem;
        max-inline-size: 100%;
      }
      .chip {
        max-inline-size: 100%;
      }
      .chip select {
        max-inline-size: 18rem;
      }
      ul {
        list-style: none;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      li label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space);
        padding: var(--space-half) var(--space);
      }
      li .small {
        display: block;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.list = await listChoosable(this.congressId)
      this.ticked = new Set(
        this.list.delegates.flatMap(({ id, isAttending }) => (this.ticked.has(id) && !isAttending ? id : [])),
      )
    } catch (error) {
      this.error = error
    }
  }

  override render() {
    const { choosing: text, common } = words()
    return html`<modal-dialog
      wide
      heading=${text.open}
      ?guarded=${this.ticked.size > 0}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      ${this.#fault()}
      ${this.list ? this.#body(this.list) : this.error === null ? html`<p class="muted">${common.loading}</p>` : nothing}
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button
          class="button primary"
          type="button"
          ?disabled=${this.ticked.size === 0}
          aria-busy=${this.isSending}
          @click=${() => this.#save()}
        >
          ${text.save(this.ticked.size)}
        </button>
      </div>
    </modal-dialog>`
  }

  /** What was refused, and of whom it is said. */
  #fault() {
    const { error } = this
    if (error === null) return nothing
    const { alreadyThere } = words().choosing
    const isNamed = error instanceof ApiError && error.code === 'attends-already'
    return html`<error-panel .error=${error}></error-panel>
      ${isNamed ? html`<p>${alreadyThere((error.details as { names: string[] }).names.join(', '))}</p>` : nothing}`
  }

  #body(list: ChoosableList) {
    const { choosing: text } = words()
    if (list.congresses.length === 0) return html`<p class="muted">${text.noCongresses}</p>`
    if (list.delegates.length === 0) return html`<p class="muted">${text.nobody}</p>`
    const found = list.delegates.filter((delegate) => this.#isSought(delegate))
    return html`<p class="small muted">${text.help}</p>
      ${this.#bar(list)} ${found.length === 0 ? html`<p class="muted">${text.nothing}</p>` : this.#people(list, found)}`
  }

  #isSought({ name, post, workplace, delegation, congressId, groups }: Choosable): boolean {
    return (
      (this.lowerId === '' || congressId === this.lowerId) &&
      (this.group === '' || groups.includes(this.group)) &&
      (this.sought === '' || isMatch([name, post, workplace, delegation].join(' '), this.sought))
    )
  }

  #bar({ congresses, delegates }: ChoosableList) {
    const { choosing: text, delegates: ofDelegates } = words()
    const groups = [...new Set(delegates.flatMap((each) => each.groups))].sort(compareVietnamese)
    const countOf = (id: string) => delegates.filter(({ congressId }) => congressId === id).length
    return html`<div class="bar">
      <input
        class="input"
        type="search"
        aria-label=${ofDelegates.search}
        placeholder=${ofDelegates.searchHelp}
        .value=${this.sought}
        @input=${(event: Event) => this.#look({ sought: (event.target as HTMLInputElement).value })}
      />
      ${chipSelect({
        label: text.congress,
        value: this.lowerId,
        all: text.allCongresses,
        choices: congresses.map(({ id, title }) => [id, text.withCount(translated(title), countOf(id))]),
        choose: (lowerId) => this.#look({ lowerId }),
      })}
      ${
        groups.length === 0
          ? nothing
          : chipSelect({
              label: text.group,
              value: this.group,
              all: text.allGroups,
              choices: groups.map((group) => [group, group]),
              choose: (group) => this.#look({ group }),
            })
      }
    </div>`
  }

  #look(sought: Partial<Record<'sought' | 'lowerId' | 'group', string>>): void {
    Object.assign(this, sought)
    this.length = pageLength
  }

  #people({ congresses, delegates }: ChoosableList, found: readonly Choosable[]) {
    const { choosing: text } = words()
    const titles = new Map(congresses.map(({ id, title }) => [id, translated(title)]))
    const persons = new Map(
      delegates.flatMap(({ id, personId }) => (this.ticked.has(id) ? [[personId, id] as const] : [])),
    )
    const open = found.filter(({ id, isAttending, personId }) => !isAttending && (persons.get(personId) ?? id) === id)
    const rest = found.length - this.length
    return html`${open.length === 0 ? nothing : this.#all(open)}
      <ul>
        ${found.slice(0, this.length).map((delegate) => {
          const isElsewhere = (persons.get(delegate.personId) ?? delegate.id) !== delegate.id
          const mark = delegate.isAttending ? text.isAttending : isElsewhere ? text.isTicked : ''
          return this.#row(delegate, titles.get(delegate.congressId) ?? '', mark)
        })}
      </ul>
      ${
        rest > 0
          ? html`<div class="bar">
              <button class="button" type="button" @click=${() => (this.length += pageLength)}>
                ${text.more(Math.min(rest, pageLength))}
              </button>
            </div>`
          : nothing
      }`
  }

  /** One person is ticked once, from whichever congress is first. */
  #all(open: readonly Choosable[]) {
    const ids = [...new Map([...open].reverse().map(({ personId, id }) => [personId, id])).values()]
    const isAll = ids.every((id) => this.ticked.has(id))
    return html`<div class="bar">
      <label class="check">
        <input type="checkbox" .checked=${isAll} @change=${() => this.#tick(ids, !isAll)} />
        ${words().choosing.all(ids.length)}
      </label>
    </div>`
  }

  #row({ id, name, post, workplace, delegation, groups }: Choosable, title: string, mark: string) {
    const place = [post, workplace || delegation, groups[0] ?? ''].filter(Boolean).join(' · ')
    return html`<li>
      <label>
        <input
          type="checkbox"
          .checked=${this.ticked.has(id)}
          ?disabled=${mark !== ''}
          @change=${(event: Event) => this.#tick([id], (event.target as HTMLInputElement).checked)}
        />
        <span>
          ${name}
          <span class="small muted">${place}</span>
          <span class="small muted">${title}</span>
        </span>
        ${mark === '' ? nothing : html`<span class="badge">${mark}</span>`}
      </label>
    </li>`
  }

  #tick(ids: readonly string[], isTicked: boolean): void {
    const others = [...this.ticked].filter((id) => !ids.includes(id))
    this.ticked = new Set(isTicked ? [...others, ...ids] : others)
  }

  async #save(): Promise<void> {
    const count = this.ticked.size
    this.isSending = true
    this.error = null
    try {
      await chooseDelegates(this.congressId, { delegateIds: [...this.ticked] })
      tellDone(words().choosing.done(count))
      this.tell('delegates-chosen')
      this.tell('form-closed')
    } catch (error) {
      await this.#fetch()
      this.error = error
    } finally {
      this.isSending = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'choose-dialog': ChooseDialog
  }
}
