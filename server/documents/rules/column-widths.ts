/**
 * Widths of the columns of a table: as they are shared out, but none narrower than the longest word of its title, which
 * would be cut in its middle. What such a column needs, the others give in proportion.
 */
export const columnWidths = (
  columns: readonly { title: string; share: number }[],
  { width, padding, widthOf }: { width: number; padding: number; widthOf: (word: string) => number },
): number[] => {
  // A hair more, so that no rounding cuts what just fits.
  const leasts = columns.map(({ title }) => Math.max(...title.split(/\s+/u).map(widthOf)) + 2 * padding + 0.1)
  const needed = leasts.reduce((sum, least) => sum + least, 0)
  if (needed >= width) return leasts.map((least) => (least / needed) * width)
  const isHeld = columns.map(() => false)
  for (;;) {
    const free = columns.map(({ share }, at) => (isHeld[at] === true ? 0 : share))
    const shares = free.reduce((sum, share) => sum + share, 0)
    const room = width - leasts.reduce((sum, least, at) => sum + (isHeld[at] === true ? least : 0), 0)
    const widths = free.map((share, at) => (isHeld[at] === true ? (leasts[at] ?? 0) : (share / shares) * room))
    const narrow = widths.findIndex((own, at) => isHeld[at] !== true && own < (leasts[at] ?? 0))
    if (narrow === -1) return widths
    isHeld[narrow] = true
  }
}
