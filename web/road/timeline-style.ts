import { css } from 'lit'
import { timelineCardStyle } from './timeline-card-style.ts'
import { timelineHeadStyle } from './timeline-head-style.ts'
import { timelineRowStyle } from './timeline-row-style.ts'

const frameStyle = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  p {
    margin: 0;
  }
  button {
    font: inherit;
    color: inherit;
  }
  :host {
    --row: 29px;
    --left: 210px;
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--surface);
    color: var(--text);
    font: 400 0.8125rem / 1.4 var(--font);
    contain: layout paint;
  }
  @media (pointer: coarse) {
    :host {
      --row: 40px;
    }
  }
  :focus-visible {
    outline: 2px solid var(--blue);
    outline-offset: 1px;
  }
  .icon {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    flex: none;
    fill: none;
    stroke: currentColor;
  }
  .sprite {
    position: absolute;
    inline-size: 0;
    block-size: 0;
  }
  .sprite .icon {
    inline-size: 100%;
    block-size: 100%;
  }
  .scroller {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    background: var(--surface);
    /* A layer of its own: a pan moves what is painted instead of painting it anew. */
    will-change: scroll-position;
    overscroll-behavior: contain;
    touch-action: pan-x pan-y;
    scrollbar-color: auto;
    scroll-behavior: auto;
    user-select: none;
    -webkit-user-select: none;
    cursor: grab;
  }
  .scroller::-webkit-scrollbar {
    inline-size: 10px;
    block-size: 0;
  }
  .scroller::-webkit-scrollbar-thumb {
    border: 2px solid var(--surface);
    border-radius: 6px;
    background: var(--line-strong);
  }
  .scroller[data-gesture='pan'],
  .scroller[data-gesture='bar'] {
    cursor: grabbing;
  }
  .content {
    position: relative;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    display: flex;
    block-size: 56px;
    border-block-end: 1px solid var(--line-strong);
    background: var(--surface);
  }
  .corner {
    position: sticky;
    inset-inline-start: 0;
    z-index: 2;
    flex: none;
    inline-size: var(--left);
    display: flex;
    align-items: center;
    padding-inline: 0.75rem;
    border-inline-end: 1px solid var(--line-strong);
    background: var(--surface);
    color: var(--muted);
    cursor: default;
  }
  .corner .label {
    white-space: normal;
  }
  .resizer {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 24px;
    cursor: col-resize;
    touch-action: none;
  }
  .resizer::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 3px;
  }
  .resizer:hover::after,
  .resizer:focus-visible::after {
    background: var(--blue);
  }
  .axis {
    position: relative;
    flex: 1;
    overflow: clip;
  }
  .empty {
    position: absolute;
    inset-block-start: 4rem;
    inset-inline: 0;
    text-align: center;
    color: var(--muted);
    pointer-events: none;
  }
  .overview {
    flex: none;
    display: flex;
    block-size: 43px;
    border-block-start: 1px solid var(--line-strong);
    background: var(--surface);
  }
  .overview-label {
    flex: none;
    inline-size: var(--left);
    display: flex;
    align-items: center;
    padding-inline: 0.75rem;
    border-inline-end: 1px solid var(--line-strong);
    color: var(--muted);
  }
  .strip {
    position: relative;
    flex: 1;
    overflow: clip;
    touch-action: none;
    cursor: pointer;
  }
  .strip:focus-visible {
    outline-offset: -2px;
  }
  .strip canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 42px;
  }
  .overview-window {
    position: absolute;
    /* Moves with every frame of a pan: nothing else is painted for it. */
    will-change: transform;
    inset-block: 0;
    inset-inline-start: 0;
    border: 1px solid var(--red);
    border-inline-width: 3px;
    border-radius: 3px;
    background: color-mix(in srgb, var(--red) 7%, transparent);
    cursor: grab;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`

export const timelineStyle = [frameStyle, timelineHeadStyle, timelineRowStyle, timelineCardStyle]
