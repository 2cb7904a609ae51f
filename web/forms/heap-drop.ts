import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { droppedFiles } from './dropped-files.ts'
import '../parts/progress-line.ts'

/**
 * Where returned forms are dropped: a folder, a zip or files. `reading` = how many are being read. Tells `files-chosen`
 * with the files, and `reading-stopped`.
 */
@customElement('heap-drop')
export class HeapDrop extends WordsElement {
  @property({ type: Number }) reading = 0
  @state() private isOver = false
  @state() private isNothing = false
  @query('#files') private readonly files!: HTMLInputElement
  @query('#folder') private readonly folder!: HTMLInputElement

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      .drop {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space) var(--space-2);
        align-items: center;
        padding: var(--space-2);
        border: 1.5px dashed var(--line-control);
        border-radius: var(--radius);
        background: var(--surface);
      }
      .drop.over {
        border-color: var(--red);
        background: var(--red-soft);
      }
      .drop > .icon {
        inline-size: 1.75rem;
        block-size: 1.75rem;
        color: var(--muted);
      }
      .text {
        flex: 1 1 18rem;
      }
      h2 {
        font-size: 1rem;
      }
      progress-line {
        flex: 1 1 100%;
      }
      @media (max-width: 700px) {
        .row {
          inline-size: 100%;
        }
        .row > .button {
          flex: 1;
        }
        .drop > .icon {
          display: none;
        }
      }
    `,
  ]

  override render() {
    const { drop } = words().forms
    return html`
      <section
        class="drop ${this.isOver ? 'over' : ''}"
        aria-labelledby="heading"
        @dragover=${(event: DragEvent) => this.#hover(event, true)}
        @dragleave=${(event: DragEvent) => this.#hover(event, false)}
        @drop=${(event: DragEvent) => void this.#drop(event)}
      >
        ${icon('upload')}
        <div class="text">
          <h2 id="heading">${drop.heading}</h2>
          <p class="small muted">${drop.sentence} ${drop.safe}</p>
          ${this.isNothing ? html`<p class="fault" role="alert">${icon('circle-alert')} ${drop.nothing}</p>` : nothing}
        </div>
        <div class="row">
          <button class="button" ?disabled=${this.reading > 0} @click=${() => this.folder.click()}>
            ${drop.folder}
          </button>
          <button class="button primary" ?disabled=${this.reading > 0} @click=${() => this.files.click()}>
            ${drop.files}
          </button>
        </div>
        ${
          this.reading > 0
            ? html`<progress-line
                label=${drop.reading(this.reading)}
                stoppable
                @stopped=${() => this.tell('reading-stopped')}
              ></progress-line>`
            : nothing
        }
        <input
          type="file"
          id="files"
          hidden
          multiple
          aria-label=${drop.files}
          @change=${() => this.#choose(this.files)}
        />
        <input
          type="file"
          id="folder"
          hidden
          webkitdirectory
          aria-label=${drop.folder}
          @change=${() => this.#choose(this.folder)}
        />
      </section>
    `
  }

  #hover(event: DragEvent, isOver: boolean): void {
    event.preventDefault()
    this.isOver = isOver
  }

  async #drop(event: DragEvent): Promise<void> {
    this.#hover(event, false)
    if (event.dataTransfer && this.reading === 0) this.#tell(await droppedFiles(event.dataTransfer.items))
  }

  #choose(input: HTMLInputElement): void {
    const files = [...(input.files ?? [])]
    // The same files can be chosen again after they were mended.
    input.value = ''
    this.#tell(files)
  }

  #tell(files: File[]): void {
    this.isNothing = files.length === 0
    if (files.length > 0) this.tell('files-chosen', files)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heap-drop': HeapDrop
  }
}
