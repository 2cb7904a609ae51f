import { css } from 'lit'

/** The head of the run sheet stays in sight: it is what everybody looks at. */
export const runStyles = css`
  .views {
    margin-block-end: var(--space);
  }
  .notice {
    margin-block-end: var(--space);
  }
  .notice > span {
    flex: 1 1 20rem;
  }
  .status {
    position: sticky;
    inset-block-start: 3rem;
    z-index: 5;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: var(--space) var(--space-2);
    margin-block-end: var(--space-2);
    padding: var(--space) var(--space-2);
    box-shadow: var(--shadow);
  }
  .clock {
    font-size: 1.75rem;
    font-weight: 600;
    line-height: 1;
  }
  .current {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space);
    overflow-wrap: anywhere;
  }
  .over {
    color: var(--red);
    font-weight: 600;
  }
  .cut {
    max-inline-size: 16rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-width: 700px) {
    .views {
      flex-wrap: nowrap;
    }
    .sessions {
      flex-wrap: nowrap;
      min-inline-size: 0;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .sessions .chip {
      flex: none;
    }
    .sessions .name {
      max-inline-size: 9rem;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .status {
      grid-template-columns: auto minmax(0, 1fr);
      padding: var(--space);
    }
    .status > .badge {
      justify-self: start;
    }
    .what {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .taps {
      grid-column: 1 / -1;
    }
    .taps .button {
      flex: 1 1 auto;
      min-block-size: 2.75rem;
    }
  }
  @media print {
    .status {
      position: static;
    }
  }
`
