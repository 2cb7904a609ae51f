import { css } from 'lit'

export const itemPanelStyles = css`
  :host {
    position: relative;
    display: grid;
    gap: 0.75rem;
    align-content: start;
    font-size: var(--size-dense);
  }
  h2 {
    padding-inline-end: 2rem;
    font-size: var(--size-dense);
    overflow-wrap: anywhere;
  }
  h3 {
    margin-block-start: var(--space-half);
    color: var(--muted);
    font-size: var(--size-small);
  }
  .close {
    display: none;
    position: absolute;
    inset: -0.25rem -0.25rem auto auto;
    z-index: 1;
  }
  dl {
    display: grid;
    grid-template-columns: 4.75rem minmax(0, 1fr);
    gap: 0.5rem;
    align-items: start;
  }
  dt {
    padding-block-start: 0.3125rem;
    color: var(--muted);
    font-size: var(--size-small);
    line-height: 1.35;
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .input {
    min-block-size: 2rem;
    padding: 0.25rem 0.5rem;
    font-size: var(--size-dense);
  }
  textarea.input {
    min-block-size: 2rem;
    field-sizing: content;
    resize: none;
  }
  .heading {
    font-weight: 600;
  }
  .minutes {
    inline-size: 3.75rem;
    text-align: end;
  }
  .speakers {
    inline-size: 100%;
  }
  .speakers:empty {
    display: none;
  }
  .speakers li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 0.25rem;
  }
  .speakers .icon-only {
    grid-area: 1 / 2 / span 2;
  }
  .speakers .link-button {
    text-align: start;
    overflow-wrap: anywhere;
  }
  .speakers .withdrawn :is(.link-button, .muted) {
    color: var(--amber);
  }
  .batches li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 3.75rem auto;
    gap: 0.25rem;
    margin-block-end: 0.25rem;
  }
  .conflicts {
    display: grid;
    gap: var(--space);
  }
  .conflicts li {
    display: grid;
    grid-template-columns: 1rem minmax(0, 1fr);
    gap: var(--space);
  }
  .conflicts :is(.link-button, a) {
    display: inline-block;
    min-block-size: 1.75rem;
    margin-inline-end: 0.75rem;
    font-weight: 500;
    text-decoration: none;
  }
  .conflicts :is(.link-button, a):hover {
    text-decoration: underline;
  }
  .conflicts .icon {
    margin-block-start: 0.2em;
    color: var(--amber);
  }
  .conflicts p {
    overflow-wrap: anywhere;
  }
  .good .icon {
    color: var(--green);
  }
  .fault {
    display: flex;
    gap: 0.25rem;
    color: var(--red);
    font-size: var(--size-small);
  }
  .tools {
    margin-inline-start: -0.5rem;
  }
  @media (max-width: 1100px) {
    .close {
      display: inline-flex;
    }
    .hint {
      padding-inline-end: 3rem;
    }
    .heading {
      inline-size: calc(100% - 2.75rem);
    }
  }
  @media (pointer: coarse) {
    .input {
      min-block-size: 2.75rem;
      font-size: 1rem;
    }
  }
`
