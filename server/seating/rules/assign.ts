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
  const left = startCheaply(choosy, columns, askedCost, prices)
  const [costsOf, search] = [keptCosts(columns, askedCost), searchOf(rowOf)]
  for (const row of left) augment(row, costsOf, prices, search)
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
  /** All columns: first those that nobody has, last those that the search has passed. */
  columns: Int32Array
  placeOf: Int32Array
  free: number
  distance: Float64Array
  from: Int32Array
}

const searchOf = (rowOf: Int32Array): Search => {
  const [free, taken]: [number[], number[]] = [[], []]
  for (const [column, row] of rowOf.entries()) (row === -1 ? free : taken).push(column)
  const columns = Int32Array.from([...free, ...taken])
  const placeOf = new Int32Array(columns.length)
  for (const [place, column] of columns.entries()) placeOf[column] = place
  const [distance, from] = [new Float64Array(columns.length), new Int32Array(columns.length)]
  return { columns, placeOf, free: free.length, distance, from }
}

const trade = ({ columns, placeOf }: Search, place: number, other: number): void => {
  const [one, two] = [columns[place] ?? -1, columns[other] ?? -1]
  columns[place] = two
  columns[other] = one
  placeOf[two] = place
  placeOf[one] = other
}

/**
 * The shortest path by reduced costs from a row to a free column; whoever lies on it moves along. A path ends where a
 * column is free, so that of the free ones only the nearest is known; each of the others has its distance.
 */
const augment = (
  start: number,
  costsOf: (row: number) => Float64Array,
  { columnOf, rowOf, price }: Prices,
  search: Search,
): void => {
  const { columns, placeOf, free, distance, from } = search
  distance.fill(Infinity)
  let [row, base, open] = [start, 0, columns.length]
  let [end, endDistance, endFrom] = [-1, Infinity, -1]
  for (;;) {
    const own = costsOf(row)
    const owned = columnOf[row] ?? -1
    const further = owned === -1 ? 0 : base - (own[owned] ?? 0) + (price[owned] ?? 0)
    for (let place = 0; place < free; place += 1) {
      const column = columns[place] ?? -1
      const cost = own[column] ?? forbidden
      if (cost + further < endDistance && cost < forbidden) {
        end = column
        endDistance = cost + further
        endFrom = row
      }
    }
    let [nearest, least] = [-1, endDistance]
    for (let place = free; place < open; place += 1) {
      const column = columns[place] ?? -1
      const cost = own[column] ?? forbidden
      const reach = cost + further - (price[column] ?? 0)
      let reached = distance[column] ?? Infinity
      if (reach < reached && cost < forbidden) {
        distance[column] = reached = reach
        from[column] = row
      }
      if (reached < least) {
        least = reached
        nearest = place
      }
    }
    if (nearest === -1) break
    base = least
    row = rowOf[columns[nearest] ?? -1] ?? -1
    open -= 1
    trade(search, nearest, open)
  }
  if (end === -1) return
  for (let place = open; place < columns.length; place += 1) {
    const column = columns[place] ?? -1
    price[column] = (price[column] ?? 0) + (distance[column] ?? 0) - endDistance
  }
  from[end] = endFrom
  for (let column = end; ;) {
    const owner = from[column] ?? -1
    const next = columnOf[owner] ?? -1
    rowOf[column] = owner
    columnOf[owner] = column
    if (owner === start) break
    column = next
  }
  search.free -= 1
  trade(search, placeOf[end] ?? -1, search.free)
}
