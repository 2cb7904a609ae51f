import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'

/** A step above the page: [address, word]. */
export type Crumb = readonly [href: string, word: string]

/**
 * The head of a page: `<page-header heading="…" .crumbs=${[['/congresses', '…']]}>` with badges beside the heading in
 * `slot="beside"` and buttons in `slot="actions"`. `compact`: on a phone its few small buttons stay beside the heading.
 * The shell moves the focus to its heading after a change of page.
 */
@customElement('page-header')
export class PageHeader extends LitElement {
  static override styles = [
    ...controls,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space) var(--space-2);
        margin-block-end: var(--space-2);
        min-block-size: var(--control);
      }
      .place {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-half) var(--space);
        min-inline-size: 0;
      }
      h1 {
        overflow-wrap: anywhere;
      }
      nav ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half);
        font-size: var(--size-dense);
      }
      nav li {
        display: flex;
        align-items: center;
        gap: var(--space-half);
        color: var(--muted);
      }
      nav a {
        color: var(--muted);
        text-decoration: none;
      }
      nav a:hover {
        text-decoration: underline;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space);
      }
      @media (max-width: 700px) {
        header {
          margin-block-end: var(--space);
        }
        /* Where it is and how it stands share a line. */
        h1 {
          order: 1;
          flex-basis: 100%;
          font-size: var(--size-large);
        }
        :host([compact]) header {
          display: grid;
          grid-template-columns: minmax(0, 1fr) auto;
          gap: var(--space-half) var(--space);
        }
        :host([compact]) .place {
          display: contents;
        }
        :host([compact]) h1 {
          grid-area: 1 / 1;
        }
        :host([compact]) .actions {
          grid-area: 1 / 2;
        }
        :host([compact]) ::slotted([slot='beside']) {
          grid-column: 1 / -1;
          justify-self: start;
        }
      }
      @media print {
        nav,
        .actions {
          display: none;
        }
      }
    `,
  ]

  @property() heading = ''
  @property({ attribute: false }) crumbs: readonly Crumb[] = []

  override render() {
    return html`<header>
      <div class="place">
        ${
          this.crumbs.length === 0
            ? nothing
            : html`<nav aria-label=${this.heading}>
                <ol>
                  ${this.crumbs.map(([href, word]) => html`<li><a href=${href}>${word}</a>${icon('chevron-right')}</li>`)}
                </ol>
              </nav>`
        }
        <h1 tabindex="-1">${this.heading}</h1>
        <slot name="beside"></slot>
      </div>
      <div class="actions"><slot name="actions"></slot></div>
    </header>`
  }
}
