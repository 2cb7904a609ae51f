import { css, html, svg, type TemplateResult } from 'lit'
import { words } from '../words/words.ts'

const mark = svg`<path d="M2 0h9a3 3 0 0 1 3 3v13a8 8 0 0 1-8 8H3a3 3 0 0 1-3-3V2a2 2 0 0 1 2-2z" fill="currentColor" />`

/** The mark and name of the product. */
export const brand = (): TemplateResult =>
  html`<svg class="mark" viewBox="0 0 14 24" aria-hidden="true">${mark}</svg><span>${words().common.product}</span>`

export const brandStyles = css`
  .brand {
    display: inline-flex;
    align-items: center;
    gap: var(--space);
    color: var(--red);
    font-size: var(--size-large);
    font-weight: 700;
    text-decoration: none;
  }
  .mark {
    inline-size: 0.75rem;
    block-size: 1.375rem;
  }
`
