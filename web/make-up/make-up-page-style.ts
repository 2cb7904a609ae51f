import { css } from 'lit'

export const makeUpPageStyle = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
    align-items: center;
    margin-block-end: var(--space);
  }
  .compare {
    flex: 1 1 16rem;
    max-inline-size: 24rem;
  }
  .cut {
    max-inline-size: 16rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .help,
  .notice {
    margin-block-end: var(--space);
  }
  .parts {
    columns: 2 26rem;
    column-gap: var(--space-2);
    margin-block-end: var(--space-2);
  }
  section {
    display: grid;
    gap: var(--space);
    margin-block-end: var(--space-2);
    break-inside: avoid;
  }
  .scroll {
    overflow-x: auto;
  }
  .extremes {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) var(--space-2);
  }
`
