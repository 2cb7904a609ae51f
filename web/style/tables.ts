import { css } from 'lit'

/** `<table class="table">`: dense 14-px rows, sticky header, figures of one width; `.number` aligns right. */
export const tables = css`
  .table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font: 400 var(--size-dense) / 1.4 var(--font-figures);
  }
  .table th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 0.5rem 0.625rem;
    border-block-end: 1px solid var(--line-strong);
    background: var(--sunken);
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }
  .table thead td {
    border-block-end: 1px solid var(--line-strong);
    background: var(--sunken);
  }
  .table td {
    padding: 0.375rem 0.625rem;
    border-block-end: 1px solid var(--line);
    vertical-align: top;
  }
  .table tbody tr:hover td {
    background: var(--sunken);
  }
  .table .number {
    text-align: end;
    white-space: nowrap;
  }
  @media print {
    .table th {
      position: static;
    }
    .table tr {
      break-inside: avoid;
    }
  }
`
