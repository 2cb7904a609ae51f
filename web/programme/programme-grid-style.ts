import { css } from 'lit'

/** Tray, board and panel beside each other; below 1100 px tray and panel are sheets. */
export const gridStyles = css`
  :host {
    display: block;
  }
  .desk {
    position: relative;
    display: grid;
    grid-template-columns: 11rem minmax(0, 1fr) 16.5rem;
    gap: 0.75rem;
    block-size: max(26rem, calc(100dvh - var(--above, 14rem)));
  }
  .desk.trayless {
    grid-template-columns: minmax(0, 1fr) 16.5rem;
  }
  programme-tray[hidden],
  .overview,
  .side > .close {
    display: none;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
    min-block-size: 0;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: auto;
  }
  .help {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    margin-block-start: auto;
  }
  .clash {
    margin-block-end: var(--space);
  }
  .strip {
    position: absolute;
    inset: auto calc(16.5rem + 1.5rem) 0.75rem calc(11rem + 1.5rem);
    z-index: 4;
    padding: 0.375rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: var(--size-small);
    pointer-events: none;
  }
  .strip p {
    display: flex;
    gap: 0.375rem;
  }
  .strip .icon {
    flex: none;
    margin-block-start: 0.15em;
  }
  .strip .good .icon {
    color: var(--green);
  }
  .strip .doubtful .icon {
    color: var(--amber);
  }
  .strip .bad .icon {
    color: var(--red);
  }
  .ghost {
    position: fixed;
    inset: 0 auto auto 0;
    z-index: 10;
    max-inline-size: 16rem;
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--red);
    border-radius: var(--radius-small);
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: var(--size-small);
    font-weight: 500;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
    will-change: transform;
  }
  @media (max-width: 1100px) {
    .desk,
    .desk.trayless {
      grid-template-columns: auto minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
      gap: var(--space);
    }
    programme-board {
      grid-column: 1 / -1;
    }
    .overview {
      display: inline-flex;
      justify-self: start;
    }
    .trayless .overview {
      grid-column: 1 / -1;
    }
    programme-tray {
      padding: 0;
      border: 0;
      background: none;
    }
    programme-tray[open] {
      max-block-size: 45dvh;
      padding: var(--space);
      border: 1px solid var(--line);
      background: var(--surface);
      grid-column: 1 / -1;
    }
    programme-tray[open] + .overview {
      display: none;
    }
    .side {
      display: none;
    }
    .panel-open .side {
      position: fixed;
      inset: auto 0 0;
      z-index: 5;
      display: flex;
      max-block-size: 62dvh;
      padding: var(--space-2);
      padding-block-end: calc(var(--space-2) + 4rem + env(safe-area-inset-bottom));
      border-radius: var(--radius-large) var(--radius-large) 0 0;
      box-shadow: var(--shadow);
    }
    .side > .close {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      display: inline-flex;
      flex: none;
      align-self: end;
      margin-block-end: calc(-1 * (var(--space-2) + 2rem));
    }
    .strip {
      inset-inline: var(--space);
    }
  }
  @media print {
    .desk {
      display: block;
      block-size: auto;
    }
  }
`
