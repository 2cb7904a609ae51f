import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { WordsElement } from '../parts/element.ts'
import type { Backdrop } from '../seats/seat-map-types.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { fileButton } from './hall-files.ts'
import { forgetHere, keepHere, keptHere } from './local-keep.ts'
import { numberInput } from './panel-inputs.ts'

interface Kept extends Omit<Backdrop, 'image'> {
  picture: Blob
}

/** A picture beneath the drawing, kept in this browser alone: `<hall-picture hall=id .bounds>`; tells `picture-changed`. */
@customElement('hall-picture')
export class HallPicture extends WordsElement {
  @property() hall = ''
  /** Of the drawing: a new picture begins at its corner and is as wide. */
  @property({ attribute: false }) bounds = { left: 0, top: 0, right: 2000, bottom: 2000 }
  @state() private kept: Kept | null = null
  @state() private isUnreadable = false
  #image: ImageBitmap | null = null

  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        gap: var(--space);
      }
      .pairs {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space);
        align-items: end;
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('hall')) void this.#restore()
  }

  get #key(): string {
    return `picture:${this.hall}`
  }

  async #restore(): Promise<void> {
    const kept = await keptHere<Kept>(this.#key)
    if (kept) await this.#take(kept)
  }

  async #take(kept: Kept): Promise<void> {
    try {
      this.#image = await createImageBitmap(kept.picture)
      this.isUnreadable = false
      this.#change(kept)
    } catch {
      this.isUnreadable = true
    }
  }

  #change(kept: Kept): void {
    this.kept = kept
    void keepHere(this.#key, kept)
    const { picture: _picture, ...place } = kept
    this.tell('picture-changed', this.#image ? { image: this.#image, ...place } : null)
  }

  #remove(): void {
    this.kept = null
    this.#image = null
    void forgetHere(this.#key)
    this.tell('picture-changed', null)
  }

  protected override render(): unknown {
    const { halls } = words()
    const { kept } = this
    const { left: x, top: y, right } = this.bounds
    const take = (picture: File) =>
      void this.#take({ picture, x, y, width: Math.max(100, Math.round(right - x)), opacity: 0.5 })
    return html`
      ${fileButton('picture', halls.addPicture, 'image/png,image/jpeg,image/webp', take)}
      <p class="muted small">${halls.pictureHelp}</p>
      ${this.isUnreadable ? html`<p role="alert">${halls.pictureFault}</p>` : nothing}
      ${
        kept
          ? html`<label class="field"
                >${halls.pictureOpacity}
                <input
                  type="range"
                  min="0.1"
                  max="1"
                  step="0.1"
                  .value=${String(kept.opacity)}
                  @input=${({ target }: Event) => this.#change({ ...kept, opacity: Number((target as HTMLInputElement).value) })}
              /></label>
              <div class="pairs">
                ${(['width', 'x', 'y'] as const).map((id) =>
                  numberInput(
                    {
                      ...{ id, label: id === 'width' ? halls.pictureWidth : halls[id], value: Math.round(kept[id]) },
                      put: (value) => this.#change({ ...kept, [id]: value }),
                    },
                    { least: id === 'width' ? 50 : -50_000, most: 50_000 },
                  ),
                )}
              </div>
              <button class="button small" @click=${() => this.#remove()}>${halls.removePicture}</button>`
          : nothing
      }
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-picture': HallPicture
  }
}
