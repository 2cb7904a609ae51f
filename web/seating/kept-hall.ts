import { indexHall, type IndexedHall } from '../../server/halls/rules/indexed.ts'
import type { HallDrawing } from '../../server/halls/schema.ts'
import type { SeatingPlan } from '../../server/seating/schema.ts'

type OfHall = Pick<SeatingPlan, 'hallId' | 'hallNumber'>

/**
 * The hall of the plan that is looked at, read once for each version. Who asks while it is being read waits for the same
 * reading: nobody is answered with the hall that was kept before.
 */
export class KeptHall {
  #key = ''
  #read: Promise<IndexedHall> | null = null

  of({ hallId, hallNumber }: OfHall, read: () => Promise<{ drawing: HallDrawing }>): Promise<IndexedHall> {
    const key = `${hallId} ${String(hallNumber)}`
    if (this.#read && this.#key === key) return this.#read
    const reading = read().then(({ drawing }) => indexHall(drawing))
    this.#key = key
    this.#read = reading
    // What could not be read is asked for again.
    reading.catch(() => {
      if (this.#read === reading) this.#read = null
    })
    return reading
  }
}
