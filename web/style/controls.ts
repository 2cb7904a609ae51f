import { css } from 'lit'
import { badges, chips } from './badges.ts'
import { buttons } from './buttons.ts'
import { fields } from './fields.ts'
import { tables } from './tables.ts'

/** What every shadow root needs: boxes, headings, links, the focus ring, `.visually-hidden`, `.row`, `.stack`, `.card`. */
export const ground = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--size-heading);
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  h2 {
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.4;
  }
  h3 {
    font-size: var(--size);
    font-weight: 600;
    line-height: 1.4;
  }
  h1:focus {
    outline: none;
  }
  a {
    color: var(--blue);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  a:not(:hover) {
    text-decoration-color: color-mix(in srgb, currentColor 45%, transparent);
  }
  :focus-visible {
    outline: 2px solid var(--blue);
    outline-offset: 2px;
    border-radius: var(--radius-small);
  }
  .icon {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    vertical-align: -0.2em;
  }
  .visually-hidden:not(:focus):not(:active) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: var(--size-small);
  }
  .figures {
    font-family: var(--font-figures);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space);
  }
  .spread {
    justify-content: space-between;
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
  }
  .card {
    padding: var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      transition: none !important;
    }
  }
  @media print {
    .no-print {
      display: none !important;
    }
    .card {
      border: 0;
      padding: 0;
    }
  }
`

/** All shared sheets: `static styles = [...controls, css\`…\`]`. */
export const controls = [ground, buttons, fields, badges, chips, tables]
