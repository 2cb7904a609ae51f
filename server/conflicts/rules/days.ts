/** Days since 1970-01-01 of an ISO date. */
export const dayNumber = (date: string): number => Math.floor(Date.parse(date + 'T00:00:00Z') / 86_400_000)

/** ISO date of a day number. */
export const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
