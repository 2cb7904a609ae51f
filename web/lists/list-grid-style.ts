import { css } from 'lit'

/** Looks of the table that is edited in place: rows of one height, so that only those in sight are drawn. */
export const listGridStyle = css`
  :host {
    display: block;
  }
  .box {
    max-block-size: max(16rem, calc(100dvh - 17.5rem));
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: auto;
    /* Rows are put in and taken out while it scrolls: what is in sight is reckoned, not anchored. */
    overflow-anchor: none;
  }
  .box:focus-visible {
    outline-offset: -2px;
  }
  .table {
    inline-size: auto;
    min-inline-size: 100%;
    table-layout: fixed;
  }
  .table td,
  .table th {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .table thead th {
    z-index: 3;
  }
  .table tbody :is(td, th) {
    block-size: var(--row);
    padding: 0 0.625rem;
    border-inline-end: 1px solid var(--line);
    vertical-align: middle;
  }
  .table .spacer td {
    padding: 0;
    border: 0;
    block-size: auto;
    background: none;
  }
  /* Number and name stay in sight while the table is moved sideways. */
  .table .place {
    position: sticky;
    inset-inline-start: 0;
    inset-block-start: auto;
    z-index: 2;
    border-block-end: 1px solid var(--line);
    background: var(--sunken);
    color: var(--muted);
    font-weight: 400;
    text-align: end;
  }
  .table thead .place {
    inset-block-start: 0;
    z-index: 4;
    border-block-end-color: var(--line-strong);
  }
  .table .kept {
    position: sticky;
    inset-inline-start: var(--place);
    z-index: 1;
    background: var(--surface);
    font-weight: 500;
  }
  .table thead .kept {
    z-index: 4;
    background: var(--sunken);
    font-weight: 600;
  }
  .table tbody tr:hover :is(td, .kept) {
    background: var(--sunken);
  }
  .table tbody tr.chosen :is(td, .place, .kept) {
    background: var(--blue-soft);
  }
  .place :is(label, .label) {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    justify-content: flex-end;
    min-block-size: 24px;
  }
  .place input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--red);
  }
  td:focus-visible {
    outline: 2px solid var(--blue);
    outline-offset: -2px;
    border-radius: 0;
  }
  .table tbody td.editing {
    padding: 0;
    overflow: visible;
  }
  td .input {
    block-size: calc(var(--row) - 2px);
    min-block-size: 0;
    padding: 0 0.5rem;
    border-radius: 0;
    font: inherit;
  }
  .fault {
    margin-block-start: var(--space);
  }
`
