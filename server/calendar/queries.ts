import { asc, eq } from 'drizzle-orm'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'

export const findCalendarDay = async (read: Reader, id: string): Promise<Row<'calendarDays'> | undefined> => {
  const { calendarDays } = read.tables
  return (await read.select().from(calendarDays).where(eq(calendarDays.id, id)))[0]
}

export const listCalendarDays = async (read: Reader): Promise<Row<'calendarDays'>[]> => {
  const { calendarDays } = read.tables
  return read.select().from(calendarDays).orderBy(asc(calendarDays.from), asc(calendarDays.id))
}
