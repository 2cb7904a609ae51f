import { css } from 'lit'

/**
 * `.field` = label, control, `.help`, `.fault` (made by parts/field.ts); `.input` on input, select and textarea;
 * `.check` = a label around a checkbox or radio; `.form` stacks fields, `.columns` puts them side by side.
 */
export const fields = css`
  .form {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: var(--space-2);
    align-items: start;
  }
  /* Labels, controls and notes of a row stand on lines of their own, however many lines one label takes. */
  .columns > .field {
    display: grid;
    grid-row: span 3;
    grid-template-rows: subgrid;
    align-items: start;
  }
  .columns > .field > label {
    align-self: end;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: var(--space-half);
    min-inline-size: 0;
  }
  .field > label,
  .label {
    font-size: var(--size-dense);
    font-weight: 500;
  }
  .field .optional {
    color: var(--muted);
    font-weight: 400;
  }
  .input {
    inline-size: 100%;
    min-block-size: var(--control);
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--line-control);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: var(--text);
    font: 400 var(--size) / 1.4 var(--font);
  }
  textarea.input {
    min-block-size: 5.5rem;
    resize: vertical;
  }
  select.input {
    padding-inline-end: 0.25rem;
    text-overflow: ellipsis;
  }
  .input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .input:hover {
    border-color: var(--text);
  }
  .input:focus-visible {
    outline-offset: 0;
    border-color: var(--blue);
  }
  .input:disabled {
    border-color: var(--line-strong);
    background: var(--sunken);
    color: var(--muted);
  }
  .input[aria-invalid='true'] {
    border-color: var(--red);
    background: var(--red-soft);
  }
  .help {
    color: var(--muted);
    font-size: var(--size-small);
  }
  .fault {
    display: flex;
    gap: 0.375rem;
    color: var(--red);
    font-size: var(--size-small);
    font-weight: 500;
  }
  .fault .icon {
    margin-block-start: 0.15em;
  }
  .check {
    display: flex;
    align-items: flex-start;
    gap: var(--space);
    padding-block: 0.25rem;
    font-size: var(--size-dense);
    cursor: pointer;
  }
  .check input {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0.1rem 0 0;
    accent-color: var(--red);
  }
  .form-actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space);
    align-items: center;
    justify-content: flex-end;
  }
  @media (pointer: coarse) {
    .check {
      min-block-size: 2.75rem;
      align-items: center;
    }
    .input {
      font-size: 1rem;
    }
  }
`
