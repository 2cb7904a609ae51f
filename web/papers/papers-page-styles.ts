import { css } from 'lit'

/** What is written on the left, the paper on the right; below each other on a phone. */
export const papersPageStyles = css`
  .papers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
    align-items: center;
    margin-block-end: var(--space-2);
  }
  .papers .input {
    max-inline-size: 26rem;
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 26rem) minmax(0, 1fr);
    gap: var(--space-2);
    align-items: start;
  }
  .preview {
    position: sticky;
    inset-block-start: 3.75rem;
    display: flex;
    flex-direction: column;
    gap: var(--space);
    block-size: calc(100dvh - 5rem);
    min-block-size: 30rem;
  }
  .preview .size {
    inline-size: auto;
    max-inline-size: 16rem;
    margin-inline-start: auto;
  }
  .preview paper-preview {
    flex: 1;
    min-block-size: 0;
  }
  .form .form-actions {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    margin: 0 calc(-1 * var(--space-2)) calc(-1 * var(--space-2));
    padding: var(--space) var(--space-2);
    border-block-start: 1px solid var(--line);
    border-radius: 0 0 var(--radius) var(--radius);
    background: var(--surface);
  }
  .form .input:placeholder-shown {
    text-overflow: ellipsis;
  }
  .form textarea.input {
    min-block-size: 4.5rem;
  }
  @media (max-width: 900px) {
    .main {
      grid-template-columns: minmax(0, 1fr);
    }
    .preview {
      position: static;
      block-size: auto;
      min-block-size: 0;
    }
  }
  @media (max-width: 700px) {
    /* Above the navigation, which keeps to the lower edge of a phone. */
    .form .form-actions {
      inset-block-end: calc(3.5rem + env(safe-area-inset-bottom));
    }
  }
`
