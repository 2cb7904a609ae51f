import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ZipOfTemplates } from '../../server/templates/schema.ts'
import { checkTemplatesZip, importTemplatesZip } from '../api/templates.ts'
import { WordsElement } from '../parts/element.ts'
import { badge, type Hue } from '../parts/state-badge.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import type { IconName } from '../style/icons.ts'
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
  #file: File | null = null

  static override styles = [
    ...controls,
    css`
      li {
        padding-block: var(--space);
        border-block-end: 1px solid var(--line);
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
      <label class="field">
        <span class="label">${text.choose}</span>
        <input
          class="input"
          type="file"
          ?autofocus=${true}
          accept=".zip,application/zip"
          @change=${(event: Event) => void this.#check(event)}
        />
      </label>
      <error-panel .error=${this.error}></error-panel>
      ${this.isWorking ? html`<p class="muted" role="status">${text.reading}</p>` : nothing}
      ${this.checked ? this.#list(this.checked, wanted) : nothing}
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
    const { zip: text, faults: told, faultOf, files } = words().templates
    return html`
      <p class="muted">${wanted === 0 ? text.nothing : text.promise}</p>
      <ul>
        ${kinds.map(
          ({ titles, state: each, faults }) =>
            html`<li>
              <span class="row spread"
                ><span>${titles[language()]}</span> ${badge(...looks[each], text.states[each])}</span
              >
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
            </li>`,
        )}
      </ul>
      ${ignored.length === 0 ? nothing : html`<p class="small muted">${text.ignored(ignored.join(', '))}</p>`}
    `
  }

  async #check(event: Event): Promise<void> {
    this.#file = (event.target as HTMLInputElement).files?.[0] ?? null
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
