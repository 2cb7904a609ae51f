/** 0 = Sunday … 6 = Saturday, of a day number; day 0, 1970-01-01, was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

export const isWeekend = (day: number): boolean => weekdayOf(day) % 6 === 0
