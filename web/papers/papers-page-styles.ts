import { css } from 'lit'

/** What is written on the left, the paper on the right; below each other on a phone. */
export const papersPageStyles = css`
  .papers {
    margin-block-end: var(--space-2);
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 26rem) minmax(0, 1fr);
    gap: var(--space-2);
    align-items: start;
  }
  .preview {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-direction: column;
    gap: var(--space);
    block-size: calc(100dvh - 11rem);
    min-block-size: 30rem;
  }
  .preview paper-preview {
    flex: 1;
    min-block-size: 0;
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
`
