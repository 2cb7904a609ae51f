import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Photo } from '../../server/delegates/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { smallPhoto } from './small-photo.ts'
import type { DelegateSource } from './source.ts'
import '../parts/error-panel.ts'

/**
 * The photo of a delegate: `<delegate-photo .source .delegateId .name ?asked ?writable>`; nothing where there is none and the
 * level does not ask for it.
 */
@customElement('delegate-photo')
export class DelegatePhoto extends WordsElement {
  @property({ attribute: false }) source!: DelegateSource['photo']
  @property({ attribute: false }) delegateId = ''
  @property({ attribute: false }) name = ''
  @property({ type: Boolean }) asked = false
  @property({ type: Boolean }) writable = false
  @state() private photo: Photo | null = null
  @state() private fault = ''
  @state() private error: unknown = null
  @state() private isSending = false

  static override styles = [
    ...controls,
    css`
      section {
        margin-block-start: var(--space-2);
        padding-block-start: var(--space-2);
        border-block-start: 1px solid var(--line);
      }
      h3 {
        margin-block-end: var(--space-1);
      }
      .photo {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: end;
      }
      img {
        inline-size: 6rem;
        block-size: 8rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        object-fit: cover;
        background: var(--sunken);
      }
      label.button {
        cursor: pointer;
      }
      label.button:focus-within {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
      p {
        margin-block-start: var(--space-half);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    this.photo = await this.source.find(this.delegateId).catch(() => null)
  }

  override render() {
    const { photo } = this
    if (!photo || (photo.version === 0 && !(this.asked && this.writable))) return nothing
    const { photo: text } = words().delegates
    return html`<section aria-labelledby="photo">
      <h3 id="photo">${text.label}</h3>
      <div class="photo">
        ${photo.version === 0 ? nothing : html`<img src=${this.source.path(this.delegateId, photo.stamp)} alt=${text.of(this.name)} />`}
        ${this.writable ? this.#actions(photo) : nothing}
      </div>
      ${this.writable && this.asked ? html`<p class="small muted">${text.help}</p>` : nothing}
      ${this.fault === '' ? nothing : html`<p class="fault" role="alert">${icon('circle-alert')} <span>${this.fault}</span></p>`}
      <error-panel .error=${this.error} @theirs-taken=${() => this.#taken()}></error-panel>
    </section>`
  }

  #actions(photo: Photo) {
    const { photo: text } = words().delegates
    return html`<span class="row">
      ${
        this.asked
          ? html`<label class="button small" aria-busy=${this.isSending}>
              ${icon('upload')} ${photo.version === 0 ? text.choose : text.replace}
              <input
                class="visually-hidden"
                type="file"
                accept="image/*"
                @change=${(event: Event) => void this.#send(event.target as HTMLInputElement)}
              />
            </label>`
          : nothing
      }
      ${
        photo.version === 0
          ? nothing
          : html`<button class="button small" type="button" @click=${() => void this.#remove(photo)}>
              ${icon('trash-2')} ${text.remove}
            </button>`
      }
    </span>`
  }

  async #send(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? []
    const { photo } = this
    input.value = ''
    if (!file || !photo || this.isSending) return
    const { photo: text } = words().delegates
    this.isSending = true
    this.fault = ''
    const small = await smallPhoto(file)
    if (!small) this.fault = text.unreadable
    else {
      await this.#write(async () => {
        this.photo = await this.source.save(this.delegateId, small, photo.version)
        tellDone(text.saved)
      })
    }
    this.isSending = false
  }

  async #remove({ version }: Photo): Promise<void> {
    await this.#write(async () => {
      await this.source.remove(this.delegateId, version)
      tellDone(words().delegates.photo.removed)
      await this.#fetch()
    })
  }

  async #write(work: () => Promise<void>): Promise<void> {
    this.error = null
    try {
      await work()
    } catch (error) {
      this.error = error
    }
  }

  #taken(): void {
    this.error = null
    void this.#fetch()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'delegate-photo': DelegatePhoto
  }
}
