import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { LogoOfUnit } from '../../server/logos/schema.ts'
import { LiveController } from '../api/changes.ts'
import { findLogo, removeLogo, saveLogo } from '../api/templates.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'

/** The logo that the cards of a unit bear: `<unit-logo unitId="…">`. */
@customElement('unit-logo')
export class UnitLogo extends WordsElement {
  @property() unitId = ''
  @state() private shown: LogoOfUnit | null = null
  @state() private isWorking = false
  @state() private error: unknown = null
  @query('input') private readonly input!: HTMLInputElement

  static override styles = [
    ...controls,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      .picture {
        display: grid;
        place-items: center;
        inline-size: 5.5rem;
        block-size: 5.5rem;
        padding: var(--space-half);
        border: 1px dashed var(--line);
        border-radius: var(--radius);
        background: white;
        color: var(--muted);
      }
      img {
        max-inline-size: 100%;
        max-block-size: 100%;
        min-block-size: 0;
      }
      .words {
        flex: 1 1 16rem;
      }
      h2 {
        margin-block-end: var(--space-half);
      }
      error-panel {
        flex-basis: 100%;
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, ['logos', 'units'], () => void this.#fetch())
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('unitId')) return
    this.shown = null
    this.error = null
    void this.#fetch()
  }

  override render() {
    const { shown } = this
    const { logo: text } = words().templates
    if (!shown) return nothing
    const { picture, from, version, mayChange } = shown
    return html`<section aria-labelledby="heading">
      <div class="picture">
        ${
          picture === null
            ? icon('circle-dashed')
            : html`<img src=${`data:image/png;base64,${picture}`} alt=${text.heading} />`
        }
      </div>
      <div class="words">
        <h2 id="heading">${text.heading}</h2>
        <p class="muted">${version !== null ? text.own : from ? text.from(from.unitName) : text.none}</p>
        <p class="muted small">${text.help}</p>
      </div>
      ${mayChange ? this.#actions(version) : nothing}
      ${this.error === null ? nothing : html`<error-panel .error=${this.error}></error-panel>`}
    </section>`
  }

  #actions(version: number | null) {
    const { logo: text } = words().templates
    return html`<div class="row">
      <button class="button" ?disabled=${this.isWorking} @click=${() => this.input.click()}>
        ${icon('upload')} ${version === null ? text.upload : text.replace}
      </button>
      ${
        version === null
          ? nothing
          : html`<button class="button" ?disabled=${this.isWorking} @click=${() => void this.#remove(version)}>
              ${icon('trash-2')} ${text.remove}
            </button>`
      }
      <input
        type="file"
        hidden
        aria-label=${text.upload}
        accept=".png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml"
        @change=${() => void this.#send(version ?? 0)}
      />
    </div>`
  }

  async #fetch(): Promise<void> {
    const { unitId } = this
    const shown = await findLogo(unitId).catch(() => null)
    if (unitId === this.unitId) this.shown = shown
  }

  /** What is refused is told here, beside what still applies. */
  async #send(version: number): Promise<void> {
    const [file] = this.input.files ?? []
    if (!file) return
    this.isWorking = true
    this.error = null
    try {
      await saveLogo(this.unitId, version, file)
      tellDone(words().templates.logo.saved)
    } catch (error) {
      this.error = error
    }
    this.input.value = ''
    this.isWorking = false
    await this.#fetch()
  }

  async #remove(version: number): Promise<void> {
    this.error = null
    await did(removeLogo(this.unitId, version), words().templates.logo.removed)
    await this.#fetch()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unit-logo': UnitLogo
  }
}
