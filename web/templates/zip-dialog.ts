import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ZipOfTemplates } from '../../server/templates/schema.ts'
import { checkTemplatesZip, importTemplatesZip } from '../api/templates.ts'
import { WordsElement } from '../parts/element.ts'
import { badge, type Hue } from '../parts/state-badge.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon, type IconName } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

type State = ZipOfTemplates['kinds'][number]['state']

const looks: Readonly<Record<State, readonly [Hue, IconName]>> = {
  new: ['green', 'plus'],
  changed: ['blue', 'pencil'],
  same: ['slate', 'circle-check'],
  faulty: ['red', 'circle-alert'],
}

/** A zip of templates for a unit, over a dry run: `<templates-zip unitId="…">` tells `form-closed`. */
@customElement('templates-zip')
export class TemplatesZip extends WordsElement {
  @property() unitId = ''
  @state() private checked: ZipOfTemplates | null = null
  @state() private error: unknown = null
  @state() private isWorking = false
  @query('input[type=file]') private readonly input!: HTMLInputElement
  #file: File | null = null

  static override styles = [
    ...controls,
    css`
      li {
        padding-block: var(--space);
        border-block-end: 1px solid var(--line);
      }
      .file {
        overflow-wrap: anywhere;
      }
      summary {
        inline-size: fit-content;
        min-block-size: 24px;
        cursor: pointer;
        font-weight: 500;
      }
      li ul li {
        padding-block: 0.125rem;
        border: 0;
        font-size: var(--size-dense);
      }
    `,
  ]

  override render() {
    const { common, templates } = words()
    const text = templates.zip
    const wanted = this.checked?.kinds.filter(({ state: each }) => each === 'new' || each === 'changed').length ?? 0
    return html`<modal-dialog heading=${text.heading} @dialog-closed=${() => this.tell('form-closed')}>
      <div class="stack">
        <div class="field">
          <span class="label">${text.choose}</span>
          <div class="row">
            <button class="button" type="button" ?autofocus=${true} @click=${() => this.input.click()}>
              ${icon('upload')} ${text.chooseFile}
            </button>
            <span class="help file">${this.#file ? text.chosen(this.#file.name) : text.noFile}</span>
          </div>
          <input
            type="file"
            hidden
            aria-label=${text.choose}
            accept=".zip,application/zip"
            @change=${() => void this.#check()}
          />
        </div>
        <error-panel .error=${this.error}></error-panel>
        ${this.isWorking ? html`<p class="muted" role="status">${text.reading}</p>` : nothing}
        ${this.checked ? this.#list(this.checked, wanted) : nothing}
      </div>
      <div slot="actions">
        <button class="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        ${
          this.checked && wanted > 0
            ? html`<button class="button primary" ?disabled=${this.isWorking} @click=${() => void this.#import()}>
                ${text.confirm(wanted)}
              </button>`
            : nothing
        }
      </div>
    </modal-dialog>`
  }

  #list({ kinds, ignored }: ZipOfTemplates, wanted: number) {
    const { zip: text } = words().templates
    const faulty = kinds.filter(({ state: each }) => each === 'faulty').length
    const same = kinds.filter(({ state: each }) => each === 'same')
    const rest = kinds.filter(({ state: each }) => each !== 'same')
    return html`
      <p class="muted">${wanted > 0 ? text.promise : faulty > 0 ? text.allFaulty(faulty) : text.nothing}</p>
      <ul>
        ${rest.map((kind) => this.#kind(kind))}
      </ul>
      ${
        same.length === 0
          ? nothing
          : html`<details>
              <summary>${text.unchanged(same.length)}</summary>
              <ul>
                ${same.map((kind) => this.#kind(kind))}
              </ul>
            </details>`
      }
      ${ignored.length === 0 ? nothing : html`<p class="small muted">${text.ignored(ignored.join(', '))}</p>`}
    `
  }

  #kind({ titles, state: each, faults }: ZipOfTemplates['kinds'][number]) {
    const { zip: text, faults: told, faultOf, files } = words().templates
    return html`<li>
      <span class="row spread"><span>${titles[language()]}</span> ${badge(...looks[each], text.states[each])}</span>
      ${
        faults.length === 0
          ? nothing
          : html`<ul>
              ${faults.map(({ file, line, code, subject }) => {
                const name = file.split('/').at(-1) ?? ''
                return html`<li>${told.at(files[name] ?? file, line)}: ${faultOf[code](subject)}</li>`
              })}
            </ul>`
      }
    </li>`
  }

  async #check(): Promise<void> {
    const [chosen] = this.input.files ?? []
    // The same file can be chosen again after it was mended.
    this.input.value = ''
    if (!chosen) return
    this.#file = chosen
    this.checked = null
    await this.#work(async (file) => (this.checked = await checkTemplatesZip(this.unitId, file)))
  }

  async #import(): Promise<void> {
    const digest = this.checked?.digest ?? ''
    await this.#work(async (file) => {
      const { imported } = await importTemplatesZip(this.unitId, file, digest)
      tellDone(words().templates.zip.done(imported))
      this.tell('form-closed')
    })
  }

  async #work(work: (file: File) => Promise<unknown>): Promise<void> {
    if (!this.#file || this.isWorking) return
    this.isWorking = true
    this.error = null
    try {
      await work(this.#file)
    } catch (error) {
      this.error = error
    }
    this.isWorking = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'templates-zip': TemplatesZip
  }
}
