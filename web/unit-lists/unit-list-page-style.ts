import { css } from 'lit'

export const unitListPageStyle = css`
  .standing {
    display: grid;
    gap: var(--space);
    margin-block-end: var(--space-2);
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-half) var(--space-2);
    align-items: baseline;
  }
  .figures dt {
    color: var(--muted);
    font-size: var(--size-small);
  }
  .figures dd {
    margin: 0;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  dl.figures {
    margin: 0;
  }
  .figures dl div {
    display: flex;
    gap: var(--space-half);
    align-items: baseline;
  }
  .aims {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
  }
  .aims .badge {
    white-space: normal;
  }
  .told {
    padding: var(--space) var(--space-2);
    border-inline-start: 3px solid var(--blue);
    background: var(--blue-soft);
    border-radius: var(--radius);
  }
  .told.amber {
    border-color: var(--amber);
    background: var(--amber-soft);
  }
  .told ul {
    padding-inline-start: 1.25rem;
    list-style: disc;
  }
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
  .hint {
    margin-block-start: var(--space);
  }
  @media (max-width: 700px) {
    .bar .search {
      inline-size: 100%;
    }
  }
`
