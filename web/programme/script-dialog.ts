import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Cue, ProgrammeItem } from '../../server/programme/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import type { Desk } from './desk.ts'
import { comparedFields } from './edit-clash.ts'
import { saveItem, type ItemEdit } from './item-acts.ts'
import { changedFields, currentOf } from './write-over.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

const cueTexts = ['speaks', 'standsBy', 'light', 'sound', 'handedOver'] as const

const emptyCue: Cue = { offsetMinutes: 0, speaks: '', standsBy: '', light: '', sound: '', handedOver: '' }

/** What happens within an item minute by minute, and what is said at it: `<script-dialog .desk .item>`. Tells `form-closed`. */
@customElement('script-dialog')
export class ScriptDialog extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  /** As it was when the dialog was opened. */
  @property({ attribute: false }) item!: ProgrammeItem
  /** Over which version it is written. */
  #seen!: ProgrammeItem
  readonly #form = new Form(this, { presidiumWords: '', announcerWords: '', cues: [] as Cue[] })

  static override styles = [
    ...controls,
    css`
      .cue {
        display: grid;
        grid-template-columns: 4.5rem repeat(5, minmax(0, 1fr)) auto;
        gap: var(--space-half);
        align-items: end;
        padding-block: var(--space-half);
      }
      .cue label {
        display: grid;
        gap: 0.125rem;
        color: var(--muted);
        font-size: var(--size-small);
      }
      .cue ~ .cue label span {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .cue .input {
        padding: 0.25rem 0.5rem;
        font-size: var(--size-dense);
      }
      @media (max-width: 700px) {
        .cue {
          grid-template-columns: 1fr 1fr;
          border-block-end: 1px solid var(--line);
        }
        .cue ~ .cue label span {
          position: static;
          inline-size: auto;
          block-size: auto;
          clip-path: none;
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#begin(this.item)
  }

  #begin(item: ProgrammeItem): void {
    const { presidiumWords, announcerWords, cues } = item
    this.#seen = item
    this.#form.begin({ presidiumWords, announcerWords, cues })
  }

  override render() {
    const { editor, common } = words()
    const form = this.#form
    return html`
      <modal-dialog
        wide
        heading=${editor.scriptOf(translated(this.item.title))}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="script" @submit=${(event: SubmitEvent) => this.#save(event)}>
          <fieldset>
            <legend class="label">${editor.cues}</legend>
            ${form.values.cues.map((cue, index) => this.#cue(cue, index))}
            <button class="link-button small" type="button" @click=${() => this.#add()}>
              ${icon('plus')} ${editor.addCue}
            </button>
          </fieldset>
          ${areaField(form, 'presidiumWords', { label: editor.presidiumWords, isOptional: true, maxLength: 10_000 })}
          ${areaField(form, 'announcerWords', { label: editor.announcerWords, isOptional: true, maxLength: 10_000 })}
          <error-panel
            .error=${form.error}
            .compared=${this.#theirs ? comparedFields(this.desk.programme, this.#edit, this.#theirs) : []}
            @mine-kept=${this.#keepMine}
            @theirs-taken=${this.#takeTheirs}
          ></error-panel>
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          <button class="button primary" form="script" aria-busy=${form.isSending}>${common.save}</button>
        </div>
      </modal-dialog>
    `
  }

  #cue(cue: Cue, index: number) {
    const { editor, common } = words()
    return html`<div class="cue" role="group" aria-label=${editor.cue(index + 1)}>
      <label>
        <span>${editor.cueFields.offsetMinutes}</span>
        <input
          class="input figures"
          type="number"
          min="0"
          max="1440"
          required
          .value=${live(String(cue.offsetMinutes))}
          @change=${({ target }: Event) => this.#put(index, { offsetMinutes: Number((target as HTMLInputElement).value) })}
        />
      </label>
      ${cueTexts.map(
        (name) => html`
          <label>
            <span>${editor.cueFields[name]}</span>
            <input
              class="input"
              maxlength="300"
              .value=${live(cue[name])}
              @input=${({ target }: Event) => this.#put(index, { [name]: (target as HTMLInputElement).value })}
            />
          </label>
        `,
      )}
      <button
        class="button quiet small icon-only"
        type="button"
        aria-label=${`${common.remove}: ${editor.cue(index + 1)}`}
        @click=${() =>
          this.#form.set(
            'cues',
            this.#form.values.cues.filter((_cue, at) => at !== index),
          )}
      >
        ${icon('x')}
      </button>
    </div>`
  }

  /** A line more, a minute after the one before it. */
  #add(): void {
    const { cues } = this.#form.values
    const last = cues.at(-1)
    this.#form.set('cues', [...cues, { ...emptyCue, offsetMinutes: last ? last.offsetMinutes + 1 : 0 }])
    this.requestUpdate()
  }

  #put(index: number, change: Partial<Cue>): void {
    const { cues } = this.#form.values
    this.#form.set(
      'cues',
      cues.map((cue, at) => (at === index ? { ...cue, ...change } : cue)),
    )
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(await this.#form.submit(() => saveItem(this.#seen, this.#edit)))) return
    tellDone(words().programme.done.itemSaved)
    this.tell('form-closed')
    await this.desk.refresh()
  }

  /** What of it was written anew. */
  get #edit(): ItemEdit {
    const { cues, ...said } = this.#form.values
    const inOrder = [...cues].sort((one, other) => one.offsetMinutes - other.offsetMinutes)
    return changedFields<ItemEdit>(this.item, { ...said, cues: inOrder })
  }

  get #theirs(): ProgrammeItem | null {
    return currentOf<ProgrammeItem>(this.#form.error)
  }

  readonly #keepMine = (): void => {
    this.#seen = this.#theirs ?? this.#seen
    void this.#save(new SubmitEvent('submit'))
  }

  readonly #takeTheirs = (): void => {
    const theirs = this.#theirs
    if (!theirs) return this.tell('form-closed')
    this.item = theirs
    this.#begin(theirs)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'script-dialog': ScriptDialog
  }
}
