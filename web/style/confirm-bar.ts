import { css } from 'lit'

/** The `.bar` that stays in sight below a preview: what would be done, and the button that does it. */
export const confirmBar = css`
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) var(--space-2);
    align-items: center;
    justify-content: space-between;
    padding-block: var(--space);
    border-block-start: 1px solid var(--line);
    background: var(--ground);
  }
  .bar p {
    flex: 1;
    min-inline-size: min(100%, 16rem);
  }
  @media (max-width: 700px) {
    /* Above the navigation, which keeps to the lower edge of a phone. */
    .bar {
      inset-block-end: calc(3.75rem + env(safe-area-inset-bottom));
    }
  }
`
