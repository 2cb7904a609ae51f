import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { faultOfTimes } from '../../server/day/rules/actual-times.ts'
import { heldTime, sessionClockOf } from '../../server/programme/rules.ts'
import type { Programme, ProgrammeItem } from '../../server/programme/schema.ts'
import { changeActualTimes } from '../api/day.ts'
import { ruleSentence } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { readTyped, wrongClock } from '../parts/clock.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { translated, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * Puts right when an item began and ended: `<times-dialog .item .session .now>`, minutes since the session's midnight.
 * Tells `times-saved` and `form-closed`.
 */
@customElement('times-dialog')
export class TimesDialog extends WordsElement {
  @property({ attribute: false }) item!: ProgrammeItem
  @property({ attribute: false }) session!: Programme['sessions'][number]
  @property({ attribute: false }) now = 0
  readonly #form = new Form(this, { startedAt: '', endedAt: '' })

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ startedAt: this.item.startedAt ?? '', endedAt: this.item.endedAt ?? '' })
  }

  override render() {
    const { day, common } = words()
    const form = this.#form
    const typed = { maxLength: 5, isOptional: true, check: wrongClock }
    return html`
      <modal-dialog
        heading=${day.editTimes(translated(this.item.title))}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="times" @submit=${(event: SubmitEvent) => this.#save(event)}>
          <div class="columns">
            ${textField(form, 'startedAt', { label: day.startedAt, ...typed })}
            ${textField(form, 'endedAt', { label: day.endedAt, ...typed })}
          </div>
          <p class="small muted">${day.timesHelp}</p>
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="times" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  /** Past midnight as it is stored, 24:30; 00:30 may be typed for it. */
  #stored(typed: string): string | null {
    const clock = readTyped(typed)
    return clock === null ? null : sessionClockOf(heldTime(clock, this.session.startsAt))
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { id, version } = this.item
    const { values } = this.#form
    const times = { startedAt: this.#stored(values.startedAt), endedAt: this.#stored(values.endedAt) }
    // Only here is the clock of a run-through known.
    const fault = faultOfTimes(this.session, id, times, this.now)
    if (fault && !this.#form.refuse({ [fault.field]: ruleSentence(fault.rule) })) return
    const isSaved = await this.#form.submit(() => changeActualTimes(id, { ...times, version }))
    if (!isSaved) return
    tellDone(words().day.timesSaved)
    this.tell('times-saved')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'times-dialog': TimesDialog
  }
}
