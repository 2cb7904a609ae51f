import { css } from 'lit'

/** Looks of `<calendar-page>`: a month of cells with a day beside it, a list, and a sheet of A4 across. */
export const calendarPageStyle = css`
  .filters {
    margin-block-end: var(--space-2);
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 17.5rem;
    gap: var(--space-2);
    align-items: start;
  }
  .month-grid {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: clip;
  }
  .month-grid th {
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
  .month-grid td {
    block-size: 6.25rem;
    padding: 0 0 var(--space-half);
    border-block-start: 1px solid var(--line);
    vertical-align: top;
  }
  .month-grid td + td {
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
  .month-grid ul {
    display: grid;
    gap: 1px;
    padding-inline: var(--space-half);
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
  .congress {
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
  .month-grid .entry > span:not(.icon) {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .month-grid .link-button {
    min-block-size: 24px;
    padding-inline: var(--space);
  }
  aside {
    position: sticky;
    inset-block-start: 4rem;
    display: grid;
    gap: var(--space);
    max-block-size: calc(100dvh - 5rem);
    overflow: auto;
    font-size: var(--size-dense);
  }
  .entries {
    display: grid;
    gap: var(--space);
  }
  .entries .entry {
    font-size: var(--size-dense);
  }
  .second {
    display: block;
    padding-inline-start: 1.75rem;
    color: var(--muted);
    font-size: var(--size-small);
    overflow-wrap: anywhere;
  }
  .agenda > li {
    display: grid;
    grid-template-columns: 13rem minmax(0, 1fr);
    gap: var(--space) var(--space-2);
    padding-block: var(--space);
    border-block-start: 1px solid var(--line);
  }
  .agenda h2 {
    font-size: var(--size);
  }
  .agenda .today h2 {
    color: var(--red);
  }
  @media (max-width: 900px) {
    .main {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: static;
      max-block-size: none;
    }
  }
  @media (max-width: 700px) {
    .long {
      display: none;
    }
    .short {
      display: inline;
    }
    .month-grid td {
      position: relative;
      block-size: 3.5rem;
    }
    .month-grid :is(ul, .link-button) {
      display: none;
    }
    .date {
      block-size: 3.5rem;
      flex-direction: column;
      align-items: flex-start;
      justify-content: flex-start;
      padding: var(--space-half);
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
    .agenda > li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .main {
      display: block;
    }
    .month-grid td {
      block-size: 24mm;
      break-inside: avoid;
    }
    .entry {
      min-block-size: 0;
      background: none;
      font-size: 8pt;
    }
    .month-grid .entry > span:not(.icon) {
      -webkit-line-clamp: 1;
    }
    .month-grid .link-button {
      border: 0;
      color: inherit;
      font-size: 8pt;
      text-decoration: none;
    }
    .agenda > li {
      break-inside: avoid;
    }
  }
`
