import { css } from 'lit'

/** Looks of `<record-table>`: a table on a laptop, cards on a phone. */
export const recordTableStyle = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) var(--space-2);
    align-items: center;
    margin-block-end: var(--space);
  }
  .head .input {
    inline-size: 16rem;
    max-inline-size: 100%;
  }
  .box {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow-x: auto;
  }
  :host([scrolled]) {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  :host([scrolled]) .box {
    overflow: auto;
  }
  :host([scrolled]) .table thead > tr > * {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  th button {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  /* Where the table fits, the page scrolls under its head; whoever puts it into a box of its own says how high. */
  @container (min-width: 58rem) {
    .box {
      overflow: clip;
    }
    .table thead > tr > * {
      position: sticky;
      inset-block-start: var(--table-top, 3rem);
      z-index: 1;
    }
  }
  /* Figures are short: what they count may take two lines. */
  th.number button {
    max-inline-size: 8rem;
    white-space: normal;
    text-align: end;
  }
  td {
    overflow-wrap: anywhere;
  }
  .second {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    max-inline-size: 16rem;
    color: var(--muted);
    font-size: var(--size-small);
    overflow: hidden;
  }
  td.narrow {
    white-space: nowrap;
    overflow-wrap: normal;
  }
  .table tbody td.tools {
    padding-block: 0.125rem;
  }
  td.tools {
    white-space: nowrap;
    text-align: end;
  }
  /* On a laptop its picture and the name under the pointer are enough; on a phone there is no pointer. */
  .labelled .word {
    display: none;
  }
  /* Targets of 24 px at least, also where rows stand close. */
  td a,
  td .link-button {
    display: inline-block;
    min-block-size: 24px;
  }
  .table thead td.choose {
    vertical-align: middle;
  }
  .choose input {
    inline-size: 24px;
    block-size: 24px;
    accent-color: var(--red);
    margin: 0;
  }
  /* The whole cell is pressed, not the box alone. */
  td.choose {
    position: relative;
    inline-size: 3rem;
    min-inline-size: 3rem;
  }
  .choose label {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    cursor: pointer;
  }
  tr.chosen td {
    background: var(--blue-soft);
  }
  .more {
    margin: var(--space);
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
    .table td,
    .table td.number {
      display: grid;
      grid-template-columns: 7rem minmax(0, 1fr);
      gap: 0 var(--space);
      justify-items: start;
      padding: 0.125rem 0;
      border: 0;
      text-align: start;
    }
    /* A label is longer than its column sooner than a figure: it may always break. */
    td::before {
      min-inline-size: 0;
      white-space: normal;
      overflow-wrap: anywhere;
      grid-row: span 2;
      content: attr(data-label);
      color: var(--muted);
    }
    /* The first says what the row is: it needs no label. */
    .table td.first {
      display: block;
      order: -1;
      min-block-size: 2rem;
      padding-inline-end: 6rem;
      font-weight: 600;
    }
    td.first::before,
    td.tools::before,
    td.choose::before {
      content: none;
    }
    .table td:is(.tools, .choose) {
      position: absolute;
      inset: var(--space-half) var(--space-half) auto auto;
      display: block;
      background: none;
    }
    .table td.choose {
      inset: 0 0 auto auto;
      inline-size: 3.5rem;
      block-size: 3rem;
      background: none;
    }
    .button.small.icon-only.labelled {
      inline-size: auto;
      padding-inline: 0.625rem;
      border-color: var(--line-strong);
    }
    .labelled .word {
      display: inline;
    }
    .second {
      -webkit-line-clamp: 3;
    }
    .table td.empty {
      display: none;
    }
    .head .input {
      inline-size: 100%;
    }
  }
`
