import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { congressStates, halfDays, type ManyChange } from '../../server/congresses/schema.ts'
import { changeMany } from '../api/congresses.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, comboField, numberField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** null = keep as it is. */
interface Fields {
  state: string | null
  halfDay: string | null
  shiftDays: number | null
  venueId: string | null
  expectedDelegates: number | null
  theme: string
  reason: string
  paperNumber: string
}

/** Changes many congresses in one act: what is left empty stays. */
@customElement('many-dialog')
export class ManyDialog extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) ids: readonly string[] = []
  readonly #form = new Form<Fields>(this, emptyFields)

  static override styles = controls

  override render() {
    const { congresses, common, terms } = words()
    const { fields } = congresses
    const form = this.#form
    return html`
      <modal-dialog
        wide
        heading=${`${congresses.editMany} (${this.ids.length})`}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="many" @submit=${(event: SubmitEvent) => this.#save(event)}>
          <div class="columns">
            ${selectField(form, 'state', {
              label: congresses.states.change,
              emptyWord: fields.keep,
              choices: congressStates.map((each) => [each, terms.states[each]] as const),
            })}
            ${numberField(form, 'shiftDays', { label: fields.shiftDays, help: fields.shiftHelp, isOptional: true })}
            ${selectField(form, 'halfDay', {
              label: fields.halfDay,
              emptyWord: fields.keep,
              choices: halfDays.map((each) => [each, terms.halfDays[each]] as const),
            })}
            ${comboField(form, 'venueId', {
              label: fields.venue,
              isOptional: true,
              choices: this.loaded.road.venues.map(({ id, name }) => ({ value: id, label: name })),
            })}
            ${numberField(form, 'expectedDelegates', { label: fields.expectedDelegates, isOptional: true })}
          </div>
          ${areaField(form, 'theme', { label: fields.theme, isOptional: true, maxLength: 500 })}
          <div class="columns">
            ${textField(form, 'reason', { label: fields.reason, isOptional: true, maxLength: 500 })}
            ${textField(form, 'paperNumber', { label: fields.paperNumber, isOptional: true, maxLength: 80 })}
          </div>
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="many" ?disabled=${!form.isChanged} aria-busy=${form.isSending}>
            ${common.save}
          </button>
        </div>
      </modal-dialog>
    `
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const isSaved = await this.#form.submit(({ reason, paperNumber, ...values }) => {
      const given = Object.entries(values).filter(([, value]) => value !== null && value !== '')
      return changeMany({
        congresses: this.ids.flatMap((id) => {
          const congress = this.loaded.congress(id)
          return congress ? [{ id, version: congress.version }] : []
        }),
        changes: Object.fromEntries(given) as ManyChange['changes'],
        reason,
        paperNumber,
      })
    })
    if (!isSaved) return
    tellDone(words().congresses.done.changedMany(this.ids.length))
    this.tell('congress-saved')
  }
}

const emptyFields: Fields = {
  state: null,
  halfDay: null,
  shiftDays: null,
  venueId: null,
  expectedDelegates: null,
  theme: '',
  reason: '',
  paperNumber: '',
}
