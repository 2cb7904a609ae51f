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
  }
  th .heading {
    display: block;
    color: var(--muted);
    font-size: 0.75rem;
    font-weight: 400;
  }
  td {
    max-inline-size: 22rem;
    overflow-wrap: anywhere;
  }
  .mark {
    inline-size: 2.5rem;
    color: var(--hue);
    text-align: center;
  }
  .mark .word {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }
  tr.open td {
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
  .faults td {
    max-inline-size: none;
    padding-block-start: 0;
  }
  .faults p {
    display: flex;
    gap: 0.375rem;
    max-inline-size: 60rem;
    color: var(--hue);
    font-size: var(--size-small);
    font-weight: 500;
  }
  .faults .icon {
    margin-block-start: 0.15em;
  }
  @media (max-width: 700px) {
    .box {
      max-block-size: none;
    }
    .table thead,
    .faults td:first-child {
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
      max-inline-size: none;
      padding: 0.125rem 0.25rem;
      border: 0;
      text-align: start;
    }
    .table td[data-label]::before {
      content: attr(data-label);
      grid-row: 1 / span 2;
      color: var(--muted);
    }
    .table td.empty {
      display: none;
    }
    .table td.number,
    .table td.mark {
      display: inline-flex;
      inline-size: auto;
      gap: 0.375rem;
      align-items: center;
      font-weight: 600;
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
  }
  @media print {
    .box {
      max-block-size: none;
      overflow: visible;
    }
  }
`
