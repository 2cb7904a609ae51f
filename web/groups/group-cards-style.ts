import { css } from 'lit'

/** The groups beside one another, each with its people. */
export const groupCardsStyle = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
    gap: var(--space-2);
    align-items: start;
  }
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space);
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .group.over {
    border-color: var(--red);
    background: var(--red-soft);
  }
  .group.none {
    background: var(--sunken);
    border-style: dashed;
  }
  /* Beside the groups, however many there are: whoever is dragged from here has them in sight. */
  @media (min-width: 60rem) {
    .group.none {
      grid-row: span 4;
    }
  }
  .group header {
    display: flex;
    gap: var(--space);
    align-items: center;
    justify-content: space-between;
    min-block-size: 2rem;
  }
  .group h2 {
    font-size: 1rem;
    overflow-wrap: anywhere;
  }
  .group .wrong {
    color: var(--amber);
    font-weight: 600;
  }
  .makeup {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }
  .makeup .badge {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .members {
    max-block-size: 22rem;
    overflow: auto;
    border-block-start: 1px solid var(--line);
  }
  .members li + li {
    border-block-start: 1px solid var(--line);
  }
  .members li {
    content-visibility: auto;
    contain-intrinsic-size: auto 2.75rem;
  }
  .members button {
    display: flex;
    gap: var(--space);
    align-items: center;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.25rem;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--size-dense);
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }
  .members button:hover {
    background: var(--sunken);
  }
  .members li[draggable='true'] button {
    cursor: grab;
  }
  .members .who {
    display: grid;
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .members .icon {
    flex: none;
    color: var(--muted);
  }
  .members li.found button {
    background: var(--gold-soft);
  }
  .head {
    display: flex;
    gap: var(--space-half);
    align-items: center;
  }
  p.empty {
    padding-block: var(--space);
    color: var(--muted);
    font-size: var(--size-dense);
  }
`
