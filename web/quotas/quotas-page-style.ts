import { css } from 'lit'

export const quotasPageStyle = css`
  .summary {
    display: grid;
    gap: var(--space);
    margin-block-end: var(--space-2);
  }
  .summary p {
    flex: 1 1 20rem;
  }
  .summary ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
  }
  .summary .badge {
    white-space: normal;
  }
  .warn {
    color: var(--amber);
  }
  .selection {
    margin-block-end: var(--space);
  }
`
