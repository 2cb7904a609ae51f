import { createChance } from '../../../db/example/chance.ts'
import { indexHall } from '../../../server/halls/rules/indexed.ts'
import { startHall, usualStart } from '../../../server/halls/rules/start.ts'
import type { SeatedPerson, SeatingProblem } from '../../../server/seating/rules/problem.ts'
import { usualImportance } from '../../../server/seating/rules/usual-importance.ts'
import { benchSeed } from '../rows.ts'

const words = {
  ...{ stage: 'Sân khấu', floor: 'Tầng một', balcony: 'Ban công', presidium: 'Chủ tịch đoàn', secretariat: 'Thư ký' },
  block: (letter: string) => `Khối ${letter}`,
  door: (letter: string) => `Cửa ${letter}`,
}

export interface CongressSize {
  people: number
  rows: number
  /** Seats of a row in each block. */
  blocks: readonly number[]
}

/** Halls about as large as such congresses have. */
export const congressSizes: readonly CongressSize[] = [
  { people: 500, rows: 20, blocks: [8, 14, 8] },
  { people: 1500, rows: 40, blocks: [10, 20, 10] },
  { people: 5000, rows: 60, blocks: [20, 30, 30, 20] },
]

/** A congress as they are: delegations of any size, a tenth honoured in batches, a twentieth by rank with ties and holes. */
export const congressOf = ({ people: count, rows, blocks }: CongressSize): SeatingProblem => {
  const chance = createChance(benchSeed)
  let parts = 0
  const stepFreeRows = Math.ceil(rows / 10)
  const start = { ...usualStart, rows, blocks, stepFreeRows }
  const hall = indexHall(startHall(start, words, () => `p${String(parts++)}`))
  const delegations = Array.from({ length: Math.ceil(count / 25) }, (_nothing, at) => ({
    id: `d${String(at)}`,
    name: `Đoàn ${String(at + 1)}`,
  }))
  const heads = new Set<string>()
  const people = Array.from({ length: count }, (_nothing, at): SeatedPerson => {
    const isPresidium = at < 16
    const kind = chance.below(40)
    const isHonoured = !isPresidium && kind < 4
    const delegationId = `d${String(chance.below(1 + chance.below(delegations.length)))}`
    const isHead = !isPresidium && kind > 6 && !heads.has(delegationId)
    if (isHead) heads.add(delegationId)
    return {
      ...{ id: `q${String(at)}`, delegationId, isHead },
      rank: isPresidium ? at + 1 : kind === 4 || kind === 5 ? 20 + 3 * chance.below(8) : null,
      honoured: isHonoured ? at : null,
      batch: isHonoured ? Math.floor(at / 120) : null,
      needsStepFree: kind === 6 && chance.below(2) === 0,
      ...{ needsWheelchair: false, companionOf: null, stage: isPresidium ? ('presidium' as const) : null },
    }
  })
  return {
    ...{ hall, open: hall.seats.map(({ at }) => at), people, standing: [], delegations, layout: 'rows' },
    ...{ apart: [], together: [], importance: usualImportance },
  }
}
