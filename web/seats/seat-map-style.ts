import { css } from 'lit'

export const seatMapStyle = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    min-height: 12rem;
    background: var(--ground);
  }

  canvas {
    position: absolute;
    top: 0;
    left: 0;
    pointer-events: none;
  }

  .seats {
    transform-origin: 0 0;
    will-change: transform;
  }

  .ground {
    position: absolute;
    inset: 0;
    touch-action: none;
    user-select: none;
    outline: none;
  }

  :host([whole]) .ground {
    touch-action: pan-y;
  }

  .ground:focus-visible {
    box-shadow: inset 0 0 0 2px var(--text);
  }

  .row {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media print {
    .ground:focus-visible {
      box-shadow: none;
    }
  }
`
