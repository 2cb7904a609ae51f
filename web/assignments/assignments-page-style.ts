import { css } from 'lit'

export const assignmentsPageStyle = css`
  section {
    margin-block-end: var(--space-3);
  }
  section > h2 {
    margin-block-end: var(--space);
  }
`

/** Looks of the tables of sessions and of roles. */
export const assignmentTableStyle = css`
  :host {
    display: block;
  }
  .scroll {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .table td {
    vertical-align: top;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .day th {
    position: static;
    background: var(--sunken);
    font-weight: 600;
    text-align: start;
    white-space: normal;
  }
  .table .time {
    inline-size: 7rem;
    white-space: nowrap;
  }
  .title {
    min-inline-size: 12rem;
  }
  .who {
    min-inline-size: 14rem;
  }
  .who .link-button {
    text-align: start;
  }
  .over {
    color: var(--red);
    font-weight: 600;
  }
  .roles {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-half);
    align-items: center;
    min-inline-size: 12rem;
  }
  .roles select {
    inline-size: 9.5rem;
    min-block-size: 2rem;
    padding-block: 0.125rem;
    font-size: var(--size-small);
  }
  .roles .chip {
    white-space: normal;
    text-align: start;
  }
  .table .acts {
    inline-size: 6rem;
    white-space: nowrap;
  }
  .doubt {
    display: flex;
    gap: var(--space-half);
    margin-block-start: var(--space-half);
    color: var(--amber);
    font-size: var(--size-small);
  }
  .doubt.serious {
    color: var(--red);
  }
  @media (max-width: 700px) {
    .scroll {
      border: 0;
      background: none;
    }
    .table,
    .table tbody,
    .table tr,
    .table td,
    .table th {
      display: block;
      min-inline-size: 0;
      inline-size: auto;
    }
    .table thead {
      display: none;
    }
    .table tr:not(.day) {
      position: relative;
      margin-block-end: var(--space);
      padding: var(--space-2);
      padding-inline-end: 3.5rem;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    .table tr:not(.day) td {
      padding: 0 0 var(--space-half);
      border: 0;
      text-align: start;
    }
    .table tr:not(.day) .acts {
      position: absolute;
      inset: var(--space) var(--space) auto auto;
      inline-size: auto;
      padding: 0;
    }
    .day th {
      padding-inline: 0;
      background: none;
    }
  }
`
