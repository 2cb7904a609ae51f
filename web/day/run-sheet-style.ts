import { css } from 'lit'

/**
 * The run sheet as a table; on a phone each item is a card. On the screen its rows are grids of their own: only so can
 * those out of sight be left to be laid out later. On paper it is a table indeed, with its head on each page.
 */
export const runSheetStyles = css`
  :host {
    display: block;
  }
  table {
    inline-size: 100%;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    border-collapse: separate;
    border-spacing: 0;
    background: var(--surface);
    font-size: var(--size-dense);
  }
  th {
    padding: var(--space-half) var(--space);
    color: var(--muted);
    font-size: var(--size-small);
    font-weight: 500;
    text-align: start;
  }
  td {
    padding: var(--space) var(--space);
    border-block-start: 1px solid var(--line);
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .number {
    text-align: end;
  }
  .time {
    white-space: nowrap;
  }
  .expected {
    font-weight: 600;
  }
  .planned {
    display: block;
  }
  .item > td:first-child {
    border-inline-start: 4px solid var(--line-strong);
  }
  .item.awards > td:first-child {
    border-inline-start-color: var(--gold);
  }
  .item.running > td {
    background: var(--red-soft);
  }
  .item.running > td:first-child {
    border-inline-start-color: var(--red);
  }
  .item.next > td:first-child {
    border-inline-start-color: var(--blue);
  }
  .item:is(.held, .passed-over) > td {
    color: var(--muted);
  }
  .item.break > td {
    background: var(--sunken);
  }
  .stage {
    margin-inline-end: var(--space-half);
    color: var(--muted);
  }
  .stage.running {
    color: var(--red);
  }
  .stage.held {
    color: var(--green);
  }
  .cue > td {
    padding-block: var(--space-half);
    border-block-start: 1px dashed var(--line);
    font-size: var(--size-small);
  }
  .taps {
    block-size: 3rem;
    white-space: nowrap;
    text-align: end;
  }
  th.no-print {
    text-align: end;
  }
  @media screen {
    .cues-1 {
      --cues: minmax(0, 1fr);
    }
    .cues-2 {
      --cues: repeat(2, minmax(0, 1fr));
    }
    .cues-3 {
      --cues: repeat(3, minmax(0, 1fr));
    }
    .cues-4 {
      --cues: repeat(4, minmax(0, 1fr));
    }
    .tapped {
      --taps: 8.5rem;
    }
    table,
    thead,
    tbody {
      display: block;
    }
    tr {
      display: grid;
      grid-template-columns: 7.5rem 3rem minmax(0, 2fr) minmax(0, 1fr) var(--cues,) var(--taps,);
    }
    .many > tbody > tr {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 3rem;
    }
  }
  .batches {
    margin-block-start: var(--space-half);
    padding-inline-start: 1.25rem;
    list-style: decimal;
  }
  details {
    margin-block-start: var(--space-half);
  }
  summary {
    color: var(--blue);
    cursor: pointer;
  }
  .words {
    max-inline-size: 40rem;
    padding: var(--space-half) 0 0;
    font-size: var(--size);
    white-space: pre-line;
  }
  .phone-only {
    display: none;
  }
  @media (max-width: 700px) {
    .phone-only {
      display: inline;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }
    tr {
      grid-template-columns: auto 1fr auto;
      border-block-start: 1px solid var(--line);
    }
    tr:first-child {
      border-block-start: 0;
    }
    td,
    .cue > td {
      grid-column: 1 / -1;
      padding-block: var(--space-half);
      border: 0;
    }
    td.time {
      grid-column: 1;
    }
    td.number {
      grid-column: 2;
      text-align: start;
    }
    td.taps {
      grid-column: 1 / -1;
      text-align: start;
    }
    td:empty {
      display: none;
    }
    .many > tbody > .item {
      contain-intrinsic-block-size: auto 9rem;
    }
    .item {
      border-inline-start: 4px solid var(--line-strong);
    }
    .item.running {
      border-inline-start-color: var(--red);
    }
    .item.next {
      border-inline-start-color: var(--blue);
    }
    .item > td:first-child {
      border-inline-start: 0;
    }
  }
`
