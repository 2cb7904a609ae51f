import { css } from 'lit'

/** The list of those who are meant to get a form, in a dialog that makes them. */
export const meantStyle = css`
  ul {
    max-block-size: 18rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    overflow: auto;
  }
  li {
    padding: 0.125rem 0.625rem;
    font-size: var(--size-dense);
  }
  li + li {
    border-block-start: 1px solid var(--line);
  }
`
