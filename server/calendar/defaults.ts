import { lineOfUnit } from '../units/queries.ts'
import { newId } from '../office.ts'
import type { ActRows } from '../history/actions.ts'
import { defaultAnniversaries } from './anniversaries.ts'
import { defaultCalendarDays } from './holidays.ts'
import { listCalendarDays } from './queries.ts'

/**
 * Adds the holidays, the days worked in exchange and the anniversaries of these years, for everybody (`unitId` null) or
 * for a unit; those that stand there by date and name already, or for a unit above, are left. Answers how many.
 */
export const addDefaultDays = async (
  rows: ActRows,
  { fromYear, toYear, unitId }: { fromYear: number; toYear: number; unitId: string | null },
): Promise<number> => {
  const line = new Set([null, ...(unitId === null ? [] : await lineOfUnit(rows.tx, unitId))])
  const standing = (await listCalendarDays(rows.tx)).filter((day) => line.has(day.unitId))
  const known = new Set(standing.map(({ from, name }) => `${from} ${name}`))
  const days = [...defaultCalendarDays(fromYear, toYear), ...defaultAnniversaries(fromYear, toYear)]
  const missing = days.filter(({ from, name }) => !known.has(`${from} ${name}`))
  await rows.createMany(
    'calendarDays',
    missing.map(({ nameEnglish: _name, basisEnglish: _basis, ...day }) => ({ id: newId(), ...day, unitId })),
  )
  return missing.length
}
