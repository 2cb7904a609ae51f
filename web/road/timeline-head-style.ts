import { css } from 'lit'

/** The header of the time, and what lies behind the rows. */
export const timelineHeadStyle = css`
  .tier {
    position: absolute;
    inset-inline: 0;
    block-size: 18px;
    white-space: nowrap;
  }
  .tier.upper {
    inset-block-start: 2px;
    color: var(--muted);
    font-size: 0.75rem;
  }
  .tier.lower {
    inset-block-start: 18px;
    font-weight: 600;
  }
  .tier.lunar {
    inset-block-start: 37px;
    color: var(--muted);
    font-size: 0.6875rem;
  }
  .tick,
  .moon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    padding-inline-start: 5px;
    overflow: clip;
  }
  .tier.upper .tick {
    overflow: visible;
  }
  .tier.upper .tick::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    block-size: 54px;
    border-inline-start: 1px solid var(--line-strong);
  }
  .tier.upper .tick:first-child::before {
    border: 0;
  }
  .tick.weekend {
    color: var(--red);
  }
  .stick {
    position: sticky;
    inset-inline-start: calc(var(--left) + 5px);
    padding-inline-end: 5px;
  }
  .moon {
    padding-inline-start: 5px;
  }
  .day-mark {
    position: absolute;
    inset-inline-start: 0;
    inset-block-end: 0;
    block-size: 4px;
    background: var(--gold-edge);
  }
  .day-mark.kind-blocked {
    background: var(--line-control);
  }
  .flag {
    position: absolute;
    inset-inline-start: 0;
    inset-block-end: 0;
    z-index: 1;
    inline-size: 0;
  }
  .flag span {
    white-space: nowrap;
    position: absolute;
    inset-block-end: 0;
    translate: -50% 0;
    padding: 1px 5px;
    border-radius: 3px 3px 0 0;
    background: var(--red);
    color: var(--on-red);
    font: 600 0.6875rem / 1.3 var(--font-figures);
  }
  .back {
    position: absolute;
    inset-block: 56px 0;
    inset-inline: var(--left) 0;
    overflow: clip;
    pointer-events: none;
  }
  .back span {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
  }
  .back .line {
    inline-size: 1px;
    background: var(--line);
  }
  .back .line.strong {
    background: var(--line-strong);
  }
  .back .weekend {
    background: var(--sunken);
  }
  .back .today {
    inline-size: 2px;
    background: var(--red);
  }
  .hatch {
    background: repeating-linear-gradient(
      -45deg,
      color-mix(in srgb, var(--gold-edge) 34%, transparent) 0 2px,
      color-mix(in srgb, var(--gold-edge) 7%, transparent) 2px 6px
    );
  }
  .hatch.kind-blocked {
    background: repeating-linear-gradient(
      -45deg,
      color-mix(in srgb, var(--line-control) 45%, transparent) 0 2px,
      color-mix(in srgb, var(--line-control) 12%, transparent) 2px 6px
    );
  }
`
