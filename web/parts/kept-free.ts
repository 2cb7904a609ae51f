const bars = new Set<Element>()
/** CSS pixels at the foot that a toast leaves anyhow, at most: the navigation of a phone. */
const mostLeft = 80

/** Marks what sticks to the foot of the window and is pressed, so that neither a toast nor a list lies over it: `<div class="bar" ${ref(keepFree)}>`. */
export const keepFree = (bar: Element | undefined): void => {
  if (bar) bars.add(bar)
}

/**
 * CSS pixels from the foot of the window up to the top of those bars that would lie under a box of this place and height
 * at the foot; 0 = none would.
 */
export const footToKeepFree = ({ left, right, height }: Pick<DOMRect, 'left' | 'right' | 'height'>): number => {
  let foot = 0
  for (const bar of bars) {
    if (!bar.isConnected) bars.delete(bar)
    const place = bar.getBoundingClientRect()
    const isBeside = place.height === 0 || place.left >= right || place.right <= left
    // A bar that stands higher than the box reaches, or was scrolled out below, is not in its way.
    const reach = innerHeight - Math.max(foot, mostLeft) - height
    if (isBeside || place.bottom <= reach || place.top >= innerHeight) continue
    foot = Math.max(foot, innerHeight - place.top)
  }
  return foot
}

/** CSS pixels below a box until the foot of the window, or the first of those bars that stands under it. */
export const spaceBelow = ({ left, right, bottom }: Pick<DOMRect, 'left' | 'right' | 'bottom'>): number => {
  let end = innerHeight
  for (const bar of bars) {
    if (!bar.isConnected) bars.delete(bar)
    const place = bar.getBoundingClientRect()
    const isUnder = place.height > 0 && place.left < right && place.right > left && place.top >= bottom
    if (isUnder) end = Math.min(end, place.top)
  }
  return end - bottom
}
