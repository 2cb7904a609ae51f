import { css, unsafeCSS } from 'lit'
import { mostLines } from './board-geometry.ts'

const clamps = Array.from({ length: mostLines - 1 }, (_, index) => `.lines-${index + 2} { --lines: ${index + 2}; }`)

/** The board of a day: hours down, columns across, both heads in sight. */
export const boardStyles = css`
  :host {
    position: relative;
    display: block;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .scroller {
    position: absolute;
    inset: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-inline-start: 52px;
  }
  .scroller[data-carrying] {
    cursor: grabbing;
    user-select: none;
  }
  .heads {
    position: sticky;
    inset-block-start: 0;
    z-index: 3;
    min-inline-size: 100%;
    border-block-end: 2px solid var(--line-strong);
    background: var(--surface);
  }
  .head {
    position: absolute;
    inset-block: 0;
    display: flex;
    flex-direction: column;
    padding: 4px;
    border-inline-end: 1px solid var(--line);
    overflow-y: auto;
  }
  .head .session {
    position: relative;
    flex: none;
    display: grid;
    block-size: 46px;
    align-content: center;
    padding: 0 0.5rem;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--size-dense);
    text-align: start;
    cursor: grab;
  }
  .head .vacant {
    display: grid;
    block-size: 46px;
    align-content: center;
    padding: 0 0.5rem;
    border: 1px dashed var(--line-control);
    border-radius: var(--radius-small);
    color: var(--muted);
    font-size: var(--size-dense);
  }
  .column.vacant {
    background: color-mix(in srgb, var(--sunken) 45%, transparent);
  }
  .head .session:is(:hover, .chosen) {
    background: var(--sunken);
  }
  .head .session.chosen {
    box-shadow: inset 0 0 0 1px var(--red);
  }
  .head strong,
  .head .small {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .head .small {
    color: var(--muted);
    font-weight: 400;
  }
  .head .mark {
    position: absolute;
    inset: 0.375rem 0.375rem auto auto;
    background: var(--surface);
  }
  /* The mark stands beside the title, not upon it. */
  .head .session:has(> .mark) strong {
    padding-inline-end: 1.25rem;
  }
  .mark,
  .warning {
    color: var(--amber);
  }
  .body {
    position: relative;
    min-inline-size: 100%;
    background-image: linear-gradient(var(--line) 1px, transparent 1px);
    background-size: 100% var(--apart);
  }
  .ruler {
    position: sticky;
    inset-inline-start: 0;
    z-index: 2;
    inline-size: 52px;
    block-size: 100%;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }
  .ruler span {
    position: absolute;
    inset-inline-end: 0.5rem;
    padding-block-start: 2px;
    color: var(--muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  .column {
    position: absolute;
    inset-block: 0;
    border-inline-end: 1px solid var(--line);
  }
  .band {
    position: absolute;
    inset-inline: 2px;
    border-radius: var(--radius-small);
    background: color-mix(in srgb, var(--sunken) 45%, transparent);
  }
  /* Where a column holds several sessions, an edge tells which of them is which. */
  .several .band,
  .name-of-band {
    inset-inline-start: 0;
    border-inline-start: 3px solid var(--slate);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .several :is(.band, .name-of-band).official {
    border-inline-start-color: var(--red);
  }
  .name-of-band {
    position: absolute;
    inset-inline-end: 2px;
    padding-inline: 0.375rem;
    overflow: hidden;
    color: var(--muted);
    font-size: 0.75rem;
    font-weight: 500;
    line-height: 18px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .band.carried {
    outline: 2px dashed var(--line-control);
    opacity: 0.5;
  }
  .block {
    position: absolute;
    inset-block-start: 0;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    block-size: var(--h);
    padding: 3px 0.5rem 3px 0.625rem;
    border: 1px solid var(--line-strong);
    border-inline-start: 4px solid var(--red);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: var(--text);
    font: 500 var(--size-dense) / 1.35 var(--font);
    text-align: start;
    transform: translateY(var(--y));
    contain: layout paint;
    cursor: grab;
  }
  .block.break {
    border-inline-start-color: var(--line-strong);
    background: var(--sunken);
  }
  .block.awards {
    border-color: var(--gold-edge);
    border-inline-start-color: var(--gold-edge);
    background: var(--gold-soft);
  }
  .block.short {
    padding-block: 0;
    justify-content: center;
  }
  .block.tiny {
    padding-block: 0;
    justify-content: center;
    font-size: 0.75rem;
    line-height: 1;
  }
  .block:hover {
    border-color: var(--line-control);
    border-inline-start-color: var(--red);
  }
  .block.break:hover {
    border-inline-start-color: var(--line-control);
  }
  .block.awards:hover {
    border-color: var(--gold);
  }
  .block.chosen {
    z-index: 1;
    border-color: var(--red);
    background: var(--red-soft);
    box-shadow: 0 0 0 1px var(--red);
  }
  /* Where it will lie says more than where it lay. */
  .block.carried {
    opacity: 0.3;
  }
  .body:has(> .slot:not([hidden])) .block.carried {
    opacity: 0;
  }
  .block:focus-visible {
    z-index: 2;
    outline-offset: 0;
  }
  .line {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    min-inline-size: 0;
  }
  .flow {
    display: contents;
  }
  .line .icon,
  .mark .icon,
  .warning .icon {
    flex: none;
    align-self: center;
    inline-size: 0.875rem;
    block-size: 0.875rem;
  }
  .line > .flow > .icon {
    color: var(--muted);
  }
  .remarked {
    flex: none;
    color: var(--amber);
  }
  .time {
    flex: none;
    color: var(--muted);
    font-size: 0.75rem;
  }
  .title {
    flex: 1 1 auto;
    min-inline-size: 2rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  ${unsafeCSS(clamps.join('\n'))}
  .block:not(.narrow) [class*='lines-']:not(.lines-1) .title,
  .narrow:not(.short, .tiny) .line {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--lines, 1);
    overflow: hidden;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .narrow:not(.short, .tiny) .flow {
    display: block;
  }
  .narrow:not(.short, .tiny) .title {
    white-space: normal;
  }
  .narrow:not(.short, .tiny) .flow > .icon {
    vertical-align: -2px;
  }
  .who {
    flex: 0 1 auto;
    min-inline-size: 0;
    max-inline-size: 45%;
    overflow: hidden;
    color: var(--muted);
    font-size: 0.75rem;
    font-weight: 400;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .narrow > .who {
    flex: none;
    max-inline-size: 100%;
    margin-block-end: auto;
  }
  .line:not(.lines-1) > .who {
    flex: none;
    max-inline-size: 40%;
  }
  .warning {
    display: flex;
    gap: 0.25rem;
    font-size: 0.75rem;
    white-space: nowrap;
  }
  .warning > span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .edge {
    position: absolute;
    inset: auto 0 0;
    block-size: 6px;
    cursor: ns-resize;
  }
  .tiny .edge {
    block-size: 3px;
  }
  .slot {
    position: absolute;
    inset-block-start: 0;
    z-index: 2;
    block-size: var(--h);
    border: 2px solid var(--red);
    border-inline-start-width: 4px;
    border-radius: var(--radius-small);
    background: var(--red-soft);
    transform: translateY(var(--y));
    pointer-events: none;
  }
  .slot.refused {
    border-color: var(--line-control);
    border-style: dashed;
    background: var(--sunken);
  }
  .slot .name {
    display: block;
    padding: 1px 0.5rem;
    overflow: hidden;
    font-size: var(--size-dense);
    font-weight: 500;
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .slot .tag {
    position: absolute;
    inset: calc(100% - 0.5rem) -2px auto auto;
    max-inline-size: 100%;
    padding: 0.0625rem 0.5rem;
    border-radius: 0.625rem;
    background: var(--blue);
    color: var(--surface);
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.5;
    text-wrap: balance;
  }
  /* A whole session is higher than what is in sight. */
  .slot.session .tag {
    inset: 1.5rem auto auto 0.375rem;
  }
  .slot.refused .tag {
    background: var(--slate);
  }
  .nothing {
    position: absolute;
    inset: 30% 1rem auto;
    text-align: center;
  }
  @media (pointer: coarse) {
    .block.chosen .edge {
      block-size: 20px;
      background: linear-gradient(var(--red), var(--red)) center / 2rem 3px no-repeat;
    }
  }
  @media (max-width: 700px) {
    .scroller {
      scroll-snap-type: x proximity;
    }
    .column {
      scroll-snap-align: start;
    }
  }
`
