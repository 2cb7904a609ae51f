import { css } from 'lit'

export const printDialogStyles = css`
  .much {
    flex: 1;
    align-self: center;
    min-inline-size: 12rem;
    font-size: var(--size-dense);
    font-weight: 600;
  }
  details > summary {
    cursor: pointer;
    font-size: var(--size-dense);
    font-weight: 500;
  }
  details > :not(summary) {
    margin-block-start: var(--space);
  }
`
