import { css } from 'lit'

/** The line of tools above the view, and the templates of a programme that is yet to be made. */
export const programmePageStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space);
    margin-block-end: var(--space-2);
  }
  .tools > .segments:last-child {
    margin-inline-start: auto;
  }
  .templates {
    display: grid;
    gap: var(--space);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
  }
  .templates .button {
    flex-direction: column;
    align-items: flex-start;
    text-align: start;
    padding: var(--space) var(--space-2);
  }
  .templates .button.copy {
    flex-direction: row;
    align-items: center;
  }
`
