import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** A frame narrower than this shows no readable page of A4; the phone opens the file instead. */
const wideEnough = '(min-width: 700px)'

/** Asks the browser's viewer for the page alone, as wide as the frame. */
const plainViewer = '#toolbar=0&navpanes=0&view=FitH'

/**
 * The paper as it will be printed: `<paper-preview heading="…" path="/api/….pdf" .edition=${3}>`; another `edition`
 * fetches it anew. On a phone there is a button that opens it, and where the browser shows no PDF one that fetches it.
 */
@customElement('paper-preview')
export class PaperPreview extends WordsElement {
  @property() heading = ''
  @property() path = ''
  @property({ type: Number }) edition = 0
  @state() private isWide = matchMedia(wideEnough).matches

  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      iframe {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 24rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--sunken);
      }
      .closed {
        display: flex;
        flex-direction: column;
        gap: var(--space);
        align-items: center;
        padding: var(--space-4) var(--space-2);
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius);
        background: var(--sunken);
        text-align: center;
      }
      .closed > .icon {
        inline-size: 2rem;
        block-size: 2rem;
        color: var(--muted);
      }
    `,
  ]

  readonly #follow = ({ matches }: MediaQueryListEvent): void => {
    this.isWide = matches
  }

  override connectedCallback(): void {
    super.connectedCallback()
    matchMedia(wideEnough).addEventListener('change', this.#follow)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    matchMedia(wideEnough).removeEventListener('change', this.#follow)
  }

  override render() {
    const { papers } = words()
    if (this.isWide && navigator.pdfViewerEnabled) {
      const frame = html`<iframe title=${this.heading} src=${this.path + plainViewer}></iframe>`
      return keyed(`${this.path} ${this.edition}`, frame)
    }
    return html`
      <div class="closed">
        ${icon('file-text')}
        ${
          navigator.pdfViewerEnabled
            ? html`<a class="button" href=${this.path} target="_blank">${icon('external-link')} ${papers.open}</a>`
            : html`<p class="muted">${papers.notShown}</p>
                <a class="button" href=${this.path} download>${icon('download')} ${papers.download}</a>`
        }
      </div>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-preview': PaperPreview
  }
}
