import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Publication } from '../../server/publications/schema.ts'
import { reachNote } from '../accounts/reach-note.ts'
import { LiveController } from '../api/changes.ts'
import { codePath, findPublication, publishProgramme, renewCode, unpublishProgramme } from '../api/publications.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/copy-field.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/**
 * Opens and closes the page on which the public reads the newest release: `<public-page .congressId ?mayPublish>`. Tells
 * `form-closed`.
 */
@customElement('public-page')
export class PublicPage extends WordsElement {
  @property() congressId = ''
  @property({ type: Boolean }) mayPublish = false
  @state() private publication: Publication | undefined = undefined
  @state() private failure: unknown = null

  static override styles = [
    ...controls,
    css`
      section {
        display: grid;
        gap: var(--space-2);
      }
      p {
        margin: 0;
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, ['publications'], () => void this.#fetch())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    try {
      this.publication = await findPublication(this.congressId)
      this.failure = null
    } catch (error) {
      this.failure = error
    }
  }

  override render() {
    const { common, releases: text } = words()
    const { publication, failure } = this
    const close = () => this.tell('form-closed')
    return html`<modal-dialog heading=${text.publishHeading} @dialog-closed=${close}>
      <section>
        <p class="muted">${text.publishHelp}</p>
        ${failure === null ? nothing : html`<error-panel .error=${failure}></error-panel>`}
        ${publication === undefined ? nothing : publication === null ? this.#closed() : this.#opened(publication)}
      </section>
      <div slot="actions"><button class="button" @click=${close}>${common.close}</button></div>
    </modal-dialog>`
  }

  #closed() {
    const text = words().releases
    return html`<p><span class="badge slate">${icon('ban')}${text.publicState.off}</span> ${text.publishOff}</p>
      ${
        this.mayPublish
          ? html`<div>
              <button
                class="button primary"
                @click=${() => this.#do(publishProgramme(this.congressId), text.published)}
              >
                ${icon('external-link')} ${text.publishNow}
              </button>
            </div>`
          : html`<p class="small muted">${text.mayPublish}</p>`
      }`
  }

  #opened({ url, version }: NonNullable<Publication>) {
    const text = words().releases
    return html`<p><span class="badge green">${icon('circle-check')}${text.publicState.on}</span></p>
      <copy-field label=${text.address} value=${url}></copy-field>
      ${reachNote(url, { isForOutside: true })}
      <div class="row">
        <a class="button small" target="_blank" href=${url}>${icon('external-link')} ${text.look}</a>
        <a class="button small" target="_blank" href=${codePath(this.congressId, language())}>
          ${icon('printer')} ${text.printCode}
        </a>
        ${
          this.mayPublish
            ? html`<button
                  class="button small"
                  @click=${() => this.#do(renewCode(this.congressId, version), text.renewed)}
                >
                  ${icon('rotate-ccw')} ${text.renew}
                </button>
                <button
                  class="button small"
                  @click=${() => this.#do(unpublishProgramme(this.congressId, version), text.unpublished)}
                >
                  ${icon('ban')} ${text.unpublish}
                </button>`
            : nothing
        }
      </div>`
  }

  async #do(work: Promise<unknown>, sentence: string): Promise<void> {
    await did(work, sentence)
    await this.#fetch()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'public-page': PublicPage
  }
}
