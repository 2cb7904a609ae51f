import { css } from 'lit'
import { controls } from '../style/controls.ts'

export const hallPageStyle = [
  ...controls,
  css`
    .editor {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 20rem;
      border: 1px solid var(--line);
      border-radius: var(--radius-large);
      background: var(--surface);
      overflow: hidden;
    }
    .drawn {
      display: flex;
      flex-direction: column;
      min-inline-size: 0;
    }
    hall-board {
      flex: 1;
    }
    .editor,
    aside {
      block-size: calc(100dvh - 11rem);
      min-block-size: 30rem;
    }
    aside {
      padding: var(--space-2);
      border-inline-start: 1px solid var(--line);
      overflow: auto;
    }
    .notice {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space);
      align-items: center;
      margin-block-end: var(--space);
    }
    .notice > p:not(.icon) {
      flex: 1 1 16rem;
      margin: 0;
    }
    @media (max-width: 900px) {
      .editor {
        grid-template-columns: minmax(0, 1fr);
        block-size: auto;
      }
      .drawn {
        block-size: 30rem;
      }
      aside {
        block-size: auto;
        min-block-size: 0;
        border-inline-start: 0;
        border-block-start: 1px solid var(--line);
      }
    }
  `,
]
