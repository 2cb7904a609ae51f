import { css } from 'lit'

/** Rows and what stands in them. */
export const timelineRowStyle = css`
  .row {
    position: absolute;
    inset-inline: 0;
    display: flex;
    block-size: var(--row);
    contain: strict;
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .name {
    position: sticky;
    inset-inline-start: 0;
    z-index: 4;
    flex: none;
    inline-size: var(--left);
    display: flex;
    align-items: center;
    gap: 0.375rem;
    padding-inline: 0.375rem;
    border-inline-end: 1px solid var(--line-strong);
    background: var(--surface);
    cursor: default;
  }
  .name.depth-1 {
    padding-inline-start: 0.75rem;
  }
  .name.depth-2 {
    padding-inline-start: 2.75rem;
  }
  .name.depth-3,
  .name.depth-4 {
    padding-inline-start: 3.25rem;
  }
  .label {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .count {
    flex: 1 0 auto;
    color: var(--muted);
    font-size: 0.75rem;
    white-space: nowrap;
  }
  .toggle,
  .conflict {
    flex: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--muted);
  }
  span.toggle {
    inline-size: 4px;
  }
  button.toggle,
  button.conflict {
    cursor: pointer;
  }
  button.toggle:hover,
  button.conflict:hover {
    background: var(--sunken);
  }
  .conflict {
    margin-inline-start: auto;
    color: var(--hue);
  }
  .kind-level .name {
    background: var(--sunken);
    font-weight: 600;
  }
  .kind-level .count {
    font-weight: 400;
  }
  .kind-level .track {
    background: color-mix(in srgb, var(--sunken) 72%, transparent);
  }
  .kind-level .name,
  .kind-group .name {
    cursor: pointer;
  }
  .row.selected .name {
    background: var(--red-soft);
    box-shadow: inset 3px 0 var(--red);
    font-weight: 600;
  }
  .row.selected .track {
    background: color-mix(in srgb, var(--red-soft) 55%, transparent);
  }
  .track {
    position: relative;
    flex: 1;
    overflow: clip;
  }
  .track > * {
    position: absolute;
    inset-inline-start: 0;
  }
  .window {
    inset-block: 0;
    border-inline: 1px dashed var(--blue);
    background: color-mix(in srgb, var(--blue) 9%, transparent);
  }
  .roll-up {
    inset-block: calc(50% - 4.5px) auto;
  }
  .roll-up span {
    position: absolute;
    inset-inline-start: 0;
    block-size: 9px;
    background: var(--look-strong);
  }
  .counts {
    inset-block: 0;
    display: flex;
    align-items: center;
    gap: 0.25rem;
    color: var(--muted);
    font-size: 0.75rem;
    white-space: nowrap;
  }
  .counts.before {
    translate: -100%;
  }
  .counts.loose {
    position: sticky;
    inset-inline-start: calc(var(--left) + 8px);
    inline-size: max-content;
    block-size: 100%;
  }
  .counts :is(.look-held, .look-reported, .look-late) {
    color: var(--look);
    font-weight: 600;
  }
  .density {
    inset-block: 0;
    block-size: 100%;
    overflow: visible;
  }
  .density path {
    fill: var(--look-strong);
    fill-opacity: 0.75;
  }
  .judged {
    inset-block: 1px;
    background: color-mix(in srgb, var(--line-control) 20%, transparent);
  }
  .judged.severity-impossible {
    background: repeating-linear-gradient(
      45deg,
      color-mix(in srgb, var(--line-control) 50%, transparent) 0 3px,
      color-mix(in srgb, var(--line-control) 26%, transparent) 3px 6px
    );
  }
  .judged.severity-serious {
    background: color-mix(in srgb, var(--line-control) 34%, transparent);
  }
  .milestone {
    inset-block-start: calc(50% - 5px);
    inline-size: 11px;
    block-size: 11px;
  }
  .milestone::before {
    content: '';
    position: absolute;
    inset: 1px;
    rotate: 45deg;
    border: 2px solid var(--look-strong);
    background: var(--surface);
  }
  .look-planned {
    --look: var(--slate);
    --look-strong: var(--slate);
    --soft: var(--slate-soft);
  }
  .look-approved {
    --look: var(--blue);
    --look-strong: var(--blue);
    --soft: var(--blue-soft);
  }
  .look-preparing {
    --look: var(--amber);
    --look-strong: var(--amber-edge);
    --soft: var(--amber-soft);
  }
  .look-held,
  .look-reported {
    --look: var(--green);
    --look-strong: var(--green);
    --soft: var(--green-soft);
  }
  .look-late {
    --look: var(--red);
    --look-strong: var(--red);
    --soft: var(--red-soft);
  }
  .look-postponed {
    --look: var(--violet);
    --look-strong: var(--violet);
    --soft: var(--violet-soft);
  }
  .look-cancelled {
    --look: var(--slate);
    --look-strong: var(--line-control);
    --soft: var(--slate-soft);
  }
  .bar {
    inset-block-start: calc(50% - 11px);
    display: flex;
    align-items: center;
    gap: 4px;
    block-size: 22px;
    padding: 0;
    border: 1px solid color-mix(in srgb, var(--look-strong) 45%, transparent);
    border-inline-start: 0;
    border-radius: 4px;
    background: var(--soft);
    color: var(--look);
    font: 500 0.75rem / 20px var(--font-figures);
    white-space: nowrap;
    cursor: pointer;
  }
  .bar.movable {
    cursor: grab;
  }
  .bar .edge {
    flex: none;
    block-size: 22px;
    margin-block: -1px;
    border-radius: 4px 0 0 4px;
    background: var(--look-strong);
  }
  .bar.flipped {
    flex-direction: row-reverse;
    border-inline-start: 1px solid color-mix(in srgb, var(--look-strong) 45%, transparent);
    border-inline-end: 0;
  }
  .bar.flipped .edge {
    border-radius: 0 4px 4px 0;
  }
  .bar.flipped .text {
    flex: 1;
    margin-inline-start: 23px;
    text-align: start;
  }
  .bar.flipped.heavy .text {
    margin-inline-start: 40px;
  }
  .bar.upper {
    border: 1px dotted var(--look-strong);
    background: var(--surface);
  }
  .bar.week-only {
    border-style: dashed;
  }
  .bar.week-only .edge {
    opacity: 0.55;
  }
  .bar.invented .text {
    font-style: italic;
  }
  .look-cancelled .text {
    text-decoration: line-through;
  }
  .bar .icon {
    inline-size: 13px;
    block-size: 13px;
  }
  .icons {
    inset-block: 0;
    z-index: 2;
    block-size: 100%;
    fill: none;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .icons path {
    stroke: var(--look, var(--hue));
  }
  /* Room for the icon. */
  .bar .text {
    margin-inline-start: 17px;
  }
  /* Clipping costs, a thousand times over: only what must be cut is cut. */
  .bar .cut {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .bar:hover {
    box-shadow: var(--shadow-small);
    border-color: var(--look-strong);
  }
  .bar.selected {
    border-color: var(--look-strong);
    box-shadow: 0 0 0 1px var(--look-strong);
  }
  .bar.left {
    opacity: 0.35;
  }
  .bar.moving {
    z-index: 3;
    cursor: grabbing;
    pointer-events: none;
    border-color: var(--hue);
    box-shadow:
      0 0 0 1px var(--hue),
      var(--shadow-small);
  }
  .judged-free {
    --hue: var(--green);
  }
  .judged-impossible {
    --hue: var(--red);
  }
  .judged-serious {
    --hue: var(--amber-edge);
  }
  .judged-doubtful {
    --hue: var(--blue);
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar {
      transition: box-shadow 0.12s;
    }
    .toggle .icon {
      transition: rotate 0.12s;
    }
  }
`
