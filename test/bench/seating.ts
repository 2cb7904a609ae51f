import { benchChart } from './documents.ts'
import type { BenchRow } from './rows.ts'
import { benchBlocks } from './seating/blocks.ts'
import { benchPlanning } from './seating/planning.ts'
import { benchSeatsOnScreen } from './seating/screen.ts'

/** Halls and the people in them: planned, shown, and printed. */
export const benchSeating = async (): Promise<BenchRow[]> => [
  ...(await benchPlanning()),
  ...(await benchBlocks()),
  ...(await benchSeatsOnScreen()),
  ...benchChart(),
]
