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
  /* Laid out row by row: a table would reckon all of its cells anew for each row that comes into sight. */
  .table,
  .table :is(thead, tbody) {
    display: block;
    min-inline-size: 100%;
  }
  .table thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 3;
  }
  .table tr {
    display: grid;
    grid-template-columns: var(--columns);
  }
  .table tbody tr {
    contain: strict;
    block-size: var(--row);
  }
  .table :is(td, th) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .table thead th {
    position: static;
    z-index: auto;
    align-content: center;
  }
  .table tbody :is(td, th) {
    block-size: var(--row);
    padding: 0 0.625rem;
    border-inline-end: 1px solid var(--line);
    line-height: calc(var(--row) - 1px);
  }
  /* Number and name stay in sight while the table is moved sideways. */
  .aside .table .place,
  .aside .table thead .place {
    position: sticky;
    inset-inline-start: 0;
    z-index: 2;
  }
  .table .place {
    background: var(--sunken);
  }
  .table tbody .place {
    position: static;
    display: grid;
    align-content: center;
    border-block-end: 1px solid var(--line);
    color: var(--muted);
    font-weight: 400;
    text-align: end;
  }
  .aside .table .kept,
  .aside .table thead .kept {
    position: sticky;
    inset-inline-start: var(--place);
    z-index: 1;
  }
  .table tbody .kept {
    background: var(--surface);
    font-weight: 500;
  }
  .table tbody tr:hover :is(td, .kept) {
    background: var(--sunken);
  }
  .table tbody tr.chosen :is(td, .place, .kept) {
    background: var(--blue-soft);
  }
  .table tbody tr.quiet td {
    color: var(--muted);
  }
  .marked {
    display: flex;
    gap: 0.375rem;
  }
  .marked .name {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .mark.amber {
    color: var(--amber);
    font-weight: 500;
  }
  .mark {
    flex: none;
    font-size: 0.8125rem;
    font-style: italic;
    font-weight: 400;
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
