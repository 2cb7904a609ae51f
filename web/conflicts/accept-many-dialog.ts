import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Conflict, ConflictRule } from '../../server/conflicts/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { ApiError } from '../api/request.ts'
import { acceptMany } from '../api/road.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { acceptableOf, byRule } from './acceptable.ts'
import { wordConflict } from './word-conflict.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Lines with a box of their own; the rest of a longer list is counted. */
const mostShown = 200
const mostNamed = 8

/**
 * Accepts the warnings of one rule in one act: `<accept-many-dialog .loaded .conflicts>`; with several rules among them
 * one is chosen. What is listed is what is accepted, however the road changes beneath. Tells `form-closed`, and
 * `road-changed` when something was accepted.
 */
@customElement('accept-many-dialog')
export class AcceptManyDialog extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) conflicts: readonly Conflict[] = []
  @state() private rule: ConflictRule | null = null
  @state() private leftOut: ReadonlySet<string> = new Set()
  /** The road and the warnings as they were when the dialog was opened: what is shown is what is sent. */
  #shown: { loaded: LoadedRoad; groups: [ConflictRule, Conflict[]][] } | null = null
  readonly #form = new Form(this, { reason: '', paperNumber: '' })

  static override styles = [
    ...controls,
    css`
      .list {
        max-block-size: 16rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        overflow: auto;
      }
      .list label {
        padding: 0.25rem var(--space);
        font-size: var(--size-dense);
        overflow-wrap: anywhere;
      }
      .list li + li {
        border-block-start: 1px solid var(--line);
      }
      .list .more {
        padding: var(--space);
      }
      .list .check span {
        min-inline-size: 0;
      }
    `,
  ]

  override willUpdate(): void {
    this.#shown ??= { loaded: this.loaded, groups: byRule(acceptableOf(this.loaded, this.conflicts)) }
  }

  get #groups() {
    return this.#shown?.groups ?? []
  }

  get #ruleConflicts(): readonly Conflict[] {
    const [first] = this.#groups
    return (this.#groups.find(([rule]) => rule === this.rule) ?? first)?.[1] ?? []
  }

  get #chosen(): Conflict[] {
    return this.#ruleConflicts.filter(({ key }) => !this.leftOut.has(key))
  }

  override render() {
    const { many, common } = words()
    const chosen = this.#chosen
    return html`
      <modal-dialog
        wide
        heading=${many.accept.heading}
        ?guarded=${this.#form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        ${this.#groups.length === 0 ? html`<p>${many.accept.none}</p>` : this.#fields()}
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          ${
            this.#groups.length === 0
              ? nothing
              : html`<button
                  class="button primary"
                  form="acceptances"
                  ?disabled=${chosen.length === 0}
                  aria-busy=${this.#form.isSending}
                >
                  ${many.accept.send(chosen.length)}
                </button>`
          }
        </div>
      </modal-dialog>
    `
  }

  #fields() {
    const { conflicts: text } = words()
    const form = this.#form
    return html`
      <form class="form" id="acceptances" @submit=${(event: SubmitEvent) => this.#send(event)}>
        ${this.#groups.length === 1 ? nothing : this.#ruleChoice()} ${this.#list()}
        <div class="columns">
          ${areaField(form, 'reason', { label: text.acceptReason, help: text.acceptReasonHelp, maxLength: 500 })}
          ${textField(form, 'paperNumber', { label: text.acceptPaper, isOptional: true, maxLength: 80 })}
        </div>
        ${this.#changed.length > 0 ? this.#whatChanged() : html`<error-panel .error=${form.error}></error-panel>`}
      </form>
    `
  }

  #ruleChoice() {
    const { many, conflicts } = words()
    return html`<div class="field">
      <label for="rule">${many.accept.rule}</label>
      <select
        class="input"
        id="rule"
        @change=${({ target }: Event) => {
          this.rule = (target as HTMLSelectElement).value as ConflictRule
        }}
      >
        ${this.#groups.map(
          ([rule, { length }]) =>
            html`<option value=${rule}>${many.accept.ruleCount(conflicts.rules[rule], length)}</option>`,
        )}
      </select>
    </div>`
  }

  #list() {
    const { many, conflicts } = words()
    const all = this.#ruleConflicts
    const rest = all.length - mostShown
    const [first] = all
    return html`<fieldset>
      <legend class="small muted">
        ${this.#groups.length === 1 && first ? html`<strong>${conflicts.rules[first.rule]}.</strong> ` : nothing}${many.accept.leaveOut}
      </legend>
      <ul class="list" tabindex="0" aria-label=${many.accept.listed}>
        ${all.slice(0, mostShown).map(
          (conflict) =>
            html`<li>
              <label class="check">
                <input
                  type="checkbox"
                  .checked=${!this.leftOut.has(conflict.key)}
                  @change=${() => this.#toggle(conflict.key)}
                />
                <span>${this.#word(conflict)}</span>
              </label>
            </li>`,
        )}
        ${rest > 0 ? html`<li class="more muted">${many.accept.more(rest)}</li>` : nothing}
      </ul>
    </fieldset>`
  }

  #word(conflict: Conflict): string {
    return wordConflict(conflict, this.#shown?.loaded ?? this.loaded, words(), (date) =>
      formatShortDate(date, language()),
    )
  }

  #toggle(key: string): void {
    const others = [...this.leftOut].filter((each) => each !== key)
    this.leftOut = new Set(others.length === this.leftOut.size ? [...others, key] : others)
  }

  /** The warnings that the server no longer found as they were shown. */
  get #changed(): Conflict[] {
    const { error } = this.#form
    if (!(error instanceof ApiError) || error.code !== 'warnings-changed') return []
    const keys = new Set((error.details as { changed: { key: string }[] }).changed.map(({ key }) => key))
    return this.#ruleConflicts.filter(({ key }) => keys.has(key))
  }

  #whatChanged() {
    const { many } = words()
    const changed = this.#changed
    const rest = changed.length - mostNamed
    return html`<div class="notice amber" role="alert">
      ${icon('triangle-alert')}
      <div>
        <p>${many.accept.changed}</p>
        <ul>
          ${changed.slice(0, mostNamed).map((conflict) => html`<li>${this.#word(conflict)}</li>`)}
          ${rest > 0 ? html`<li>${many.accept.changedMore(rest)}</li>` : nothing}
        </ul>
        <button class="button small" type="button" @click=${() => this.#lookAgain()}>
          ${icon('rotate-ccw')} ${many.accept.again}
        </button>
      </div>
    </div>`
  }

  /** The conflicts of the same congresses and rules as they stand now; reason and paper number stay. */
  #lookAgain(): void {
    const rules = new Set(this.conflicts.map(({ rule }) => rule))
    const congressIds = new Set(this.conflicts.map(({ congressId }) => congressId))
    const now = this.loaded.open.filter(({ rule, congressId }) => rules.has(rule) && congressIds.has(congressId))
    this.#shown = { loaded: this.loaded, groups: byRule(acceptableOf(this.loaded, now)) }
    this.#form.error = null
    this.requestUpdate()
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const chosen = this.#chosen
    const cycleId = this.loaded.road.cycle.id
    const warnings = chosen.map(({ congressId, key, fingerprint }) => ({ congressId, key, fingerprint }))
    const isAccepted = await this.#form.submit((why) => acceptMany({ cycleId, warnings, ...why }))
    if (!isAccepted) {
      // The road may have moved on without this page: what changed is to be seen as it is now.
      this.tell('road-changed')
      return
    }
    tellDone(words().many.accept.done(chosen.length))
    this.tell('road-changed')
    this.tell('form-closed')
  }
}
