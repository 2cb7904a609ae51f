import { css, html, nothing, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'

interface Tab {
  href: string
  word: string
  isCurrent: boolean
  /** Small number beside the word. */
  count?: number
}

/**
 * Tabs are links, since the address is the view: `${tabs(label, [{ href, word, isCurrent }])}`; needs `tabStyles`. Those
 * within a tab are `inner`.
 */
export const tabs = (label: string, all: readonly Tab[], kind: 'outer' | 'inner' = 'outer'): TemplateResult =>
  html`<nav class="tabs ${kind}" aria-label=${label}>
    ${all.map(
      ({ href, word, isCurrent, count }) =>
        html`<a href=${href} aria-current=${isCurrent ? 'page' : 'false'} ${isCurrent ? ref(bringInSight) : nothing}
          >${word}${count === undefined ? '' : html` <span class="badge">${count}</span>`}</a
        >`,
    )}
  </nav>`

/** On a telephone the row of tabs is wider than the page: it begins with the current one in its middle. */
const bringInSight = (tab: Element | undefined): void => {
  if (!(tab instanceof HTMLElement)) return
  requestAnimationFrame(() => {
    const row = tab.parentElement
    if (row) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2
  })
}

export const tabStyles = css`
  .tabs {
    display: flex;
    gap: var(--space-half);
    margin-block-end: var(--space-2);
    border-block-end: 1px solid var(--line-strong);
    overflow-x: auto;
    scrollbar-width: none;
  }
  .tabs a {
    flex: none;
    display: inline-flex;
    align-items: center;
    gap: var(--space-half);
    min-block-size: var(--control);
    padding: 0 0.875rem;
    border-block-end: 2px solid transparent;
    color: var(--muted);
    font-size: var(--size-dense);
    font-weight: 500;
    text-decoration: none;
  }
  .tabs a:hover {
    color: var(--text);
  }
  .tabs a[aria-current='page'] {
    border-block-end-color: var(--red);
    color: var(--red);
    font-weight: 600;
  }
  .tabs a:focus-visible {
    outline-offset: -2px;
  }
  .tabs.inner {
    border-block-end: 0;
  }
  .tabs.inner a {
    min-block-size: calc(var(--control) - 0.25rem);
    padding-inline: 0.75rem;
    border: 0;
    border-radius: var(--radius-round);
  }
  .tabs.inner a[aria-current='page'] {
    background: var(--red-soft);
  }
  @media print {
    .tabs {
      display: none;
    }
  }
`
