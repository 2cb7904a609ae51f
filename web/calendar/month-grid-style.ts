import { css } from 'lit'

/** Looks of `<month-grid>`: cells of a month, on a phone with numbers alone. */
export const monthGridStyle = css`
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: clip;
  }
  th {
    padding: var(--space-half) var(--space);
    background: var(--sunken);
    font-size: var(--size-small);
    font-weight: 600;
    text-align: start;
  }
  .short,
  .count {
    display: none;
  }
  td {
    block-size: 6.25rem;
    padding: 0 0 var(--space-half);
    border-block-start: 1px solid var(--line);
    vertical-align: top;
  }
  td + td {
    border-inline-start: 1px solid var(--line);
  }
  .date {
    display: flex;
    inline-size: 100%;
    align-items: baseline;
    justify-content: space-between;
    min-block-size: 28px;
    padding: 0.125rem var(--space);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .date:hover {
    background: var(--sunken);
  }
  .date:focus-visible {
    outline-offset: -2px;
  }
  .number {
    font-weight: 600;
    font-family: var(--font-figures);
  }
  .lunar {
    color: var(--muted);
    font-size: var(--size-small);
    font-family: var(--font-figures);
  }
  .date .clash {
    margin-inline: var(--space-half) auto;
  }
  .off .number {
    color: var(--red);
  }
  .outside {
    background: var(--ground);
  }
  .outside .number {
    color: var(--muted);
    font-weight: 400;
  }
  .today .number {
    padding: 0 0.4375rem;
    border-radius: var(--radius-round);
    background: var(--red);
    color: var(--on-red);
  }
  .chosen {
    box-shadow: inset 0 0 0 2px var(--blue);
  }
  ul {
    display: grid;
    gap: 1px;
    padding-inline: var(--space-half);
  }
  .entry > span:not(.icon) {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .link-button {
    font-size: var(--size-small);
    min-block-size: 24px;
    padding-inline: var(--space);
  }
  @media (max-width: 700px) {
    .today .number {
      padding-inline: 0.125rem;
    }
    /* Still read out: the short name is only for the eye. */
    .long {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
      overflow: hidden;
    }
    .short {
      display: inline;
    }
    td {
      position: relative;
      block-size: 4.25rem;
    }
    :is(ul, .link-button) {
      display: none;
    }
    .date {
      block-size: 4.25rem;
      flex-direction: column;
      align-items: flex-start;
      justify-content: flex-start;
      padding: var(--space-half);
    }
    .date .clash {
      margin-inline: 0;
    }
    .count {
      position: absolute;
      inset: var(--space-half) var(--space-half) auto auto;
      display: inline-block;
      min-inline-size: 1.25rem;
      border-radius: var(--radius-round);
      background: var(--blue-soft);
      color: var(--blue);
      font: 600 0.75rem / 1.25rem var(--font-figures);
      text-align: center;
      pointer-events: none;
    }
  }
  @media print {
    td {
      block-size: 24mm;
      break-inside: avoid;
    }
    .entry > span:not(.icon) {
      -webkit-line-clamp: 1;
    }
    .link-button {
      border: 0;
      color: inherit;
      font-size: 8pt;
      text-decoration: none;
    }
  }
`
