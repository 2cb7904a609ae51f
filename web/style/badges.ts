import { css } from 'lit'

/** `.badge` with a hue class (`red gold blue green amber violet slate`): soft ground, icon and word; `.edge` adds the strong edge. */
export const badges = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.3125rem;
    padding: 0.125rem 0.5rem;
    border-radius: var(--radius-round);
    background: var(--slate-soft);
    color: var(--slate);
    font-size: var(--size-small);
    font-weight: 500;
    line-height: 1.4;
    white-space: nowrap;
  }
  .badge .icon {
    inline-size: 1em;
    block-size: 1em;
  }
  .badge.edge {
    border-inline-start: 4px solid currentColor;
    border-radius: var(--radius-small);
  }
  .red {
    --hue: var(--red);
    --hue-soft: var(--red-soft);
  }
  .gold {
    --hue: var(--gold);
    --hue-soft: var(--gold-soft);
  }
  .blue {
    --hue: var(--blue);
    --hue-soft: var(--blue-soft);
  }
  .green {
    --hue: var(--green);
    --hue-soft: var(--green-soft);
  }
  .amber {
    --hue: var(--amber);
    --hue-soft: var(--amber-soft);
  }
  .violet {
    --hue: var(--violet);
    --hue-soft: var(--violet-soft);
  }
  .slate {
    --hue: var(--slate);
    --hue-soft: var(--slate-soft);
  }
  .badge:is(.red, .gold, .blue, .green, .amber, .violet, .slate) {
    background: var(--hue-soft);
    color: var(--hue);
  }
  .notice {
    display: flex;
    gap: var(--space);
    padding: 0.625rem 0.875rem;
    border-inline-start: 4px solid var(--hue, var(--slate));
    border-radius: var(--radius-small);
    background: var(--hue-soft, var(--slate-soft));
    font-size: var(--size-dense);
  }
  .notice > :not(.icon) {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .notice > .icon {
    margin-block-start: 0.15em;
    color: var(--hue, var(--slate));
  }
  @media print {
    .badge,
    .notice {
      print-color-adjust: exact;
    }
  }
`

/**
 * `.chip` = a round filter button, `aria-pressed="true"` or `.on` when on; `.chip.choice` = one round a select (made by
 * parts/chip-select.ts), `.chip.find` = one round a search field.
 */
export const chips = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 1.875rem;
    padding: 0.125rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-round);
    background: var(--surface);
    color: var(--muted);
    font: 500 var(--size-small) / 1.3 var(--font);
    cursor: pointer;
    white-space: nowrap;
  }
  .chip:hover {
    border-color: var(--line-control);
    color: var(--text);
  }
  .chip:is([aria-pressed='true'], .on) {
    border-color: var(--red);
    background: var(--red-soft);
    color: var(--red);
    font-weight: 600;
  }
  .chip:focus-visible {
    border-radius: var(--radius-round);
  }
  .chip:is(.choice, .find) {
    position: relative;
    padding: 0;
  }
  .chip :is(select, input) {
    min-block-size: 1.75rem;
    min-inline-size: 0;
    padding: 0.125rem 0.75rem;
    border: 0;
    border-radius: var(--radius-round);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  .chip select {
    max-inline-size: 14rem;
    padding-inline-end: 1.875rem;
    appearance: none;
    field-sizing: content;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .chip option {
    background: var(--surface);
    color: var(--text);
    font-weight: 400;
  }
  .chip.find > .icon {
    margin-inline-start: 0.75rem;
  }
  .chip input {
    inline-size: 10rem;
    padding-inline-start: 0;
  }
  .chip input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .chip.choice > .icon {
    position: absolute;
    inset-inline-end: 0.75rem;
    pointer-events: none;
  }
  @media (pointer: coarse) {
    .chip {
      min-block-size: 2.75rem;
    }
    .chip :is(select, input) {
      min-block-size: 2.625rem;
    }
    /* Below 16 px a phone zooms into what it types in. */
    .chip input {
      font-size: 1rem;
    }
  }
`
