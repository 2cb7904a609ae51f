import { css } from 'lit'

export const formPageStyle = css`
  .settings {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) var(--space-2);
  }
  .settings label {
    flex: 1 1 14rem;
    max-inline-size: 24rem;
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 18rem;
    gap: var(--space-2);
    align-items: start;
  }
  .parts {
    min-inline-size: 0;
  }
  h2 {
    margin-block-end: var(--space);
  }
  .scroll {
    max-block-size: 70dvh;
    border: 1px solid var(--line-strong);
    background: var(--surface);
    overflow: auto;
  }
  table {
    inline-size: auto;
    min-inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--size-dense);
  }
  td,
  th {
    padding: 0;
    border: 1px solid var(--line);
    vertical-align: top;
  }
  th {
    padding: 0.25rem 0.5rem;
    background: var(--sunken);
    color: var(--muted);
    font-weight: 500;
    text-align: center;
    white-space: nowrap;
  }
  td > :is(button, span) {
    display: block;
    inline-size: 100%;
    min-inline-size: 4rem;
    min-block-size: 1.875rem;
    padding: 0.25rem 0.5rem;
    border: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .number {
    float: inline-end;
    margin-inline-start: var(--space-half);
    color: var(--muted);
    font-size: var(--size-small);
  }
  th button {
    min-inline-size: 1.75rem;
    min-block-size: 1.5rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    cursor: pointer;
  }
  td button {
    cursor: pointer;
  }
  td button:hover {
    background: var(--sunken);
  }
  td .marked {
    background: var(--blue-soft);
    color: var(--blue);
    font-weight: 500;
  }
  td .chosen {
    outline: 2px solid var(--red);
    outline-offset: -2px;
  }
  td .formula {
    color: var(--muted);
    font-style: italic;
  }
  .repeated th,
  .repeated th button {
    background: var(--gold-soft);
    color: var(--text);
  }
  .editor {
    position: sticky;
    inset-block-start: 4rem;
    padding: var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--surface);
  }
  .editor textarea {
    min-block-size: 3.5rem;
  }
  .notice > div {
    flex: 1 1 0;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-half);
    max-block-size: 16rem;
    overflow: auto;
  }
  .fields .label {
    flex: 1 0 100%;
  }
  @media (max-width: 900px) {
    .desk {
      grid-template-columns: minmax(0, 1fr);
    }
    .editor {
      inset-block: auto 4rem;
      max-block-size: 45dvh;
      z-index: 5;
      box-shadow: var(--shadow);
      overflow: auto;
    }
  }
`
