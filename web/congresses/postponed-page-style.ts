import { css } from 'lit'

/** Looks of `<postponed-page>`: the wish above, a table on a laptop, cards on a phone. */
export const postponedPageStyle = css`
  .help {
    max-inline-size: 60rem;
    margin-block-end: var(--space-2);
    font-size: var(--size-dense);
  }
  .wish {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) 1.5rem;
    align-items: start;
    margin-block-end: var(--space-2);
  }
  .wish .field {
    inline-size: 14rem;
  }
  .label {
    display: block;
    padding: 0;
    margin-block-end: var(--space-half);
    font-size: var(--size-dense);
    font-weight: 500;
  }
  .box {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow-x: auto;
  }
  .table td {
    overflow-wrap: anywhere;
  }
  .table td:nth-child(2) {
    min-inline-size: 10rem;
  }
  .table td:nth-child(3) {
    min-inline-size: 7.5rem;
  }
  .table td:nth-child(6) {
    min-inline-size: 8rem;
  }
  .table td:nth-child(7) {
    min-inline-size: 14rem;
  }
  .days {
    white-space: nowrap;
  }
  .wish .row {
    gap: 0 1.25rem;
  }
  td date-field {
    inline-size: 12rem;
  }
  td select.input {
    inline-size: 7rem;
  }
  td a {
    display: inline-block;
    min-block-size: 24px;
  }
  .choose input {
    inline-size: 24px;
    block-size: 24px;
    accent-color: var(--red);
  }
  .second {
    display: block;
    color: var(--muted);
    font-size: var(--size-small);
  }
  .out {
    color: var(--muted);
  }
  .moved {
    color: var(--blue);
  }
  td .small {
    display: block;
  }
  .notes,
  p.notice {
    margin-block-end: var(--space);
  }
  .notes {
    display: grid;
    gap: var(--space-half);
  }
  li .icon {
    color: var(--hue);
  }
  .more {
    margin: var(--space);
  }
  .give {
    margin-block-start: var(--space-2);
  }
  @media (max-width: 700px) {
    thead {
      display: none;
    }
    tr {
      position: relative;
      display: flex;
      flex-direction: column;
      padding: var(--space);
      border-block-end: 1px solid var(--line);
    }
    .table td {
      display: grid;
      grid-template-columns: 6rem minmax(0, 1fr);
      gap: 0 var(--space);
      padding: 0.125rem 0;
      border: 0;
    }
    td::before {
      grid-row: span 2;
      content: attr(data-label);
      color: var(--muted);
    }
    .table td.first {
      display: block;
      min-block-size: 2rem;
      padding-inline-end: 3rem;
      font-weight: 600;
    }
    td.first::before,
    td.choose::before {
      content: none;
    }
    .first .second {
      font-weight: 400;
    }
    .table td.choose {
      position: absolute;
      inset: var(--space) var(--space) auto auto;
      display: block;
      background: none;
    }
    .wish .field {
      inline-size: calc(50% - var(--space));
      min-inline-size: 0;
      flex: 1 1 9rem;
    }
    td .badge {
      justify-self: start;
    }
    .table td.empty {
      display: none;
    }
    td date-field {
      inline-size: 100%;
    }
  }
`
