import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { findAffected } from '../../server/releases/rules/affected.ts'
import { findChanges } from '../../server/releases/rules/changes.ts'
import { proposedName, shownName } from '../../server/releases/rules/names.ts'
import type { NewRelease, ReleaseDraft, ReleasedProgramme, ReleaseRead } from '../../server/releases/schema.ts'
import { findReleaseDraft, listReleases, readRelease, releaseProgramme } from '../api/releases.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, dateField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellNote } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { affectedList, affectedStyles } from './affected-list.ts'
import { changeList, changeListStyles, differenceList, nothingReleased } from './change-list.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Empty sessions that are called by name. */
const mostNamed = 6

type Fields = Pick<NewRelease, 'name' | 'note'> & { day: string | null }

/**
 * Releases the programme: what changes and whom it touches stands below its name and day. What was seen is what goes
 * out: `<release-dialog .congressId .today .trayCount .conflictCount>`. Tells `programme-released`, `conflicts-wanted` and
 * `form-closed`.
 */
@customElement('release-dialog')
export class ReleaseDialog extends WordsElement {
  @property() congressId = ''
  /** Items that are not placed, and so do not go out. */
  @property({ type: Number }) trayCount = 0
  /** Of the cycle. */
  @property() today = ''
  /** Conflicts of the draft that nobody accepted, empty sessions apart. */
  @property({ type: Number }) conflictCount = 0
  @state() private seen: ReleaseDraft | null = null
  @state() private former: ReleaseRead | null = null
  @state() private failure: unknown = null
  /** What was seen before it moved; null = nothing moved. */
  @state() private movedFrom: ReleasedProgramme | null = null
  @state() private releasedSince: string | null = null
  readonly #form = new Form<Fields>(this, { name: '', note: '', day: null })

  static override styles = [
    ...controls,
    changeListStyles,
    affectedStyles,
    css`
      .stack {
        display: grid;
        gap: var(--space-2);
      }
      h3 {
        margin: 0 0 var(--space);
      }
      .notice p,
      section > p {
        margin: 0 0 var(--space-half);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#open()
  }

  async #open(): Promise<void> {
    try {
      await this.#look()
      this.#form.begin({ name: this.#proposed(), note: '', day: this.today })
    } catch (error) {
      this.failure = error
    }
  }

  #proposed(): string {
    return proposedName({ kind: 'release', number: this.seen?.number ?? 1 }, language())
  }

  /** Fetches what would go out now, and what it is held against. */
  async #look(): Promise<void> {
    const [draft, [newest]] = await Promise.all([findReleaseDraft(this.congressId), listReleases(this.congressId)])
    this.former = newest ? await readRelease(newest.id) : null
    this.seen = draft
  }

  override render() {
    const { common, releases: text } = words()
    const form = this.#form
    const { seen } = this
    return html`
      <modal-dialog
        wide
        heading=${text.release(seen?.number ?? 1)}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        ${
          seen === null
            ? this.failure === null
              ? html`<p class="muted">${common.loading}</p>`
              : html`<error-panel .error=${this.failure}></error-panel>`
            : html`<div class="stack">
                ${this.#moved(seen)} ${this.#fields(form)} ${this.#doubts(seen)} ${this.#whatChanges(seen)}
              </div>`
        }
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="release" ?disabled=${!this.#hasNews()} aria-busy=${form.isSending}>
            ${text.release(seen?.number ?? 1)}
          </button>
        </div>
      </modal-dialog>
    `
  }

  #fields(form: Form<Fields>) {
    const { releases: text } = words()
    return html`<form class="form" id="release" @submit=${(event: SubmitEvent) => this.#release(event)}>
      <div class="columns">
        ${textField(form, 'name', { label: text.name, maxLength: 200 })} ${dateField(form, 'day', { label: text.day })}
      </div>
      ${areaField(form, 'note', { label: text.note, isOptional: true, maxLength: 2000 })}
      <error-panel .error=${form.error}></error-panel>
    </form>`
  }

  #moved({ content }: ReleaseDraft) {
    const { releases: text } = words()
    if (this.movedFrom === null) return nothing
    return html`<div class="notice amber" role="alert">
      ${icon('triangle-alert')}
      <div>
        ${
          this.releasedSince === null
            ? html`<p>${text.moved}</p>
                ${differenceList(this.movedFrom, content)}`
            : html`<p>${text.releasedSince(this.releasedSince)}</p>`
        }
      </div>
    </div>`
  }

  /** What had better be looked at first; it goes out all the same. */
  #doubts({ content }: ReleaseDraft) {
    const { releases: text } = words()
    const empty = content.sessions
      .filter(({ items }) => items.length === 0)
      .map(({ title }) => `“${translated(title)}”`)
    if (this.conflictCount === 0 && empty.length === 0) return nothing
    const named = [...empty.slice(0, mostNamed), ...(empty.length > mostNamed ? ['…'] : [])].join(', ')
    return html`<div class="notice amber">
      ${icon('triangle-alert')}
      <div>
        ${
          this.conflictCount === 0
            ? nothing
            : html`<p>
                ${text.conflictsOpen(this.conflictCount)}
                <button class="link-button" type="button" @click=${() => this.tell('conflicts-wanted')}>
                  ${text.seeConflicts}
                </button>
              </p>`
        }
        ${empty.length === 0 ? nothing : html`<p>${text.emptySessions(named, empty.length)}</p>`}
      </div>
    </div>`
  }

  #hasNews(): boolean {
    const { seen, former } = this
    return seen !== null && findChanges(former?.content ?? nothingReleased, seen.content).length > 0
  }

  #whatChanges({ content }: ReleaseDraft) {
    const { errorsBeyond, releases: text } = words()
    const before = this.former?.content ?? nothingReleased
    const changes = findChanges(before, content)
    const affected = findAffected(before, content)
    const itemCount = content.sessions.reduce((count, { items }) => count + items.length, 0)
    return html`
      <section aria-labelledby="what">
        <h3 id="what">
          ${this.former === null ? text.contents(content.sessions.length, itemCount) : `${text.since(this.former.number)} · ${changes.length}`}
        </h3>
        ${this.former === null ? html`<p class="help">${text.firstHelp}</p>` : nothing}
        ${changes.length === 0 ? html`<p>${errorsBeyond['nothing-to-release']}</p>` : changeList(changes)}
        ${this.trayCount === 0 ? nothing : html`<p class="muted small">${text.left(this.trayCount)}</p>`}
      </section>
      <section aria-labelledby="whom">
        <h3 id="whom">${text.affected(affected.length)}</h3>
        ${affected.length === 0 ? html`<p class="muted">${text.nobody}</p>` : affectedList(affected)}
      </section>
    `
  }

  async #release(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { seen } = this
    const { name, note, day } = this.#form.values
    const { required } = words().errors.rules
    const faults = { ...(name.trim() === '' ? { name: required } : {}), ...(day === null ? { day: required } : {}) }
    if (!this.#form.refuse(faults) || day === null || seen === null) return
    const { number, fingerprint } = seen
    let hasMoved = false
    const isReleased = await this.#form.submit(async () => {
      try {
        await releaseProgramme(this.congressId, { name, note, day, number, fingerprint })
      } catch (error) {
        hasMoved = error instanceof ApiError && error.code === 'draft-moved'
        throw error
      }
    })
    if (hasMoved) await this.#showWhatMoved(seen)
    if (!isReleased) return
    tellNote(words().releases.done(number))
    this.tell('programme-released')
  }

  /**
   * What was typed stays, a name that was not follows the number; what moved since stands above it in place of the
   * refusal, and the next press releases what is seen now.
   */
  async #showWhatMoved(seen: ReleaseDraft): Promise<void> {
    const formerId = this.former?.id
    const isUntouched = this.#form.values.name === this.#proposed()
    try {
      await this.#look()
    } catch (error) {
      this.#form.error = error
      return
    }
    this.movedFrom = seen.content
    this.#form.error = null
    if (isUntouched) this.#form.set('name', this.#proposed())
    this.releasedSince = this.former && this.former.id !== formerId ? shownName(this.former, language()) : null
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'release-dialog': ReleaseDialog
  }
}
