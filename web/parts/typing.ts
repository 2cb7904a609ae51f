/** Whether a key goes to a field in which something is typed or chosen, and not to the page. */
export const isInField = (event: Event): boolean =>
  event.composedPath().some((at) => at instanceof HTMLElement && at.matches('input, textarea, select'))
