/** Moves the focus to the heading of a page that has just been put in place, however deep in shadow roots it stands. */
export const focusHeading = async (place: Element): Promise<void> => {
  // A page may first fetch what its heading says: it is looked for over some frames.
  for (let attempt = 0; attempt < 60; attempt++) {
    const heading = findHeading(place)
    if (heading) {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      return
    }
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

const findHeading = (root: Element | ShadowRoot): HTMLElement | null => {
  const own = root.querySelector('h1')
  if (own && own.textContent !== '') return own
  for (const element of root.querySelectorAll('*')) {
    const found = element.shadowRoot ? findHeading(element.shadowRoot) : null
    if (found) return found
  }
  return null
}
