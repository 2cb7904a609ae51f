import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { isDrawable, type AttachedFile, type OwnerInCongress } from '../../server/files/schema.ts'
import { formatInstant } from '../../server/format/dates.ts'
import { LiveController } from '../api/changes.ts'
import { addFile, fileAddress, listFiles, removeFile, thumbnailAddress } from '../api/files.ts'
import { errorSentence } from '../api/request.ts'
import { did } from '../did.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { WordsElement } from './element.ts'
import './progress-line.ts'
import { tellDone } from './toast-stack.ts'

/** Endings that scans of signed papers have. */
export const scanEndings = '.pdf,.png,.jpg,.jpeg'

interface Sending {
  name: string
  done: number
  all: number
  stop: AbortController
}

/**
 * Files of one thing of a congress: `<file-list congressId="…" owner="result" label="…" ?writable>`, of a paper with its
 * `paperId`, of the approval of a unit's list with its `unitId`. They are dropped or chosen, sent one after the other, and each is kept at once.
 */
@customElement('file-list')
export class FileList extends WordsElement {
  @property() congressId = ''
  @property() owner: OwnerInCongress = 'result'
  @property() paperId: string | undefined
  @property() unitId: string | undefined
  @property() label = ''
  @property({ type: Boolean }) writable = false
  @state() private files: readonly AttachedFile[] | null = null
  @state() private sending: Sending | null = null
  /** What was not taken, in its own sentence. */
  @state() private refusals: readonly string[] = []
  @state() private isOver = false
  /** Files whose small picture could not be made. */
  readonly #plain = new Set<string>()
  @query('input') private readonly input!: HTMLInputElement

  constructor() {
    super()
    new LiveController(this, ['files'], () => void this.#fetch())
  }

  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        gap: var(--space);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: var(--space);
      }
      li {
        display: grid;
        grid-template-columns: 3rem minmax(0, 1fr) auto;
        gap: var(--space);
        align-items: center;
      }
      .small-picture {
        inline-size: 3rem;
        block-size: 3.5rem;
        display: grid;
        place-items: center;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        overflow: hidden;
        color: var(--muted);
      }
      img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: contain;
      }
      .name {
        overflow-wrap: anywhere;
      }
      .drop {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space) var(--space-2);
        align-items: center;
        padding: var(--space);
        border: 1.5px dashed var(--line-control);
        border-radius: var(--radius);
      }
      .drop > p {
        flex: 1 1 12rem;
      }
      .drop.over {
        border-color: var(--red);
        background: var(--red-soft);
      }
    `,
  ]

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (['congressId', 'owner', 'paperId', 'unitId'].some((name) => changed.has(name))) void this.#fetch()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sending?.stop.abort()
  }

  async #fetch(): Promise<void> {
    if (this.congressId === '') return
    this.files = await listFiles(this).catch(() => this.files)
  }

  override render() {
    const text = words().files
    const files = this.files ?? []
    return html`
      ${
        files.length === 0
          ? this.writable
            ? nothing
            : html`<p class="muted">${text.none}</p>`
          : html`<ul aria-label=${this.label}>
              ${files.map((file) => html`<li>${this.#line(file)}</li>`)}
            </ul>`
      }
      ${this.refusals.map((sentence) => html`<p class="fault" role="alert">${icon('circle-alert')} ${sentence}</p>`)}
      ${this.writable ? this.#drop() : nothing}
    `
  }

  #line(file: AttachedFile) {
    const text = words().files
    const when = formatInstant(file.createdAt, Intl.DateTimeFormat().resolvedOptions().timeZone, language())
    const hasPicture = isDrawable(file.type) && !this.#plain.has(file.id)
    return html`
      <span class="small-picture">
        ${
          hasPicture
            ? html`<img
                src=${thumbnailAddress(file.id)}
                alt=""
                loading="lazy"
                @error=${() => this.#showPlain(file.id)}
              />`
            : icon(file.name.endsWith('.xlsx') ? 'file-spreadsheet' : 'file-text')
        }
      </span>
      <span>
        <a class="name" href=${fileAddress(file.id)} download aria-label=${text.download(file.name)}>${file.name}</a>
        <span class="small muted"><br />${sizeWords(file.size)} · ${file.accountName} · ${when}</span>
      </span>
      ${
        this.writable
          ? html`<button
              class="button quiet icon-only"
              type="button"
              aria-label=${text.remove(file.name)}
              title=${text.remove(file.name)}
              @click=${() => this.#remove(file)}
            >
              ${icon('trash-2')}
            </button>`
          : nothing
      }
    `
  }

  #showPlain(id: string): void {
    this.#plain.add(id)
    this.requestUpdate()
  }

  #drop() {
    const { sending } = this
    const text = words().files
    if (sending) {
      return html`<progress-line
        label=${text.sending(sending.name)}
        .done=${sending.done}
        .all=${sending.all > 1 ? sending.all : 0}
        stoppable
        @stopped=${() => sending.stop.abort()}
      ></progress-line>`
    }
    const isScan = this.owner === 'unit-list'
    return html`<div
      class="drop ${this.isOver ? 'over' : ''}"
      @dragover=${(event: DragEvent) => this.#hover(event, true)}
      @dragleave=${(event: DragEvent) => this.#hover(event, false)}
      @drop=${(event: DragEvent) => {
        this.#hover(event, false)
        void this.#send([...(event.dataTransfer?.files ?? [])])
      }}
    >
      <p class="small muted">${isScan ? text.dropScan : text.drop}</p>
      <button class="button small" type="button" @click=${() => this.input.click()}>
        ${icon('upload')} ${text.add}
      </button>
      <input
        type="file"
        hidden
        multiple
        accept=${isScan ? scanEndings : '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx'}
        aria-label=${this.label}
        @change=${() => this.#choose()}
      />
    </div>`
  }

  #hover(event: DragEvent, isOver: boolean): void {
    event.preventDefault()
    this.isOver = isOver
  }

  #choose(): void {
    const files = [...(this.input.files ?? [])]
    // The same file can be chosen again after it was mended.
    this.input.value = ''
    void this.#send(files)
  }

  /** One after the other: one that is refused keeps none of the others back. */
  async #send(files: readonly File[]): Promise<void> {
    const stop = new AbortController()
    const refusals: string[] = []
    for (const [done, file] of files.entries()) {
      if (stop.signal.aborted) break
      this.sending = { name: file.name, done, all: files.length, stop }
      try {
        await addFile(this, file, stop.signal)
        // One act each: «Hoàn tác» takes back this file.
        tellDone(words().files.added(file.name))
      } catch (error) {
        if (!stop.signal.aborted) refusals.push(words().files.refused(file.name, errorSentence(error)))
      }
    }
    this.sending = null
    this.refusals = refusals
    await this.#fetch()
  }

  async #remove({ id, version }: AttachedFile): Promise<void> {
    await did(removeFile(id, version), words().files.removed)
    await this.#fetch()
  }
}

const sizeWords = (bytes: number): string => {
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB']
  const number = new Intl.NumberFormat(language(), { maximumFractionDigits: size < 10 ? 1 : 0 })
  return `${number.format(size)} ${unit}`
}

declare global {
  interface HTMLElementTagNameMap {
    'file-list': FileList
  }
}
