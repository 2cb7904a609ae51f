import { css } from 'lit'

/** Lines of fields, one of each congress. */
export const quickEntryStyle = css`
  :host {
    display: block;
  }
  li {
    display: grid;
    grid-template-columns:
      minmax(9rem, 1.4fr) 9rem repeat(2, 4.5rem) minmax(8rem, 1fr) repeat(3, 4.5rem) minmax(7rem, 1fr)
      auto;
    gap: var(--space-half) var(--space);
    align-items: start;
    padding-block: var(--space);
    border-block-end: 1px solid var(--line);
  }
  /* Level with the fields, below their labels. */
  li > :is(.button, .who) {
    margin-block-start: 1.4rem;
  }
  li > .who {
    overflow-wrap: anywhere;
  }
  li > .who a {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
  }
  /* As large as a finger needs them (WCAG 2.2, 2.5.8). */
  .who a {
    display: inline-block;
    min-block-size: 24px;
    align-content: center;
  }
  .field .label {
    font-size: var(--size-small);
    color: var(--muted);
    font-weight: 400;
  }
  /* A closed list cuts its choice: «của Chủ tịch UBND xã» must be told from «… huyện». */
  .kind {
    overflow-wrap: anywhere;
  }
  .fault,
  .ask {
    grid-column: 1 / -1;
  }
  h2 {
    scroll-margin-block-start: 5rem;
  }
  @media (max-width: 1200px) {
    li {
      grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    }
    li > .who {
      grid-column: 1 / -1;
    }
  }
`
