import { css } from 'lit'

/** The table of the dry run; on a phone each row is a card of its filled cells. */
export const importRowStyles = css`
  .chip.total {
    border-color: transparent;
    background: var(--hue-soft);
    color: var(--hue);
    font-weight: 600;
  }
  .chip.total[aria-pressed='true'] {
    border-color: var(--hue);
    box-shadow: inset 0 0 0 1px var(--hue);
  }
  .box {
    max-block-size: max(14rem, calc(100dvh - 15rem));
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: auto;
    container-type: inline-size;
  }
  th .heading {
    display: block;
    color: var(--muted);
    font-size: 0.75rem;
    font-weight: 400;
  }
  /*
   * A column is as wide as its longest text up to a limit: the widths come from these boxes, since a cell by itself
   * is narrowed to its longest word before the table scrolls. Only a word longer than the limit is cut.
   */
  .text {
    inline-size: max-content;
    max-inline-size: 20rem;
    overflow-wrap: anywhere;
  }
  .text > * {
    white-space: pre-line;
  }
  .text.long {
    max-inline-size: 30rem;
  }
  .table th .name {
    inline-size: max-content;
    max-inline-size: 9.5rem;
    white-space: normal;
  }
  /* Row number and state stay in sight while the table is moved sideways. */
  .table .place {
    position: sticky;
    inset-inline-start: 0;
    inline-size: 5.5rem;
    min-inline-size: 5.5rem;
    border-inline-end: 1px solid var(--line);
    white-space: nowrap;
  }
  .table thead .place {
    z-index: 2;
  }
  .table tbody .place {
    z-index: 1;
    padding: 0.375rem 0.625rem;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
    font-weight: 400;
    text-align: end;
    vertical-align: top;
  }
  .table tbody tr:hover .place {
    background: var(--sunken);
  }
  .mark {
    margin-inline-start: 0.375rem;
    color: var(--hue);
  }
  .mark .word {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }
  tr.open td,
  .table tbody tr.open .place {
    border-block-end-color: transparent;
  }
  .table td.marked {
    background: var(--hue-soft);
    box-shadow: inset 0 0 0 1.5px var(--hue);
  }
  del {
    color: var(--muted);
  }
  ins {
    color: var(--blue);
    font-weight: 500;
    text-decoration: none;
  }
  tr.skipped td {
    color: var(--muted);
    text-decoration: line-through;
  }
  .input.mend {
    min-inline-size: 8rem;
    min-block-size: 1.75rem;
    padding-block: 0;
  }
  .faults td {
    padding-block-start: 0;
  }
  .faults p {
    position: sticky;
    inset-inline-start: 6rem;
    display: flex;
    gap: 0.375rem;
    inline-size: fit-content;
    max-inline-size: min(60rem, calc(100cqi - 7rem));
    color: var(--hue);
    font-size: var(--size-small);
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .faults .icon {
    margin-block-start: 0.15em;
  }
  /* As high as its line, and pressed as far around it as any. */
  .faults .link-button {
    min-block-size: 0;
    margin-block: -0.25rem;
    padding-block: 0.25rem;
  }
  @media (max-width: 700px) {
    .faults .link-button {
      margin-block: 0;
      padding-block: 0.75rem;
    }
    .box {
      max-block-size: none;
    }
    .table thead,
    .faults .place {
      display: none;
    }
    .table tr {
      display: block;
      padding: var(--space) var(--space) 0;
    }
    .table tr.data:not(.open),
    .table tr.faults {
      padding-block-end: var(--space);
      border-block-end: 1px solid var(--line);
    }
    .table td {
      display: grid;
      grid-template-columns: 8rem minmax(0, 1fr);
      gap: 0 var(--space);
      padding: 0.125rem 0.25rem;
      border: 0;
      text-align: start;
    }
    .table td[data-label]::before {
      content: attr(data-label);
      color: var(--muted);
    }
    .text,
    .text.long {
      inline-size: auto;
      max-inline-size: none;
    }
    .table td.empty {
      display: none;
    }
    .table tbody .place {
      position: static;
      display: block;
      inline-size: auto;
      padding: 0.125rem 0.25rem;
      border: 0;
      background: none;
      font-weight: 600;
      text-align: start;
    }
    .mark {
      display: inline-flex;
      gap: 0.25rem;
      align-items: center;
    }
    .mark .word {
      position: static;
      clip-path: none;
      inline-size: auto;
      block-size: auto;
    }
    .table .faults td {
      display: block;
    }
    .faults p {
      position: static;
      max-inline-size: none;
    }
  }
  @media print {
    .box {
      max-block-size: none;
      overflow: visible;
    }
  }
`
