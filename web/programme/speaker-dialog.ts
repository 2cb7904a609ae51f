import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { customElement, property, state } from 'lit/decorators.js'
import { isMatch } from '../../server/format/search.ts'
import { samePerson } from '../../server/programme/rules/presenters.ts'
import { speakerStates, type NewSpeaker, type Speaker } from '../../server/programme/schema.ts'
import { changeSpeaker, createSpeaker, deleteSpeaker } from '../api/programme.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, dateField, frame, selectField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { findKnownNames, type KnownName } from './known-names.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

const emptySpeaker: NewSpeaker = { name: '', post: '', state: 'not-asked', withdrawnOn: null, note: '' }

/**
 * Adds a speaker to a congress, or changes the one that is given: `<speaker-dialog congressId day .speaker=${null}
 * .others=${speakers}>`. Tells `speaker-saved` {speaker}, `speaker-deleted` and `form-closed`.
 */
@customElement('speaker-dialog')
export class SpeakerDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) speaker: Speaker | null = null
  /** The congress's day, for who holds a post then. */
  @property() day = ''
  /** Who is entered already. */
  @property({ attribute: false }) others: readonly Speaker[] = []
  @state() private known: readonly KnownName[] = []
  readonly #form = new Form<NewSpeaker>(this, emptySpeaker)

  static override styles = controls

  override connectedCallback(): void {
    super.connectedCallback()
    const { name, post, state, withdrawnOn, note } = this.speaker ?? emptySpeaker
    this.#form.begin({ name, post, state, withdrawnOn, note })
    // Without them the name is typed.
    void findKnownNames(this.congressId, this.day).then(
      (known) => (this.known = known),
      () => undefined,
    )
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
          ${this.#name()} ${this.#proposal()}
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

  #name() {
    const form = this.#form
    const { name } = form.values
    const offered = name.trim().length < 2 ? [] : this.known.filter((each) => isMatch(each.name, name)).slice(0, 20)
    return frame(
      form,
      'name',
      { label: words().editor.speakerName },
      html`<input
          class="input"
          id="name"
          name="name"
          list="known"
          maxlength="200"
          autocomplete="off"
          aria-describedby="name-note"
          .value=${live(name)}
          @input=${({ target }: Event) => this.#named((target as HTMLInputElement).value)}
        />
        <datalist id="known">
          ${offered.map((each) => html`<option value=${each.name}>${[each.name, each.post].filter(Boolean).join(', ')}</option>`)}
        </datalist>`,
    )
  }

  /** The post comes with a name that is known, unless another one stands there. */
  #named(name: string): void {
    this.#form.set('name', name)
    const post = this.known.find((each) => each.name === name)?.post ?? ''
    if (post !== '' && this.#form.values.post === '') this.#form.set('post', post)
  }

  /** One person is entered once, however he is addressed. */
  #proposal() {
    const { editor } = words()
    const same = samePerson(
      this.#form.values.name,
      this.others.filter(({ id }) => id !== this.speaker?.id),
    )
    if (!same) return nothing
    return html`<p class="notice amber" role="status">
      <span>${editor.sameSpeaker([same.name, same.post].filter(Boolean).join(', '))}</span>
      ${
        this.speaker === null
          ? html`<button class="button small" type="button" @click=${() => this.tell('speaker-saved', same)}>
              ${editor.useSameSpeaker}
            </button>`
          : nothing
      }
    </p>`
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
