import { css } from 'lit'

/** Letters grow with the screen: the last row of the hall reads them. */
export const hallScreenStyles = css`
  :host {
    display: block;
    min-block-size: 100dvh;
    background: var(--surface);
  }
  .tools {
    position: fixed;
    inset: auto var(--space-2) var(--space-2) auto;
    z-index: 2;
  }
  .screen {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: 3vmin;
    min-block-size: 100dvh;
    /* Below, the tools stand over the page. */
    padding: 4vmin 5vmin max(9vmin, 4rem);
    overflow-wrap: anywhere;
  }
  .session {
    color: var(--muted);
    font-size: max(1rem, 3.6vmin);
  }
  header > .session {
    flex: 1 1 0;
  }
  .clock {
    font-size: max(1.25rem, 6vmin);
    font-weight: 600;
    line-height: 1;
  }
  .current {
    align-self: center;
  }
  .label {
    color: var(--red);
    font-size: max(1rem, 3.6vmin);
    font-weight: 600;
  }
  .large {
    font-size: max(1.75rem, 9vmin);
    font-weight: 700;
    line-height: 1.2;
    text-wrap: pretty;
  }
  .phrase {
    display: inline-block;
  }
  .medium {
    font-size: max(1.125rem, 5vmin);
    font-weight: 600;
    line-height: 1.25;
  }
  .who {
    color: var(--muted);
    font-size: max(1rem, 4vmin);
  }
  footer {
    padding-block-start: 2.5vmin;
    border-block-start: 2px solid var(--line-strong);
  }
  .timer {
    grid-template-rows: auto 1fr auto auto;
  }
  .timer .who {
    text-align: center;
  }
  .timer .medium {
    font-size: max(1rem, 3.6vmin);
  }
  .timer .badge {
    font-size: max(0.875rem, 2.8vmin);
  }
  .count {
    place-self: center;
    font-size: min(30vw, 52vmin);
    font-weight: 700;
    line-height: 1;
  }
  .soon .count {
    color: var(--amber);
  }
  .over .count {
    color: var(--red);
  }
  .over {
    background: var(--red-soft);
  }
`
