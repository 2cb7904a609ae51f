import { css } from 'lit'

/** Looks of `<pair-card>`: two columns beside the names of the fields, on a phone under them. */
export const pairCardStyle = css`
  :host {
    display: block;
  }
  .card {
    display: grid;
    gap: var(--space);
    padding: var(--space-2);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-half) var(--space);
  }
  h2 {
    font-size: var(--size-heading, 1.0625rem);
    overflow-wrap: anywhere;
  }
  .verdicts,
  .verdicts div {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-half) var(--space-2);
    margin: 0;
  }
  .verdicts div {
    gap: var(--space-half);
    align-items: baseline;
  }
  .verdicts dt {
    font-weight: 600;
  }
  .verdicts dd {
    margin: 0;
  }
  .same .icon {
    color: var(--green);
  }
  :is(.near, .other) .icon {
    color: var(--amber);
  }
  .table {
    table-layout: fixed;
    inline-size: 100%;
  }
  .table :is(th, td) {
    position: static;
    overflow-wrap: anywhere;
    white-space: normal;
    vertical-align: top;
  }
  .table tr > :first-child {
    inline-size: 12rem;
  }
  thead th span {
    margin-inline-end: var(--space);
  }
  .differs :is(th, td) {
    background: var(--amber-soft);
  }
  .taken {
    font-weight: 600;
  }
  .check {
    display: flex;
    gap: var(--space-half);
    align-items: baseline;
  }
  ul {
    list-style: none;
  }
  @media (max-width: 700px) {
    .table,
    .table :is(thead, tbody) {
      display: block;
    }
    .table tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    .table tr > :first-child {
      grid-column: 1 / -1;
      inline-size: auto;
    }
    .table thead tr > td:first-child {
      display: none;
    }
    .table :is(th, td)::before {
      display: none;
    }
    .actions .button {
      flex: 1 1 auto;
    }
  }
`
