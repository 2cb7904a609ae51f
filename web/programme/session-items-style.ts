import { css } from 'lit'

/** The items of a session as a table: on a phone each item takes three lines, and its columns need no heads. */
export const itemStyles = css`
  :host {
    display: block;
  }
  .item {
    display: grid;
    grid-template-columns: 2rem 6.5rem minmax(0, 1fr) 4.75rem minmax(6rem, 13rem) 6.75rem;
    gap: var(--space-half) var(--space);
    align-items: start;
    padding: var(--space-half) var(--space);
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
  /* In sight beneath the top bar while its session is. */
  .heads {
    position: sticky;
    inset-block-start: 3rem;
    z-index: 1;
  }
  .head {
    border-block-start: 0;
    color: var(--muted);
    font-size: var(--size-small);
    font-weight: 500;
  }
  /* Beneath its words stand fields with an edge and some room inside. */
  .head > :nth-child(3),
  .head > :nth-child(5) {
    padding-inline-start: 0.6875rem;
  }
  .head > .length {
    padding-inline-end: 0.6875rem;
    text-align: end;
  }
  /* On the screen laid out when it comes near; its height is that of most, until it has been seen. */
  @media screen {
    .many > .item {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 2.8125rem;
    }
  }
  .body > .item:is(:hover, :focus-within) {
    background: var(--sunken);
  }
  .body > .item.shown {
    background: var(--amber-soft);
  }
  .item.dragged {
    opacity: 0.45;
  }
  .item.before {
    box-shadow: inset 0 2px 0 var(--blue);
  }
  .item.after {
    box-shadow: inset 0 -2px 0 var(--blue);
  }
  .handle {
    cursor: grab;
    color: var(--muted);
    touch-action: none;
  }
  .time {
    padding-block: 0.45rem;
    font: 500 var(--size-dense) / 1.4 var(--font-figures);
    white-space: nowrap;
  }
  .time.fixed {
    color: var(--red);
  }
  .input {
    min-block-size: 2.125rem;
    border-color: transparent;
    background: transparent;
  }
  .input:hover,
  .input:focus {
    border-color: var(--line-control);
    background: var(--surface);
  }
  textarea.input {
    min-block-size: 2.125rem;
    field-sizing: content;
    resize: none;
    overflow: hidden;
  }
  .note {
    font-size: var(--size-small);
    color: var(--muted);
  }
  .content,
  .presenter {
    overflow-wrap: anywhere;
  }
  .length {
    font-family: var(--font-figures);
  }
  .length .minutes {
    text-align: end;
    font-family: inherit;
  }
  .unit {
    display: none;
  }
  .tools {
    display: flex;
    justify-content: flex-end;
  }
  .warning {
    display: flex;
    gap: var(--space-half);
    color: var(--amber);
    font-size: var(--size-small);
  }
  .read {
    display: block;
    padding-block: 0.45rem;
  }
  .content p,
  .presenter .read {
    padding-inline: 0.6875rem;
  }
  .length .read {
    padding-inline-end: 0.6875rem;
    text-align: end;
  }
  @media (max-width: 700px) {
    /* Still read out, but nothing of the screen's height is given to it. */
    .head {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .body > .item:first-child {
      border-block-start: 0;
    }
    .item {
      grid-template-columns: 2.75rem minmax(0, 1fr) 8.5rem;
      row-gap: 0;
    }
    .time {
      grid-column: 2 / 3;
    }
    .content {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .length {
      grid-column: 3;
      grid-row: 1;
      display: flex;
      align-items: center;
      justify-content: flex-end;
    }
    .length .minutes {
      inline-size: 4.5rem;
    }
    .many > .item {
      contain-intrinsic-block-size: auto 7.5rem;
    }
    .unit {
      display: inline;
      color: var(--muted);
      font-size: var(--size-small);
    }
    .presenter {
      grid-column: 1 / 3;
      grid-row: 3;
    }
    .tools {
      grid-column: 3;
      grid-row: 3;
    }
  }
`
