import type { Congress } from '../../server/congresses/schema.ts'
import { addDays } from '../../server/format/dates.ts'
import { defaultHonourKinds, usualHonourKind } from '../../server/results/rules.ts'
import type { CongressResult, HonourCount } from '../../server/results/schema.ts'
import { standsOn } from './cases.ts'
import type { Chance } from './chance.ts'

const inventedNote = 'Ví dụ: kết quả là số liệu giả định, không phải tư liệu.'

interface Held {
  congress: Congress
  /** Of its level. */
  position: number
}

/**
 * What the congresses brought that were held: each that is reported by the number of its report, half of the others by
 * telephone, nothing yet of the rest. All numbers are invented.
 */
export const buildResults = (congresses: readonly Held[], newId: () => string, chance: Chance): CongressResult[] =>
  congresses.flatMap(({ congress, position }, index): CongressResult[] => {
    const { state, dateTo } = congress
    const isReported = state === 'reported'
    if (dateTo === null || !(isReported || (state === 'held' && chance.below(2) === 0))) return []
    const expected = congress.expectedDelegates ?? 100
    return [
      {
        id: newId(),
        congressId: congress.id,
        presentDelegates: expected - chance.below(Math.max(1, Math.round(expected / 12))),
        presentGuests: 5 + chance.below(12),
        honours: honoursAt(position, chance),
        chosenUpward: 2 + chance.below(position === 0 ? 4 : 8),
        reportNumber: isReported ? `${String(20 + index)}/BC` : '',
        reportDate: isReported ? earlier(addDays(dateTo, 2 + chance.below(9)), standsOn) : null,
        sourceKind: isReported ? 'letter' : 'call',
        source: isReported ? `${String(20 + index)}/BC` : 'Văn phòng',
        note: inventedNote,
        version: 1,
      },
    ]
  })

const earlier = (one: string, other: string): string => (one < other ? one : other)

/** The usual kind of the level, and for one in three also that of the level above it. */
const honoursAt = (position: number, chance: Chance): HonourCount[] => {
  const kinds = [position, ...(chance.below(3) === 0 ? [position + 1] : [])]
  const usual = new Set(kinds.flatMap((each) => usualHonourKind(defaultHonourKinds, each) ?? []))
  return [...usual].map(({ key }, index) => ({
    kind: key,
    collectives: index === 0 ? 2 + chance.below(5) : 1,
    individuals: index === 0 ? 5 + chance.below(12) : 1 + chance.below(2),
  }))
}
