import { css } from 'lit'

/**
 * `<button class="button">` secondary; with `primary` (one per view), `quiet` (no edge), `danger`, `icon-only` (needs
 * an aria-label), `small`; the same classes serve links. `.link-button` looks like a link; `.segments` joins choices
 * (`aria-pressed` or `aria-current` marks the chosen one).
 */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space);
    min-block-size: var(--control);
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: var(--text);
    font: 500 var(--size-dense) / 1.3 var(--font);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 0.12s,
      border-color 0.12s;
  }
  .button:hover {
    border-color: var(--line-control);
    background: var(--sunken);
  }
  .button.primary {
    border-color: var(--red);
    background: var(--red);
    color: var(--on-red);
    font-weight: 600;
  }
  .button.primary:hover {
    border-color: var(--red-hover);
    background: var(--red-hover);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
  }
  .button.quiet:hover {
    background: var(--sunken);
  }
  .button.danger {
    border-color: var(--red);
    color: var(--red);
  }
  .button.danger:hover {
    background: var(--red-soft);
  }
  .button.icon-only {
    inline-size: var(--control);
    padding: 0;
  }
  .button.small {
    min-block-size: 1.875rem;
    padding: 0.125rem 0.625rem;
    font-size: var(--size-small);
  }
  .button.small.icon-only {
    inline-size: 1.875rem;
    padding: 0;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  .button[aria-busy='true'] {
    cursor: progress;
  }
  .link-button {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--blue);
    font: inherit;
    font-weight: 500;
    text-align: start;
    cursor: pointer;
  }
  .link-button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .segments {
    display: inline-flex;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    overflow: clip;
  }
  .segments > :is(button, a) {
    min-block-size: calc(var(--control) - 2px);
    padding: 0 0.75rem;
    display: inline-flex;
    align-items: center;
    gap: var(--space);
    border: 0;
    border-inline-start: 1px solid var(--line-strong);
    background: transparent;
    color: var(--text);
    font: 500 var(--size-dense) / 1.2 var(--font);
    text-decoration: none;
    cursor: pointer;
  }
  .segments > :first-child {
    border-inline-start: 0;
  }
  .segments > :hover {
    background: var(--sunken);
  }
  .segments > :is([aria-pressed='true'], [aria-current]) {
    background: var(--sunken);
    font-weight: 600;
    box-shadow: inset 0 -2px 0 var(--red);
  }
  .segments > :focus-visible {
    outline-offset: -2px;
  }
  @media (pointer: coarse) {
    .button.small {
      min-block-size: 2.75rem;
    }
    .button.small.icon-only {
      inline-size: 2.75rem;
    }
    .link-button {
      min-block-size: 2.75rem;
    }
  }
`
