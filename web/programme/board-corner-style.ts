import { css } from 'lit'

/** Where the heads and the times of the board meet: the buttons that draw it closer or smaller. */
export const cornerStyles = css`
  .corner {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    display: flex;
    align-items: flex-start;
    padding-block-start: 4px;
    inline-size: 52px;
    block-size: 100%;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }
  .corner button {
    flex: 1;
    min-inline-size: 0;
    block-size: 46px;
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--muted);
    font: 500 1.125rem / 1 var(--font);
    cursor: pointer;
  }
  .corner button:hover {
    background: var(--sunken);
    color: var(--text);
  }
  .corner button:disabled {
    background: none;
    color: var(--line-strong);
    cursor: default;
  }
`
