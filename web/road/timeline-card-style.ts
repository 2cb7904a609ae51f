import { css } from 'lit'

/** The card beside a bar. */
export const timelineCardStyle = css`
  .card {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    z-index: 6;
    inline-size: max-content;
    max-inline-size: min(17.5rem, calc(100% - 16px));
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    line-height: 1.45;
  }
  .card.is-dragging {
    pointer-events: none;
  }
  .card.severity-impossible {
    border-color: var(--red);
  }
  .card.severity-serious {
    border-color: var(--amber-edge);
  }
  .card.severity-doubtful {
    border-color: var(--blue);
  }
  .card strong {
    font-weight: 600;
  }
  .verdict {
    display: flex;
    gap: 0.5rem;
  }
  .verdict > .icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    color: var(--hue);
  }
  .verdict.free {
    --hue: var(--green);
  }
  .severity-impossible {
    --hue: var(--red);
  }
  .severity-serious {
    --hue: var(--amber);
  }
  .severity-doubtful {
    --hue: var(--blue);
  }
  .quiet {
    color: var(--muted);
  }
  .heavy {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    color: var(--hue);
    font-weight: 500;
  }
  .nearest {
    color: var(--blue);
  }
  .nearest-day {
    min-block-size: 24px;
    margin-inline-end: 0.25rem;
    padding: 0 0.25rem;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-block-start: 0.5rem;
  }
  .steps button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-inline-size: 1.875rem;
    min-block-size: 1.875rem;
    padding: 0.125rem 0.25rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    cursor: pointer;
  }
  .steps button:hover {
    background: var(--sunken);
  }
  .steps .icon + .icon {
    margin-inline-start: -0.5rem;
  }
  .steps .word {
    padding-inline: 0.625rem;
    font-weight: 500;
  }
  .steps .main {
    border-color: var(--red);
    background: var(--red);
    color: var(--on-red);
  }
  .steps .main:hover {
    background: var(--red-hover);
  }
  .steps .main:disabled {
    border-color: var(--line);
    background: var(--sunken);
    color: var(--muted);
    cursor: not-allowed;
  }
  .fill {
    flex: 1;
  }
  @media (pointer: coarse) {
    .card {
      max-inline-size: min(20.5rem, calc(100% - 16px));
    }
    .steps button {
      min-inline-size: 2.75rem;
      min-block-size: 2.75rem;
    }
  }
  @media print {
    .card,
    .overview {
      display: none;
    }
  }
`
