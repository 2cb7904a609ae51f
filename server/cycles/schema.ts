import { Type, type Static } from 'typebox'
import { mostBounds, oldestThereIs } from '../make-up/rules/ages.ts'
import { askedFields, leaderRanks } from '../people/schema.ts'
import { Choice, Count, Id, IsoDate, Line, Nullable, OptionalLine, Paragraphs, Shape, Version } from '../shapes.ts'

/** The rules of the road that can be switched off per level. */
export const switchableRules = [
  'outside-window',
  'before-lower',
  'holiday',
  'weekend',
  'venue-twice',
  'venue-too-small',
  'venue-booked',
  'leader-twice',
  'leader-too-often',
  'leader-on-leave',
  'leader-rank',
  'too-many-delegates',
  'too-many-days',
  'assembly-type',
  'pilot-not-first',
  'ceremony-twice',
  'could-combine',
] as const

/** With those that look at the programmes of the level's congresses. */
export const levelRules = [...switchableRules, 'gifts'] as const

const levelFields = {
  name: Line(120),
  /** English name for the English interface; empty = the Vietnamese one. */
  nameEnglish: OptionalLine(120),
  /** Titles that a congress of this level may carry, first one proposed. */
  forms: Type.Array(Line(200), { minItems: 1, maxItems: 12 }),
  windowFrom: Nullable(IsoDate),
  windowTo: Nullable(IsoDate),
  maxDelegates: Nullable(Count(100_000)),
  maxDays: Nullable(Count(60)),
  /** Fewer staff than this: everybody meets; more: delegates (HD 1149/HD-BTĐKT; exactly this many is not settled). Null = no rule. */
  staffThreshold: Nullable(Count(100_000)),
  /** Days that must lie between the last congress of this level and its upper one. */
  gapBeforeUpperDays: Count(365),
  /** Congresses that one leader attends on one day at the most. */
  leaderMaxPerDay: Count(20),
  /** The lowest rank of which one attending leader at least should be; null = no rule. */
  lowestLeaderRank: Nullable(Choice(leaderRanks)),
  rulesOff: Type.Array(Choice(levelRules), { maxItems: 40, uniqueItems: true }),
  /** What its congresses ask of a delegate beside what every list has. */
  delegateFields: Type.Array(Choice(askedFields), { maxItems: askedFields.length, uniqueItems: true }),
  /** Ages at which a band of the report on delegates ends and the next one begins, ascending: 40, 71 = under 40, 40 to 70, above. */
  ageBounds: Type.Array(Type.Integer({ minimum: 1, maximum: oldestThereIs }), { minItems: 1, maxItems: mostBounds }),
}

/** A step of the road, top last (position 0 is the lowest: cơ sở). */
export const Level = Shape({ id: Id, cycleId: Id, position: Count(20), ...levelFields, version: Version })
export type Level = Static<typeof Level>
export const NewLevel = Shape(levelFields)
export type NewLevel = Static<typeof NewLevel>
export const LevelChange = Shape({ ...levelFields, version: Version })
export type LevelChange = Static<typeof LevelChange>

/** A document that a cycle is based on, as it is cited. */
export const BasisDocument = Shape({ citation: Line(300), date: Nullable(IsoDate) })

const cycleFields = {
  /** The unit that keeps the road: its organizers may change the cycle. */
  unitId: Id,
  name: Line(200),
  /** Ordinal of its top congress, as printed: V, X. */
  ordinal: OptionalLine(12),
  theme: Paragraphs(500),
  startsOn: IsoDate,
  endsOn: IsoDate,
  documents: Type.Array(BasisDocument, { maxItems: 40 }),
  /** The day that counts as today for this cycle; null = the clock's. The example stands in June 2020. */
  standsOn: Nullable(IsoDate),
  /** Whether units see day, place and state of the congresses of the units above them. */
  isUpperShown: Type.Boolean(),
}

export const Cycle = Shape({ id: Id, ...cycleFields, isExample: Type.Boolean(), version: Version })
export type Cycle = Static<typeof Cycle>
export const NewCycle = Shape({ ...cycleFields, levels: Type.Array(NewLevel, { minItems: 1, maxItems: 12 }) })
export type NewCycle = Static<typeof NewCycle>
export const CycleChange = Shape({ ...cycleFields, version: Version })
export type CycleChange = Static<typeof CycleChange>

/** How a new road is begun: from a template or empty, for a unit that is there or is created now. */
export const CycleStart = Shape({
  template: Choice(['three-levels-2019', 'two-levels-2025', 'empty'] as const),
  unitId: Nullable(Id),
  /** Name of the unit to create when `unitId` is null: Tỉnh Nam Định. */
  unitName: OptionalLine(200),
  /** Year in which the top congress of the road is held. */
  year: Type.Integer({ minimum: 2000, maximum: 2100 }),
  isUpperShown: Type.Boolean(),
})
export type CycleStart = Static<typeof CycleStart>
export const CycleStarted = Shape({ cycleId: Id })
