/**
 * Gives each row a column of its own so that the sum of costs is the least there is: shortest augmenting paths with
 * prices (Jonker–Volgenant), exact. No more rows than columns; costs are whole numbers, `forbidden` where a row may not
 * have a column. Answers the column of each row, -1 where none is left that it may have.
 */
export const assign = (
  rows: number,
  columns: number,
  askedCost: (row: number, column: number) => number,
): { columnOf: Int32Array; cost: number } => {
  const costOf = noted(rows, columns, askedCost)
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const price = new Float64Array(columns)
  const waiting = startCheaply(rows, columns, costOf, { columnOf, rowOf, price })
  const search = searchOf(columns)
  for (const row of waiting) augment(row, columns, costOf, { columnOf, rowOf, price }, search)
  let cost = 0
  for (const [row, column] of columnOf.entries()) if (column !== -1) cost += costOf(row, column)
  return { columnOf, cost }
}

/** A table of more costs than this is not written down. */
const mostCells = 30_000_000

/** Costs are asked for again and again: each is reckoned once. */
const noted = (rows: number, columns: number, costOf: (row: number, column: number) => number) => {
  if (rows * columns > mostCells) return costOf
  const costs = new Int32Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cost = costOf(row, column)
      costs[row * columns + column] = cost >= forbidden ? -1 : cost
    }
  }
  return (row: number, column: number): number => {
    const cost = costs[row * columns + column] ?? -1
    return cost === -1 ? forbidden : cost
  }
}

/** More than any sum of costs that are not. */
export const forbidden = 1e12

interface Prices {
  columnOf: Int32Array
  rowOf: Int32Array
  /** What a column is worth below 0: rows compare cost − price. Zero for a column that nobody has. */
  price: Float64Array
}

/**
 * Each row takes its best column, and pushes out whoever has it by lowering its price to where the next best is as good
 * (augmenting row reduction): few are left for whom a path has to be searched.
 */
const startCheaply = (
  rows: number,
  columns: number,
  costOf: (row: number, column: number) => number,
  { columnOf, rowOf, price }: Prices,
): number[] => {
  let free = Array.from({ length: rows }, (_nothing, row) => row)
  for (let round = 0; round < 2; round += 1) {
    const next: number[] = []
    let tries = 0
    for (let at = 0; at < free.length; at += 1) {
      let row = free[at] ?? -1
      while (row !== -1 && tries < 3 * rows) {
        tries += 1
        let [best, bestCost, second, secondCost] = [-1, Infinity, -1, Infinity]
        for (let column = 0; column < columns; column += 1) {
          const cost = costOf(row, column) - (price[column] ?? 0)
          if (cost < bestCost) {
            second = best
            secondCost = bestCost
            best = column
            bestCost = cost
          } else if (cost < secondCost) {
            second = column
            secondCost = cost
          }
          // Nothing is cheaper than a free column that costs nothing.
          if (cost === 0 && rowOf[column] === -1) {
            best = column
            bestCost = 0
            secondCost = 0
            break
          }
        }
        if (bestCost >= forbidden) break
        const hasEqual = secondCost <= bestCost
        if (hasEqual && rowOf[best] !== -1 && second !== -1 && rowOf[second] === -1) best = second
        const owner = rowOf[best] ?? -1
        if (owner !== -1 && hasEqual) break
        if (owner !== -1) price[best] = (price[best] ?? 0) - Math.min(secondCost - bestCost, forbidden)
        rowOf[best] = row
        columnOf[row] = best
        if (owner !== -1) columnOf[owner] = -1
        row = owner
      }
      if (row !== -1) next.push(row)
    }
    free = next
  }
  return free
}

interface Search {
  distance: Float64Array
  from: Int32Array
  done: Uint8Array
  touched: Int32Array
}
const searchOf = (columns: number): Search => ({
  distance: new Float64Array(columns),
  from: new Int32Array(columns),
  done: new Uint8Array(columns),
  touched: new Int32Array(columns),
})

/** The shortest path by reduced costs from a row to a free column; whoever lies on it moves along. */
const augment = (
  start: number,
  columns: number,
  costOf: (row: number, column: number) => number,
  { columnOf, rowOf, price }: Prices,
  { distance, from, done, touched }: Search,
): void => {
  distance.fill(Infinity)
  done.fill(0)
  let [row, base, end, count] = [start, 0, -1, 0]
  while (end === -1) {
    const owned = columnOf[row] ?? -1
    const atOwn = owned === -1 ? 0 : costOf(row, owned) - (price[owned] ?? 0)
    let [nearest, least] = [-1, Infinity]
    for (let column = 0; column < columns; column += 1) {
      if (done[column] === 1) continue
      const cost = costOf(row, column)
      if (cost < forbidden) {
        const reach = base + cost - (price[column] ?? 0) - atOwn
        if (reach < (distance[column] ?? 0)) {
          distance[column] = reach
          from[column] = row
        }
      }
      const reached = distance[column] ?? Infinity
      if (reached < least || (reached === least && nearest !== -1 && rowOf[column] === -1)) {
        least = reached
        nearest = column
      }
    }
    if (nearest === -1) return
    base = least
    done[nearest] = 1
    touched[count] = nearest
    count += 1
    if (rowOf[nearest] === -1) end = nearest
    else row = rowOf[nearest] ?? -1
  }
  for (let place = 0; place < count; place += 1) {
    const column = touched[place] ?? -1
    price[column] = (price[column] ?? 0) + (distance[column] ?? 0) - base
  }
  for (let column = end; ;) {
    const owner = from[column] ?? -1
    const next = columnOf[owner] ?? -1
    rowOf[column] = owner
    columnOf[owner] = column
    if (owner === start) return
    column = next
  }
}
