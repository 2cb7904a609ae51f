import { css } from 'lit'

/** `.drop`: the place onto which a file is dropped; `.over` while one is held over it. */
export const dropStyles = css`
  .drop {
    display: flex;
    flex-direction: column;
    gap: var(--space);
    align-items: center;
    justify-content: center;
    min-block-size: 11rem;
    padding: var(--space-2);
    border: 1.5px dashed var(--line-control);
    border-radius: var(--radius);
    background: var(--sunken);
    text-align: center;
  }
  .drop > .icon {
    inline-size: 2rem;
    block-size: 2rem;
    color: var(--muted);
  }
  .drop.over {
    border-color: var(--red);
    background: var(--red-soft);
  }
`
