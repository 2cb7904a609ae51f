import { css } from 'lit'

/** Sessions below each other, the official ones with an edge of their own. */
export const programmeListStyles = css`
  .sessions {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  .session {
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--slate);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: clip;
  }
  .session.official {
    border-inline-start-color: var(--red);
  }
  .session > header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) var(--space-2);
    align-items: baseline;
    padding: var(--space) var(--space-2);
    border-block-end: 1px solid var(--line);
    background: var(--sunken);
  }
  .session > header .when {
    flex: 1;
    min-inline-size: 12rem;
  }
  .session > header .doubt {
    flex-basis: 100%;
    color: var(--amber);
  }
  .session h2 {
    overflow-wrap: anywhere;
  }
  .doubts {
    margin-block-end: var(--space-2);
  }
  .session > footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--space);
    padding: var(--space) var(--space-2);
    border-block-start: 1px solid var(--line);
  }
  @media (max-width: 700px) {
    /* The buttons keep to the corner, whatever the title takes. */
    .session > header {
      position: relative;
      padding-inline-end: 6.5rem;
    }
    .session > header > .row {
      position: absolute;
      inset: var(--space-half) var(--space-half) auto auto;
      gap: 0;
    }
  }
`
