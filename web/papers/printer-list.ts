import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Printer, Printers } from '../../server/prints/schema.ts'
import { changePrinters, printerTestPath } from '../api/prints.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/error-panel.ts'

interface Fields {
  name: string
  x: string
  y: string
}

const emptyFields: Fields = { name: '', x: '0', y: '0' }

/**
 * How far the printers of a unit are off: `<printer-list congressId="…" .kept=${…}>`. Tells `printers-changed` with them,
 * also where somebody else changed them meanwhile.
 */
@customElement('printer-list')
export class PrinterList extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) kept: Printers = noPrinters
  @state() private failure: unknown = null
  /** What was last asked for: it is done to the list as it stands then. */
  #wanted: (printers: readonly Printer[]) => Printer[] = (printers) => [...printers]
  readonly #form = new Form<Fields>(this, emptyFields)

  static override styles = controls

  override render() {
    const { prints } = words()
    const form = this.#form
    const [x, y] = [millimetres(form.values.x), millimetres(form.values.y)]
    return html`<div class="stack">
      <p class="help">${prints.printersHelp}</p>
      ${
        this.kept.printers.length === 0
          ? nothing
          : html`<ul class="stack">
              ${this.kept.printers.map((printer) => this.#printer(printer))}
            </ul>`
      }
      <div class="form">
        ${textField(form, 'name', { label: prints.printerName, placeholder: prints.printerNameExample, maxLength: 80 })}
        <div class="columns">
          ${textField(form, 'x', { label: prints.across, maxLength: 6 })}
          ${textField(form, 'y', { label: prints.down, maxLength: 6 })}
        </div>
        <error-panel
          .error=${form.error ?? this.failure}
          .compared=${this.#compared()}
          @mine-kept=${() => this.#keepMine()}
          @theirs-taken=${() => this.#takeTheirs()}
        ></error-panel>
        <div class="row">
          <button class="button small" type="button" aria-busy=${form.isSending} @click=${() => this.#keep()}>
            ${icon('plus')} ${prints.keepPrinter}
          </button>
          <a class="button small" href=${printerTestPath({ x: x ?? 0, y: y ?? 0 }, language())} target="_blank">
            ${icon('external-link')} ${prints.testSheet}
          </a>
        </div>
      </div>
    </div>`
  }

  #printer(printer: Printer) {
    const { prints } = words()
    const { name, x, y } = printer
    return html`<li class="row spread">
      <span>${name}<br /><span class="help">${prints.offset(written(x), written(y))}</span></span>
      <button
        class="button quiet small icon-only"
        type="button"
        aria-label=${prints.removePrinter(name)}
        title=${prints.removePrinter(name)}
        @click=${() => this.#change((printers) => printers.filter((each) => each.name !== name))}
      >
        ${icon('trash-2')}
      </button>
    </li>`
  }

  async #keep(): Promise<void> {
    const { errors, prints } = words()
    const form = this.#form
    const { name } = form.values
    const [x, y] = [millimetres(form.values.x), millimetres(form.values.y)]
    form.refuse({
      ...(name.trim() === '' ? { name: errors.rules.required } : {}),
      ...(x === null ? { x: prints.wrongOffset } : {}),
      ...(y === null ? { y: prints.wrongOffset } : {}),
    })
    if (name.trim() === '' || x === null || y === null) return
    const mine = { name: name.trim(), x, y }
    if (await this.#change((printers) => [...printers.filter((each) => each.name !== mine.name), mine])) {
      form.begin(emptyFields)
    }
  }

  async #change(wanted: (printers: readonly Printer[]) => Printer[]): Promise<boolean> {
    this.#wanted = wanted
    try {
      const { printers, version } = this.kept
      this.#take(await changePrinters(this.congressId, { printers: wanted(printers), version }))
      return true
    } catch (error) {
      this.failure = error
      return false
    }
  }

  #take(kept: Printers): void {
    this.kept = kept
    this.failure = null
    this.tell('printers-changed', kept)
  }

  /** As somebody else left it meanwhile. */
  get #theirs(): Printers | null {
    return this.failure instanceof ApiError ? ((this.failure.current as Printers | undefined) ?? null) : null
  }

  #compared() {
    const { prints } = words()
    const theirs = this.#theirs
    if (!theirs) return []
    const told = (printers: readonly Printer[]) =>
      printers.map(({ name, x, y }) => `${name} (${prints.offset(written(x), written(y))})`).join('; ')
    return [{ label: prints.printers, mine: told(this.#wanted(this.kept.printers)), theirs: told(theirs.printers) }]
  }

  /** What was asked for is added to theirs: their printers are not lost by it. */
  async #keepMine(): Promise<void> {
    const theirs = this.#theirs
    if (!theirs) return
    this.#take(theirs)
    if (await this.#change(this.#wanted)) this.#form.begin(emptyFields)
  }

  #takeTheirs(): void {
    const theirs = this.#theirs
    if (theirs) this.#take(theirs)
  }
}

const noPrinters: Printers = { printers: [], version: 0 }

/** Millimetres as people type them, with a comma or a point; null where they are none. */
const millimetres = (text: string): number | null => {
  const plain = text.trim().replace(',', '.').replace('−', '-')
  const value = Number(plain)
  return plain === '' || Number.isNaN(value) || Math.abs(value) > 30 ? null : Math.round(value * 100) / 100
}

/** «+1,5», «−0,5». */
export const written = (offset: number): string =>
  new Intl.NumberFormat(language() === 'vi' ? 'vi-VN' : 'en-GB', { signDisplay: 'exceptZero' })
    .format(offset)
    .replace('-', '−')

declare global {
  interface HTMLElementTagNameMap {
    'printer-list': PrinterList
  }
}
