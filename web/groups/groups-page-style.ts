import { css } from 'lit'

export const groupsPageStyle = css`
  .summary {
    display: grid;
    gap: var(--space);
    margin-block-end: var(--space-2);
  }
  .summary ul {
    display: grid;
    gap: 0.25rem;
    font-size: var(--size-dense);
  }
  .summary .even {
    color: var(--green);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
    align-items: center;
    margin-block-end: var(--space-2);
  }
  .bar .search {
    inline-size: 17rem;
    max-inline-size: 100%;
  }
  @media (max-width: 700px) {
    .bar .search {
      inline-size: 100%;
    }
  }
`
