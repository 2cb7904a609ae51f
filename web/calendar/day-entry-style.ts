import { css } from 'lit'

/** Looks of one line on a day: what day it is, a congress, a booking. */
export const dayEntryStyle = css`
  .clash {
    display: inline-flex;
    align-items: center;
    gap: 0.125rem;
    padding: 0 0.3125rem;
    border-radius: var(--radius-round);
    background: var(--amber-soft);
    color: var(--amber);
    font: 600 0.75rem / 1.25rem var(--font-figures);
  }
  .clash .icon {
    inline-size: 0.875em;
    block-size: 0.875em;
  }
  .entry {
    display: flex;
    gap: var(--space-half);
    min-block-size: 24px;
    padding: 0.0625rem var(--space-half);
    border-radius: var(--radius-small);
    color: var(--text);
    font-size: var(--size-small);
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .entry > .icon {
    margin-block-start: 0.2em;
    color: var(--hue);
  }
  .congress,
  .booking {
    background: var(--hue-soft);
  }
  .congress:hover {
    text-decoration: underline;
  }
  .round {
    font-weight: 600;
  }
  .mark {
    padding: 0 0.375rem;
    border: 1px solid currentColor;
    border-radius: var(--radius-round);
    color: var(--hue);
    font-size: 0.75rem;
    white-space: nowrap;
  }
  @media print {
    .entry {
      min-block-size: 0;
      background: none;
      font-size: 8pt;
    }
  }
`
