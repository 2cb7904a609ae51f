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

/** Opens and closes the page on which the public reads the newest release: `<public-page .congressId ?mayPublish>`. */
@customElement('public-page')
export class PublicPage extends WordsElement {
  @property() congressId = ''
  @property({ type: Boolean }) mayPublish = false
  @state() private publication: Publication | undefined = undefined

  static override styles = [
    ...controls,
    css`
      section {
        display: grid;
        gap: var(--space);
        padding-block-start: var(--space-2);
        border-block-start: 1px solid var(--line);
      }
      h3,
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

  /** Without it the releases can be read all the same. */
  async #fetch(): Promise<void> {
    this.publication = await findPublication(this.congressId).catch(() => undefined)
  }

  override render() {
    const text = words().releases
    const { publication } = this
    if (publication === undefined) return nothing
    return html`<section aria-labelledby="heading">
      <h3 id="heading">${text.publishHeading}</h3>
      <p class="muted small">${text.publishHelp}</p>
      ${publication === null ? this.#closed() : this.#opened(publication)}
    </section>`
  }

  #closed() {
    const text = words().releases
    return html`<p class="small">${text.publishOff}</p>
      ${
        this.mayPublish
          ? html`<div>
              <button class="button small" @click=${() => this.#do(publishProgramme(this.congressId), text.published)}>
                ${icon('external-link')} ${text.publishNow}
              </button>
            </div>`
          : nothing
      }`
  }

  #opened({ url, version }: NonNullable<Publication>) {
    const text = words().releases
    return html`<copy-field label=${text.address} value=${url}></copy-field>
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
