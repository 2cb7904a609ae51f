import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { mayAt, mayEverywhere } from '../../server/accounts/rules.ts'
import type { ImportKind, UnitKind } from '../../server/exchange/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { importFormPath } from '../api/exchange.ts'
import { listUnits } from '../api/units.ts'
import { currentCycle, cycles } from '../cycle.ts'
import { WordsElement } from '../parts/element.ts'
import { comboField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { dropStyles } from '../style/drop.ts'
import { icon } from '../style/icons.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { translated, words } from '../words/words.ts'
import type { ListImported } from './import-into.ts'
import '../parts/error-panel.ts'

/** What is to be read: the file and the unit under which its rows are looked for. */
export interface ChosenFile {
  file: File
  unitId: string | null
}

/**
 * The first step: `<import-start .kind=${'units'} @file-chosen=${({ detail }) => …}>`; a file chosen or dropped, or
 * cells pasted anywhere on the page.
 */
@customElement('import-start')
export class ImportStart extends WordsElement {
  @property({ attribute: false }) kind: ImportKind = 'units'
  /** The list that delegates are imported into. */
  @property({ attribute: false }) list: ListImported | null = null
  @state() private units: readonly Unit[] | null = null
  @state() private error: unknown = null
  @state() private isOver = false
  @state() private isNothingPasted = false
  @query('input[type="file"]') private readonly input!: HTMLInputElement
  @query('textarea') private readonly cells!: HTMLTextAreaElement
  readonly #form = new Form<{ unitId: string | null }>(this, { unitId: null })

  constructor() {
    super()
    session.use(this)
    cycles.use(this)
  }

  static override styles = [
    ...controls,
    dropStyles,
    css`
      :host {
        display: block;
      }
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
        gap: var(--space-2);
      }
      .place {
        display: grid;
        grid-template-columns: minmax(0, 28rem) minmax(0, 1fr);
        gap: var(--space-2) var(--space-3);
        align-items: start;
      }
      .card > .stack > p,
      .place p {
        display: flex;
        gap: var(--space);
        align-items: center;
      }
      .way {
        display: flex;
        flex-direction: column;
        gap: var(--space);
      }
      .drop {
        flex: 1;
      }
      textarea.input {
        flex: 1;
        min-block-size: 11rem;
        font-family: var(--font-figures);
        white-space: pre;
      }
      @media (max-width: 700px) {
        .place {
          grid-template-columns: minmax(0, 1fr);
        }
        .drop,
        textarea.input {
          min-block-size: 8rem;
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('paste', this.#pasteAnywhere)
    void this.#fetch()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('paste', this.#pasteAnywhere)
  }

  async #fetch(): Promise<void> {
    if (this.kind === 'delegates') return
    try {
      this.units = await listUnits()
      this.#form.begin({ unitId: this.#isForAll ? null : (this.#choices[0]?.id ?? null) })
    } catch (error) {
      this.error = error
    }
  }

  get #isForAll(): boolean {
    return mayEverywhere(session.get().grants, 'organizer')
  }

  /** Units in which the account may write. */
  get #choices(): readonly Unit[] {
    const units = this.units ?? []
    const byId = new Map(units.map((unit) => [unit.id, unit]))
    const line = (unit: Unit): string[] => {
      const parent = byId.get(unit.parentId ?? '')
      return parent ? [unit.id, ...line(parent)] : [unit.id]
    }
    return units.filter((unit) => mayAt(session.get().grants, 'organizer', line(unit)))
  }

  override render() {
    const { start } = words().exchange
    if (this.kind === 'congresses' && currentCycle() === null) {
      return html`<p class="notice amber">${icon('triangle-alert')} ${start.noCycle}</p>`
    }
    return html`
      <div class="stack">
        ${
          this.error === null
            ? nothing
            : html`<error-panel .error=${this.error} retryable @retried=${() => this.#fetch()}></error-panel>`
        }
        <div class="card">${this.kind === 'delegates' ? this.#delegates(this.list) : this.#place(this.kind)}</div>
        <div class="ways">${this.#file()} ${this.#paste()}</div>
      </div>
    `
  }

  #delegates(list: ListImported | null) {
    if (!list) return nothing
    const { exchange } = words()
    const { title, unit, emptyPath, presentPath } = list
    const place = unit === '' ? exchange.start.congress(title) : exchange.start.unitList(unit, title)
    return html`<div class="stack">
      <p>${icon('landmark')} <span>${place}</span></p>
      <p class="muted">${icon('info')} <span>${exchange.start.safe} ${exchange.start.again}</span></p>
      <div class="row">
        <a class="button" href=${emptyPath} download>${icon('file-spreadsheet')} ${exchange.emptyForm}</a>
        <a class="button" href=${presentPath} download>${icon('download')} ${exchange.present}</a>
      </div>
    </div>`
  }

  #place(kind: UnitKind) {
    const { exchange } = words()
    const { start } = exchange
    const cycle = currentCycle()
    const units = this.#choices
    return html`
      <div class="place">
        ${
          units.length === 0
            ? nothing
            : comboField(this.#form, 'unitId', {
                label: start.unit,
                help: this.#isForAll ? start.everywhere : start.unitHelp,
                isOptional: this.#isForAll,
                choices: unitChoices(units, this.units ?? []),
              })
        }
        <div class="stack">
          ${kind === 'congresses' && cycle ? html`<p>${icon('route')} ${start.cycle(translated(cycle.name))}</p>` : nothing}
          <p class="muted">${icon('info')} ${start.safe}</p>
          <div>
            <a class="button" href=${importFormPath(kind, cycle?.id)} download>
              ${icon('file-spreadsheet')} ${exchange.emptyForm}
            </a>
          </div>
        </div>
      </div>
    `
  }

  #file() {
    const { start } = words().exchange
    return html`
      <section class="card way" aria-labelledby="file">
        <h2 id="file">${start.file}</h2>
        <div
          class="drop ${this.isOver ? 'over' : ''}"
          @dragover=${(event: DragEvent) => this.#hover(event, true)}
          @dragleave=${(event: DragEvent) => this.#hover(event, false)}
          @drop=${(event: DragEvent) => this.#drop(event)}
        >
          ${icon('upload')}
          <p>${start.drop}</p>
          <button class="button primary" @click=${() => this.input.click()}>${start.choose}</button>
          <p class="help">${start.accepted}</p>
          <input
            type="file"
            hidden
            aria-label=${start.choose}
            accept=".xlsx,.csv,.tsv,.txt,.xls,.ods"
            @change=${() => this.#choose(this.input.files)}
          />
        </div>
      </section>
    `
  }

  #paste() {
    const { start } = words().exchange
    return html`
      <section class="card way" aria-labelledby="paste">
        <h2 id="paste">${start.paste}</h2>
        <textarea
          class="input"
          aria-label=${start.pasteLabel}
          aria-describedby="paste-note"
          aria-invalid=${this.isNothingPasted ? 'true' : 'false'}
          spellcheck="false"
          @input=${() => (this.isNothingPasted = false)}
        ></textarea>
        <div id="paste-note">
          ${
            this.isNothingPasted
              ? html`<p class="fault">${icon('circle-alert')} <span>${start.nothingPasted}</span></p>`
              : nothing
          }
          <p class="help">${start.pasteHelp}</p>
        </div>
        <div><button class="button" @click=${() => this.#read(this.cells.value)}>${start.read}</button></div>
      </section>
    `
  }

  #hover(event: DragEvent, isOver: boolean): void {
    event.preventDefault()
    this.isOver = isOver
  }

  #drop(event: DragEvent): void {
    this.#hover(event, false)
    this.#choose(event.dataTransfer?.files)
  }

  #choose(files: FileList | null | undefined): void {
    const file = files?.[0]
    if (file) this.#tellFile(file)
  }

  #read(text: string): void {
    this.isNothingPasted = text.trim() === ''
    if (this.isNothingPasted) return
    this.#tellFile(new File([text], `${words().exchange.start.pastedName}.tsv`, { type: 'text/tab-separated-values' }))
  }

  #tellFile(file: File): void {
    this.tell('file-chosen', { file, unitId: this.#form.values.unitId } satisfies ChosenFile)
    // The same file can be chosen again after it was mended.
    this.input.value = ''
  }

  /** Ctrl+V outside a field: a copied file, or cells. */
  readonly #pasteAnywhere = (event: ClipboardEvent): void => {
    const isTyping = event.composedPath().some((at) => at instanceof HTMLElement && at.matches('input, textarea'))
    if (isTyping || !event.clipboardData) return
    const { files } = event.clipboardData
    const text = event.clipboardData.getData('text/plain')
    if (text.includes('\t') || text.includes('\n')) this.#read(text)
    else this.#choose(files)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-start': ImportStart
  }
}
