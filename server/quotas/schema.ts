import { Type, type Static } from 'typebox'
import { Choice, Count, Id, Instant, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** Quotas of one congress, as many as its lists may have rows, and aims of one quota or congress. */
export const mostQuotas = 5000
export const mostAims = 20

/** What of a delegate is counted: `group` a structure group, `title` an honour, `age-under` so many years. */
export const aimAttributes = ['women', 'workers', 'age-under', 'group', 'title', 'ethnic-minority'] as const
export type AimAttribute = (typeof aimAttributes)[number]

/** How many delegates should, or may, be of a kind: «ít nhất 30% là nữ». */
export const Aim = Shape({
  attribute: Choice(aimAttributes),
  /** Name of the group or honour, or the age in years; '' where the attribute says all. */
  value: OptionalLine(80),
  op: Choice(['at-least', 'at-most'] as const),
  amount: Count(100_000),
  isPercent: Type.Boolean(),
})
export type Aim = Static<typeof Aim>

/** By which rule the numbers of a unit came about. */
export const spreadRules = ['by-hand', 'equal', 'by-staff'] as const
export type SpreadRule = (typeof spreadRules)[number]

/** An aim with how many there are: null = whoever looks may not see who they are. */
export const AimStanding = Shape({ ...Aim.properties, have: Nullable(Count()) })
export type AimStanding = Static<typeof AimStanding>

export const BothClasses = Shape({ official: Count(), guests: Count() })
export type BothClasses = Static<typeof BothClasses>

/** What a unit, or a block that is no unit, may send, and what it has entered by now. */
export const Quota = Shape({
  id: Id,
  /** Null = a block or delegation that is no unit: «Khối doanh nghiệp». */
  unitId: Nullable(Id),
  name: Line(300),
  /** Of the unit: what rows are grouped and chosen by; '' = none. */
  block: OptionalLine(200),
  type: OptionalLine(200),
  /** What the unit's share is measured by: the number given here, else its staff. */
  weight: Nullable(Count()),
  staffNumber: Nullable(Count()),
  /** The last day of a unit that is no more; null = it stands. */
  endedOn: Nullable(Type.String()),
  official: Count(),
  guests: Count(),
  aims: Type.Array(AimStanding),
  setBy: Choice(spreadRules),
  note: OptionalLine(300),
  /** Why more than the quota come. */
  excessReason: OptionalLine(300),
  entered: BothClasses,
  /** Of those whom the congress approved on the unit's list, who come still; nobody while it is not approved. */
  approved: BothClasses,
  /** What was sent to the unit; null = nothing yet. */
  sent: Type.Union([Type.Null(), Shape({ official: Count(), guests: Count(), at: Instant, by: OptionalLine(200) })]),
  version: Version,
})
export type Quota = Static<typeof Quota>

/** The quotas of a congress, its own maximum and its targets. */
export const QuotaBoard = Shape({
  quotas: Type.Array(Quota),
  /** Most delegates, official and guests, that the congress has; null = not said. */
  maximum: Nullable(Count()),
  targets: Type.Array(AimStanding),
  /** 0 = neither was said yet. */
  planVersion: Count(),
  /** All official delegates and guests, and those of them whom no quota covers. */
  entered: BothClasses,
  uncovered: BothClasses,
})
export type QuotaBoard = Static<typeof QuotaBoard>

export const QuotaPlan = Shape({
  maximum: Nullable(Count(100_000)),
  targets: Type.Array(Aim, { maxItems: mostAims }),
  version: Count(),
})
export type QuotaPlan = Static<typeof QuotaPlan>

const Named = Shape({ unitId: Nullable(Id), name: OptionalLine(300) })
/** Units, or blocks by name, that get a quota. */
export const NewQuotas = Shape({ rows: Type.Array(Named, { minItems: 1, maxItems: mostQuotas }) })
export type NewQuotas = Static<typeof NewQuotas>

const AtVersion = { id: Id, version: Version }
const Change = Shape({
  ...AtVersion,
  name: Type.Optional(Line(300)),
  official: Type.Optional(Count(100_000)),
  guests: Type.Optional(Count(100_000)),
  weight: Type.Optional(Nullable(Count())),
  aims: Type.Optional(Type.Array(Aim, { maxItems: mostAims })),
  setBy: Type.Optional(Choice(spreadRules)),
  note: Type.Optional(OptionalLine(300)),
  excessReason: Type.Optional(OptionalLine(300)),
})
/** Fields that are not named stay as they are. */
export const QuotaChanges = Shape({ rows: Type.Array(Change, { minItems: 1, maxItems: mostQuotas }) })
export type QuotaChanges = Static<typeof QuotaChanges>

/** Quotas by the versions that were read. */
export const QuotasNamed = Shape({ rows: Type.Array(Shape(AtVersion), { minItems: 1, maxItems: mostQuotas }) })
export type QuotasNamed = Static<typeof QuotasNamed>
