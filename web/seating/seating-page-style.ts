import { css } from 'lit'

/** The map between the people and what is chosen, as high as the window lets it be. */
export const seatingPageStyle = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space);
    margin-block-end: var(--space);
  }
  .tools .end {
    margin-inline-start: auto;
  }
  /* In one line wherever there is room for it: long names of plans and phases are cut instead. */
  @media (min-width: 1200px) {
    .tools {
      flex-wrap: nowrap;
    }
    .tools .chip {
      flex: 0 1 auto;
      min-inline-size: 5rem;
    }
    .tools .chip select {
      inline-size: 100%;
    }
    .tools .button {
      white-space: nowrap;
    }
  }
  .hall {
    display: grid;
    grid-template-columns: minmax(13rem, 16rem) minmax(0, 1fr) minmax(14rem, 17rem);
    gap: var(--space);
    block-size: max(26rem, calc(100dvh - 17rem));
  }
  .hall > * {
    min-block-size: 0;
    min-inline-size: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  .middle {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) minmax(3rem, auto);
    overflow: hidden;
  }
  seat-map {
    display: block;
    block-size: 100%;
  }
  /* In a corner where halls are empty as a rule: beside the stage. */
  .zoom {
    grid-area: 2 / 1;
    place-self: start end;
    gap: var(--space-half);
    padding: var(--space);
    z-index: 1;
  }
  .aside {
    overflow-y: auto;
    padding: var(--space-2);
  }
  .carried {
    display: flex;
    gap: var(--space);
    align-items: center;
    justify-content: space-between;
    margin: 0;
    padding: var(--space-half) var(--space-2);
    background: var(--blue-soft);
  }
  seat-map,
  seat-table {
    grid-area: 2 / 1;
  }
  /* In the place of the legend, so that the map stays where it is beneath the mouse. */
  .carried,
  seat-legend {
    grid-area: 3 / 1;
  }
  .carried ~ seat-legend {
    visibility: hidden;
  }
  .notice {
    margin-block-end: var(--space);
  }
  @media (max-width: 900px) {
    .hall {
      grid-template-columns: minmax(0, 1fr);
      block-size: auto;
    }
    .middle {
      order: -1;
      block-size: min(70dvh, 34rem);
    }
    .aside {
      order: -1;
    }
    /* On a telephone no corner is empty. */
    .zoom {
      grid-area: 1 / 1;
      border-block-end: 1px solid var(--line);
      justify-self: stretch;
      justify-content: flex-end;
    }
    /* Who is sought stands first, the map right under it. */
    seat-people {
      order: -2;
      max-block-size: 17rem;
    }
  }
`
