import { Type, type Static } from 'typebox'
import { Id, Instant, IsoDate, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

const callFields = {
  unitId: Id,
  /** The congress that was spoken of; null = none in particular. */
  congressId: Nullable(Id),
  spokeWith: OptionalLine(200),
  phone: OptionalLine(60),
  said: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  /** The day on which to call again; null = not to be called back. */
  callBackOn: Nullable(IsoDate),
}

/** A note of a telephone call with a unit. */
export const Call = Shape({ id: Id, ...callFields, at: Instant, accountName: OptionalLine(200), version: Version })
export type Call = Static<typeof Call>
export const NewCall = Shape(callFields)
export type NewCall = Static<typeof NewCall>
export const CallChange = Shape({ ...callFields, version: Version })
export type CallChange = Static<typeof CallChange>
