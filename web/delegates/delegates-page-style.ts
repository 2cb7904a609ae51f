import { css } from 'lit'

/** Looks of the page of delegates: the bar, the groups beside the table. */
export const delegatesPageStyle = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
    align-items: center;
    margin-block-end: var(--space);
  }
  .bar .search {
    inline-size: 15rem;
    max-inline-size: 100%;
  }
  .bar .count {
    margin-inline-start: auto;
  }
  .sides {
    display: grid;
    grid-template-columns: 14rem minmax(0, 1fr);
    gap: var(--space-2);
    align-items: start;
  }
  .groups {
    display: grid;
    gap: var(--space);
  }
  .groups ul {
    max-block-size: max(12rem, calc(100dvh - 22rem));
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .groups li + li {
    border-block-start: 1px solid var(--line);
  }
  .groups li button {
    display: flex;
    gap: var(--space);
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding: 0.375rem var(--space);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .groups li button span:first-child {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .groups .unlisted {
    display: block;
    font-weight: 400;
  }
  .groups .unlisted:empty {
    display: none;
  }
  .groups li button:hover {
    background: var(--sunken);
  }
  .groups li button[aria-pressed='true'] {
    background: var(--red-soft);
    color: var(--red);
    font-weight: 600;
  }
  .selection {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
    align-items: end;
    margin-block-end: var(--space);
    padding: var(--space);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--blue-soft);
  }
  .selection strong {
    align-self: center;
  }
  .selection .field {
    inline-size: 12rem;
  }
  .hint {
    margin-block-start: var(--space);
  }
  @media (max-width: 900px) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
    .groups ul {
      max-block-size: 12rem;
    }
  }
  @media (max-width: 700px) {
    .bar .search,
    .selection .field {
      inline-size: 100%;
    }
  }
`
