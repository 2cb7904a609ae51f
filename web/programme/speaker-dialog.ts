import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { speakerStates, type NewSpeaker, type Speaker } from '../../server/programme/schema.ts'
import { changeSpeaker, createSpeaker, deleteSpeaker } from '../api/programme.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, dateField, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

const emptySpeaker: NewSpeaker = { name: '', post: '', state: 'not-asked', withdrawnOn: null, note: '' }

/**
 * Adds a speaker to a congress, or changes the one that is given: `<speaker-dialog congressId .speaker=${null}>`. Tells
 * `speaker-saved` {speaker}, `speaker-deleted` and `form-closed`.
 */
@customElement('speaker-dialog')
export class SpeakerDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) speaker: Speaker | null = null
  readonly #form = new Form<NewSpeaker>(this, emptySpeaker)

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const { name, post, state, withdrawnOn, note } = this.speaker ?? emptySpeaker
    this.#form.begin({ name, post, state, withdrawnOn, note })
  }

  override render() {
    const { editor, common } = words()
    const form = this.#form
    return html`
      <modal-dialog
        heading=${this.speaker === null ? editor.newSpeaker : editor.editSpeaker}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="speaker" @submit=${(event: SubmitEvent) => this.#save(event)}>
          ${textField(form, 'name', { label: editor.speakerName, maxLength: 200 })}
          ${textField(form, 'post', { label: editor.speakerPost, isOptional: true, maxLength: 300 })}
          <div class="columns">
            ${selectField(form, 'state', {
              label: editor.speakerState,
              choices: speakerStates.map((state) => [state, editor.speakerStates[state]] as const),
            })}
            ${
              form.values.state === 'withdrawn'
                ? dateField(form, 'withdrawnOn', { label: editor.withdrawnOn, isOptional: true })
                : nothing
            }
          </div>
          ${areaField(form, 'note', { label: words().programme.note, isOptional: true, maxLength: 1000 })}
          <error-panel .error=${form.error}></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          ${
            this.speaker === null
              ? nothing
              : html`<button class="button danger" type="button" @click=${() => this.#delete()}>
                  ${editor.deleteSpeaker}
                </button>`
          }
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="speaker" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { speaker } = this
    let saved: Speaker | undefined
    const isSaved = await this.#form.submit(async (values) => {
      const body = { ...values, withdrawnOn: values.state === 'withdrawn' ? values.withdrawnOn : null }
      saved =
        speaker === null
          ? await createSpeaker(this.congressId, body)
          : await changeSpeaker(speaker.id, { ...body, version: speaker.version })
    })
    if (!isSaved || !saved) return
    tellDone(words().editor.done.speakerSaved)
    this.tell('speaker-saved', saved)
  }

  async #delete(): Promise<void> {
    if (!this.speaker) return
    const { id, version } = this.speaker
    const isDone = await did(
      deleteSpeaker(id, version).then(() => true),
      words().editor.done.speakerDeleted,
    )
    if (isDone) this.tell('speaker-deleted')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'speaker-dialog': SpeakerDialog
  }
}
