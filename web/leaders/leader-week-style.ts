import { css } from 'lit'

/** The days side by side, on a phone one below the other. */
export const leaderWeekStyle = css`
  .about {
    margin-block-end: var(--space);
  }
  .weeks {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
    align-items: center;
    margin-block-end: var(--space-2);
  }
  .weeks h2 {
    margin-inline: var(--space);
    font-size: 1rem;
  }
  @media (max-width: 700px) {
    .weeks h2 {
      flex-basis: 100%;
      order: -1;
      margin-inline: 0;
    }
  }
  .week {
    display: grid;
    grid-template: auto minmax(5rem, auto) auto minmax(5rem, auto) / repeat(7, minmax(0, 1fr));
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: hidden;
  }
  .day {
    display: grid;
    grid-template-rows: subgrid;
    grid-row: span 4;
    min-inline-size: 0;
  }
  .day + .day {
    border-inline-start: 1px solid var(--line);
  }
  .day > h3 {
    padding: var(--space);
    border-block-end: 1px solid var(--line);
    background: var(--sunken);
    font-size: var(--size-dense);
    text-align: center;
  }
  .day.today > h3 {
    background: var(--red-soft);
    color: var(--red);
  }
  .half {
    padding: var(--space);
    font-size: var(--size-dense);
    overflow-wrap: anywhere;
  }
  .half h4 {
    margin: 0 0 var(--space-half);
    color: var(--muted);
    font-size: var(--size-small);
    font-weight: 500;
  }
  .half.away {
    background: repeating-linear-gradient(135deg, var(--surface) 0 6px, var(--sunken) 6px 12px);
  }
  .way {
    padding: var(--space-half) var(--space);
    border-block: 1px dashed var(--line-strong);
    background: var(--sunken);
    font-size: var(--size-small);
    overflow-wrap: anywhere;
  }
  .half + .half {
    border-block-start: 1px solid var(--line);
  }
  .entry {
    display: grid;
    gap: 2px;
    margin-block-start: var(--space-half);
    padding: var(--space-half) var(--space-half) var(--space-half) var(--space);
    border-inline-start: 3px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--ground);
  }
  .entry.troubled {
    border-inline-start-color: var(--amber);
  }
  .entry.replaced {
    border-inline-start-style: dashed;
    background: none;
    color: var(--muted);
  }
  .entry a {
    font-weight: 600;
  }
  .entry.replaced a {
    color: inherit;
    font-weight: 400;
  }
  .entry a[href^='tel:'] {
    white-space: nowrap;
  }
  .entry p {
    display: flex;
    gap: var(--space-half);
  }
  .entry .icon {
    flex: none;
    margin-block-start: 0.15em;
  }
  .conflicts {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .conflicts > h2 {
    padding: var(--space) var(--space-2);
    border-block-end: 1px solid var(--line);
  }
  @media (max-width: 900px) {
    .week {
      grid-template: none / minmax(0, 1fr);
    }
    .day {
      grid-template-rows: none;
      grid-row: auto;
    }
    .day + .day {
      border-inline-start: 0;
      border-block-start: 1px solid var(--line);
    }
    .day > h3 {
      text-align: start;
    }
    .half.free {
      display: none;
    }
  }
  @media print {
    .weeks button,
    .weeks a {
      display: none;
    }
  }
`
