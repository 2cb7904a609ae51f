import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Congress } from '../../server/congresses/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import type { ProgrammeView } from '../../server/programme/schema.ts'
import * as api from '../api/programme.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField, comboField, dateField, selectField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { language, translated, words } from '../words/words.ts'
import { dayOf, noDay } from './grid-layout.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** `` = the whole programme, `day:…` = the sessions of a day, else one session. */
type What = string

/**
 * Adds a day, a session or the whole programme of another congress: `<copy-dialog .congress .congresses>`. Tells
 * `programme-copied` and `form-closed`.
 */
@customElement('copy-dialog')
export class CopyDialog extends WordsElement {
  @property({ attribute: false }) congress!: Congress
  /** Those that may be copied from, in the order in which they are offered. */
  @property({ attribute: false }) congresses: readonly { id: string; name: string }[] = []
  @state() private source: ProgrammeView | null = null
  readonly #form = new Form(this, {
    fromCongressId: null as string | null,
    what: '' as What,
    firstDay: null as string | null,
    withSpeakers: false,
  })
  #asked: string | null = null

  static override styles = controls

  protected override willUpdate(): void {
    const { fromCongressId } = this.#form.values
    if (fromCongressId === this.#asked) return
    this.#asked = fromCongressId
    this.source = null
    this.#form.set('what', '')
    if (fromCongressId !== null) void this.#fetch(fromCongressId)
  }

  async #fetch(id: string): Promise<void> {
    try {
      const source = await api.findProgramme(id)
      if (id === this.#asked) this.source = source
    } catch (error) {
      this.#form.error = error
      this.requestUpdate()
    }
  }

  override render() {
    const { editor, common } = words()
    const { copy } = editor
    const form = this.#form
    const isEmpty = this.source?.sessions.length === 0
    return html`
      <modal-dialog heading=${copy.open} ?guarded=${form.isChanged} @dialog-closed=${() => this.tell('form-closed')}>
        <form class="form" id="copy" @submit=${(event: SubmitEvent) => this.#copy(event)}>
          <p class="muted">${copy.adds}</p>
          ${comboField(form, 'fromCongressId', {
            label: copy.from,
            choices: this.congresses.map(({ id, name }) => ({ value: id, label: name })),
          })}
          ${isEmpty ? html`<p class="muted" role="status">${copy.nothing}</p>` : nothing}
          ${
            this.source === null || isEmpty
              ? nothing
              : html`
                  ${selectField(form, 'what', { label: copy.what, choices: this.#choices(this.source) })}
                  ${dateField(form, 'firstDay', { label: copy.firstDay, help: copy.firstDayHelp, isOptional: true })}
                  ${checkField(form, 'withSpeakers', { label: copy.withSpeakers })}
                `
          }
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button
            class="button primary"
            form="copy"
            ?disabled=${this.source === null || isEmpty}
            aria-busy=${form.isSending}
          >
            ${copy.do}
          </button>
        </div>
      </modal-dialog>
    `
  }

  #choices({ sessions }: ProgrammeView): (readonly [What, string])[] {
    const { copy, noDayTab } = words().editor
    const written = (day: string) => (day === noDay ? noDayTab : formatShortDate(day, language()))
    const days = [...new Set(sessions.map(dayOf))].sort()
    const countOf = (day: string) => sessions.filter((session) => dayOf(session) === day).length
    return [
      ['', copy.whole],
      ...(days.length > 1 ? days.map((day) => [`day:${day}`, copy.day(written(day), countOf(day))] as const) : []),
      ...sessions.map(
        (session) =>
          [session.id, copy.session(translated(session.title), written(dayOf(session)), session.items.length)] as const,
      ),
    ]
  }

  async #copy(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { source } = this
    if (!source) return
    const { what } = this.#form.values
    const chosen = source.sessions.filter(
      (session) => what === '' || session.id === what || `day:${dayOf(session)}` === what,
    )
    const isDone = await this.#form.submit(({ fromCongressId, firstDay, withSpeakers }) =>
      api.copyProgramme(this.congress.id, {
        fromCongressId: fromCongressId ?? '',
        sessionIds: what === '' ? null : chosen.map(({ id }) => id),
        ...{ firstDay, withSpeakers },
      }),
    )
    if (!isDone) return
    tellDone(words().editor.copy.done(chosen.length))
    this.tell('programme-copied')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'copy-dialog': CopyDialog
  }
}
