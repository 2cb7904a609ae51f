import { css } from 'lit'

/** The text on the left, what it will look like on the right; on a narrow screen one of them. */
export const templatePageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: calc(100dvh - 5rem);
    min-block-size: 36rem;
  }
  .place label {
    display: flex;
    gap: var(--space);
    align-items: center;
  }
  .place .input {
    max-inline-size: 16rem;
  }
  .notice {
    margin-block-end: var(--space);
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-2);
    flex: 1;
    min-block-size: 0;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: var(--space);
    min-block-size: 0;
    min-inline-size: 0;
  }
  .side > :is(wording-editor, template-preview, placeholder-list, template-versions) {
    flex: 1;
    min-block-size: 0;
  }
  .segments {
    align-self: start;
    flex: none;
    max-inline-size: 100%;
    overflow-x: auto;
  }
  .segments.panes > [data-pane='edit'] {
    display: none;
  }
  .faults {
    max-block-size: 9rem;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--surface);
  }
  .faults li + li {
    border-block-start: 1px solid var(--line);
  }
  .faults button {
    display: block;
    inline-size: 100%;
    padding: 0.3125rem var(--space);
    border: 0;
    background: transparent;
    color: var(--text);
    font: 400 var(--size-dense) / 1.4 var(--font);
    text-align: start;
    cursor: pointer;
  }
  .faults button:hover {
    background: var(--sunken);
  }
  .faults .where {
    color: var(--red);
    font-weight: 600;
  }
  .faults .doubt .where {
    color: var(--amber);
  }
  .saving {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: var(--space);
    align-items: end;
  }
  @media (max-width: 900px) {
    :host {
      block-size: auto;
      min-block-size: 0;
    }
    .main {
      grid-template-columns: minmax(0, 1fr);
    }
    .segments.panes > [data-pane='edit'] {
      display: inline-flex;
    }
    /* What is shown is chosen above it, the text being one of the choices. */
    .main > .side.away:first-child,
    .main > .side.away:last-child > :not(.panes) {
      display: none;
    }
    .main > .side:last-child {
      order: -1;
    }
    wording-editor {
      max-block-size: 60dvh;
    }
    .saving {
      grid-template-columns: 1fr 1fr;
    }
    .saving .field {
      grid-column: 1 / -1;
    }
    .place .input {
      max-inline-size: 100%;
    }
  }
`
