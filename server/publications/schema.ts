import { type Static } from 'typebox'
import { Instant, Line, Nullable, Shape, Version } from '../shapes.ts'

/** Where the public reads the newest release of a congress; null = nowhere. */
export const Publication = Nullable(Shape({ code: Line(100), url: Line(400), at: Instant, version: Version }))
export type Publication = Static<typeof Publication>

export const RenewedCode = Shape({ version: Version })
