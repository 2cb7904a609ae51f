import { css } from 'lit'

/** A person in a list, and parts of a long list (`.some`, of `--people`) that keep their height while nothing is drawn. */
export const personStyle = css`
  :host {
    /* Height of a person, in pixels. */
    --row: 28;
  }
  .missing {
    color: var(--red);
  }
  .person {
    display: flex;
    justify-content: space-between;
    gap: var(--space);
    inline-size: 100%;
    block-size: calc(var(--row) * 1px);
    align-items: center;
    padding: 0 var(--space) 0 calc(var(--space) * 2 + 0.6rem);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--size-small);
    text-align: start;
    cursor: pointer;
  }
  /* A long name is cut, and told whole by its title: what stands behind it stays in sight. */
  .person span {
    flex: none;
  }
  .person .name {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .person[draggable='true'] {
    cursor: grab;
  }
  .person:hover {
    background: var(--sunken);
  }
  .person.open {
    background: var(--red-soft);
  }
  .some {
    block-size: calc(var(--row) * var(--people));
  }
  @media (pointer: coarse) {
    :host {
      --row: 44;
    }
  }
`

export const seatPeopleStyle = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
    min-block-size: 0;
  }
  .find {
    position: relative;
    padding: var(--space);
    border-block-end: 1px solid var(--line);
  }
  .find .input {
    inline-size: 100%;
  }
  /* Over what follows: a list that moves under the mouse takes the press away. */
  .keys {
    display: none;
    position: absolute;
    inset: 100% 0 auto;
    z-index: 1;
    padding: var(--space);
    border-block-end: 1px solid var(--line);
    background: var(--surface);
    font-size: var(--size-small);
    pointer-events: none;
  }
  @media (hover: hover) {
    .find:focus-within .keys {
      display: block;
    }
  }
  .totals {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--space);
    margin: 0;
    padding: var(--space);
    background: var(--sunken);
    font-size: var(--size-small);
  }
  .totals .seated {
    color: var(--green);
  }
  .totals .missing {
    color: var(--red);
  }
  .list {
    overflow-y: auto;
    min-block-size: 0;
  }
  .party {
    display: grid;
    grid-template-columns: 0.6rem minmax(0, 1fr) auto;
    gap: var(--space);
    align-items: center;
    padding: var(--space);
  }
  .party[draggable='true'] {
    cursor: grab;
  }
  .swatch {
    block-size: 1.75rem;
    border-radius: var(--radius-small);
  }
  .party .name {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--size-dense);
    font-weight: 600;
    text-align: start;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .party .name span {
    display: block;
    font-size: var(--size-small);
    font-weight: 400;
  }
  .carry {
    padding: 0.25rem;
  }
  .party:hover {
    background: var(--sunken);
  }
  .none {
    padding: var(--space);
  }
  @media (pointer: coarse) {
    .party {
      min-block-size: 44px;
    }
  }
`
