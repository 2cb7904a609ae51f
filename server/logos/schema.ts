import { Type, type Static } from 'typebox'
import { Id, Line, Nullable, Shape, Version } from '../shapes.ts'

/** Of a picture that is sent as a logo, in bytes. */
export const mostLogoBytes = 10 * 1024 * 1024

/** What the cards of a unit's congresses bear. */
export const LogoOfUnit = Shape({
  /** A PNG, in base64; null = neither the unit nor one above it keeps one. */
  picture: Nullable(Type.String()),
  /** The unit above that keeps it; null = the unit itself, or none. */
  from: Nullable(Shape({ unitId: Id, unitName: Line(200) })),
  /** Of the unit's own; null = it keeps none. */
  version: Nullable(Version),
  mayChange: Type.Boolean(),
})
export type LogoOfUnit = Static<typeof LogoOfUnit>
