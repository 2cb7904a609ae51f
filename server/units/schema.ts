import { Type, type Static } from 'typebox'
import { Count, Id, IsoDate, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

const unitFields = {
  parentId: Nullable(Id),
  code: OptionalLine(40),
  name: Line(200),
  /** Kind of unit as the office says it: xã, phường, thị trấn, huyện, sở, công ty … */
  type: OptionalLine(80),
  /** Block or cluster (khối, cụm thi đua) in which it emulates; empty where it has none. */
  block: OptionalLine(120),
  staffNumber: Nullable(Count(1_000_000)),
  contactName: OptionalLine(120),
  contactPhone: OptionalLine(60),
  address: OptionalLine(300),
  /** The unit exists from this day (inclusive); null = always. */
  validFrom: Nullable(IsoDate),
  /** The unit exists to this day (inclusive); null = still. */
  validTo: Nullable(IsoDate),
  /** Its own window for congresses, inside which it must hold them; null = the level's. */
  windowFrom: Nullable(IsoDate),
  windowTo: Nullable(IsoDate),
}

export const Unit = Shape({
  id: Id,
  ...unitFields,
  /** Units that were merged or renamed into this one. */
  predecessorIds: Type.Array(Id),
  version: Version,
})
export type Unit = Static<typeof Unit>

export const NewUnit = Shape({ ...unitFields, predecessorIds: Type.Array(Id, { maxItems: 50 }) })
export type NewUnit = Static<typeof NewUnit>

export const UnitChange = Shape({ ...NewUnit.properties, version: Version })
export type UnitChange = Static<typeof UnitChange>
