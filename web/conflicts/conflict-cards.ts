import { css } from 'lit'

/** A list of conflicts, each a card: icon, heading, sentence, ways out. */
export const conflictCards = css`
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.125rem var(--space);
    padding: var(--space-2);
    border-block-end: 1px solid var(--line);
  }
  li > .icon {
    margin-block-start: 0.15em;
  }
  .impossible > .icon,
  .impossible h3 {
    color: var(--red);
  }
  .serious > .icon,
  .serious h3 {
    color: var(--amber);
  }
  .doubtful > .icon,
  .doubtful h3 {
    color: var(--blue);
  }
  p {
    font-size: var(--size-dense);
    overflow-wrap: anywhere;
  }
  .body {
    display: grid;
    gap: var(--space-half);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    font-size: var(--size-dense);
    font-weight: 500;
  }
  .ways a {
    text-decoration: none;
    display: inline-flex;
    gap: var(--space-half);
    align-items: center;
    min-block-size: 24px;
  }
  .ways a:hover {
    text-decoration: underline;
  }
  @media (pointer: coarse) {
    .ways :is(a, button) {
      min-block-size: 2.25rem;
    }
  }
`
