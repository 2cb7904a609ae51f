/**
 * Gives each row a column of its own so that the sum of costs is the least there is: shortest augmenting paths with
 * prices (Jonker–Volgenant), exact. No more rows than columns; costs are whole numbers, `forbidden` where a row may not
 * have a column. Rows to which every column is alike take what the others leave. Answers the column of each row, -1 where
 * none is left that it may have.
 */
export const assign = (rows: number, columns: number, askedCost: CostOf): { columnOf: Int32Array; cost: number } => {
  const { choosy, alike } = parted(rows, columns, askedCost)
  const columnOf = new Int32Array(rows).fill(-1)
  const rowOf = new Int32Array(columns).fill(-1)
  const prices = { columnOf, rowOf, price: new Float64Array(columns) }
  const search = searchOf(columns)
  const costsOf = keptCosts(columns, askedCost)
  for (const row of startCheaply(choosy, columns, askedCost, prices)) augment(row, columns, costsOf, prices, search)
  let next = 0
  for (const row of alike) {
    while (next < columns && rowOf[next] !== -1) next += 1
    columnOf[row] = next
    next += 1
  }
  let cost = 0
  for (const [row, column] of columnOf.entries()) if (column !== -1) cost += askedCost(row, column)
  return { columnOf, cost }
}

type CostOf = (row: number, column: number) => number

/** Rows that are not alike everywhere, and those that are. */
const parted = (rows: number, columns: number, costOf: CostOf): { choosy: number[]; alike: number[] } => {
  const [choosy, alike]: [number[], number[]] = [[], []]
  for (let row = 0; row < rows; row += 1) {
    const first = columns === 0 ? 0 : costOf(row, 0)
    let column = 1
    while (column < columns && costOf(row, column) === first) column += 1
    const isAlike = column >= columns && first < forbidden
    ;(isAlike ? alike : choosy).push(row)
  }
  return { choosy, alike }
}

/** Searches ask for all the costs of a row, again and again: only of rows that a search comes to are they written down. */
const keptCosts = (columns: number, costOf: CostOf): ((row: number) => Float64Array) => {
  const kept: Float64Array[] = []
  return (row) => {
    const known = kept[row]
    if (known) return known
    const costs = new Float64Array(columns)
    for (let column = 0; column < columns; column += 1) costs[column] = costOf(row, column)
    kept[row] = costs
    return costs
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
  rows: readonly number[],
  columns: number,
  costOf: CostOf,
  { columnOf, rowOf, price }: Prices,
): readonly number[] => {
  let free = rows
  for (let round = 0; round < 2; round += 1) {
    const next: number[] = []
    let tries = 0
    for (let at = 0; at < free.length; at += 1) {
      let row = free[at] ?? -1
      while (row !== -1 && tries < 3 * rows.length) {
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
  costsOf: (row: number) => Float64Array,
  { columnOf, rowOf, price }: Prices,
  { distance, from, done, touched }: Search,
): void => {
  distance.fill(Infinity)
  done.fill(0)
  let [row, base, end, count] = [start, 0, -1, 0]
  while (end === -1) {
    const owned = columnOf[row] ?? -1
    const own = costsOf(row)
    const atOwn = owned === -1 ? 0 : (own[owned] ?? 0) - (price[owned] ?? 0)
    let [nearest, least] = [-1, Infinity]
    for (let column = 0; column < columns; column += 1) {
      if (done[column] === 1) continue
      const cost = own[column] ?? forbidden
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
