/** How long one task may hold up everybody else, in milliseconds. */
const longest = 15

/** Goes through many rows one after the other; others are served between them. */
export const eachInTurn = async <T, R>(rows: readonly T[], work: (row: T, at: number) => R): Promise<R[]> => {
  const results: R[] = []
  let since = performance.now()
  for (const [at, row] of rows.entries()) {
    if (performance.now() - since > longest) {
      await new Promise(setImmediate)
      since = performance.now()
    }
    results.push(work(row, at))
  }
  return results
}
