import { css } from 'lit'

export const quotaBoardStyle = css`
  :host {
    display: block;
  }
  .scroll {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .table td {
    vertical-align: middle;
  }
  .table .input {
    inline-size: 5rem;
    text-align: end;
  }
  .table .name {
    min-inline-size: 11rem;
    overflow-wrap: anywhere;
  }
  .aims {
    min-inline-size: 14rem;
  }
  .sum th,
  .sum td {
    position: static;
    background: var(--sunken);
    border-block-end: 1px solid var(--line);
    font-weight: 600;
    white-space: normal;
  }
  .pick {
    inline-size: 2rem;
  }
  input[type='checkbox'] {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    accent-color: var(--red);
  }
  .figures {
    white-space: nowrap;
  }
  .told {
    font-weight: 500;
    color: var(--hue);
  }
  .warn {
    color: var(--amber);
  }
  section {
    margin-block-end: var(--space-2);
  }
  section h2 {
    margin-block-end: var(--space);
  }
  section ul {
    display: grid;
    gap: var(--space);
  }
  .card {
    display: grid;
    gap: var(--space);
  }
  .card .name {
    flex: 1;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .card .name p {
    font-weight: 400;
  }
  .card label {
    display: flex;
    align-items: center;
    gap: var(--space);
    font-size: var(--size-small);
  }
  .card .input {
    inline-size: 5rem;
    text-align: end;
  }
`
