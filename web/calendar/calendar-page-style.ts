import { css } from 'lit'

/** Looks of `<calendar-page>`: a month with a day beside it, a list, and a sheet of A4 across. */
export const calendarPageStyle = css`
  .filters {
    margin-block-end: var(--space-2);
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 17.5rem;
    gap: var(--space-2);
    align-items: start;
  }
  aside {
    position: sticky;
    inset-block-start: 4rem;
    display: grid;
    gap: var(--space);
    max-block-size: calc(100dvh - 5rem);
    overflow: auto;
    font-size: var(--size-dense);
  }
  .entries {
    display: grid;
    gap: var(--space);
  }
  .entries .entry {
    font-size: var(--size-dense);
  }
  .second {
    display: block;
    padding-inline-start: 1.75rem;
    color: var(--muted);
    font-size: var(--size-small);
    overflow-wrap: anywhere;
  }
  .agenda > li {
    display: grid;
    grid-template-columns: 13rem minmax(0, 1fr);
    gap: var(--space) var(--space-2);
    padding-block: var(--space);
    border-block-start: 1px solid var(--line);
  }
  .agenda h2 {
    font-size: var(--size);
  }
  .agenda .today h2 {
    color: var(--red);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-half) var(--space-2);
    margin-block-start: var(--space);
    color: var(--muted);
    font-size: var(--size-small);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: var(--space-half);
  }
  .legend li > .icon {
    color: var(--hue);
  }
  @media (max-width: 900px) {
    .main {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: static;
      max-block-size: none;
    }
  }
  @media (max-width: 700px) {
    .agenda > li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .main {
      display: block;
    }
    .agenda > li {
      break-inside: avoid;
    }
  }
`
