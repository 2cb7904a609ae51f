/** `1 day`, `2 days`. */
export const daysOf = (count: number): string => (count === 1 ? '1 day' : `${String(count)} days`)
