import { css } from 'lit'

/** Looks of the page of lists: the bar above the table. */
export const listsPageStyle = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) var(--space-2);
    align-items: center;
    margin-block-end: var(--space);
  }
  .head label {
    display: flex;
    gap: var(--space);
    align-items: center;
  }
  .head select {
    inline-size: auto;
    max-inline-size: 18rem;
  }
  .head .search {
    inline-size: 16rem;
    max-inline-size: 100%;
  }
  .hint {
    margin-block-start: var(--space);
  }
  @media (max-width: 700px) {
    .head label,
    .head select,
    .head .search {
      inline-size: 100%;
      max-inline-size: none;
    }
  }
`
