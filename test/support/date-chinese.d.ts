/** The package’s own types are not found through its `exports`. */
declare module 'date-chinese' {
  export class CalendarVietnamese {
    fromGregorian(year: number, month: number, day: number): this
    /** Cycle, year of the cycle, month, leap month, day. */
    get(): [number, number, number, boolean, number]
  }
}
