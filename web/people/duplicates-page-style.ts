import { css } from 'lit'

/** Looks of `<duplicates-page>`. */
export const duplicatesPageStyle = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space) var(--space-2);
    align-items: end;
    margin-block-end: var(--space-2);
  }
  .unit {
    inline-size: min(24rem, 100%);
  }
  .pairs {
    display: grid;
    gap: var(--space-2);
    max-inline-size: 70rem;
    margin-block-end: var(--space-2);
  }
  .distinct {
    margin-block-start: var(--space-2);
  }
  .distinct summary {
    cursor: pointer;
    padding-block: var(--space);
  }
  .distinct ul {
    list-style: none;
  }
  .distinct li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
    align-items: center;
    justify-content: space-between;
    max-inline-size: 44rem;
    padding-block: var(--space-half);
    border-block-end: 1px solid var(--line);
  }
`
