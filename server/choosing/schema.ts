import { Type, type Static } from 'typebox'
import { mostDelegates } from '../delegates/schema.ts'
import { Id, IsoDate, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'

const longest = 300

/** A delegate of a lower congress, who may be chosen for the upper one. */
export const Choosable = Shape({
  id: Id,
  /** One person may come from several congresses. */
  personId: Id,
  congressId: Id,
  name: Line(longest),
  /** '' = in none. */
  delegation: OptionalLine(longest),
  post: OptionalLine(longest),
  workplace: OptionalLine(longest),
  /** Structure groups, the primary one first. */
  groups: Type.Array(Line(120)),
  /** At the upper congress already, chosen or entered. */
  isAttending: Type.Boolean(),
})
export type Choosable = Static<typeof Choosable>

/** Whom a congress may choose, by the lower congresses that the reader may see. */
export const ChoosableList = Shape({
  congresses: Type.Array(Shape({ id: Id, title: Line(500), dateFrom: Nullable(IsoDate) })),
  delegates: Type.Array(Choosable),
})
export type ChoosableList = Static<typeof ChoosableList>

export const Choice = Shape({
  delegateIds: Type.Array(Id, { minItems: 1, maxItems: mostDelegates, uniqueItems: true }),
})
export type Choice = Static<typeof Choice>

export const Chosen = Shape({ ids: Type.Array(Id) })
export type Chosen = Static<typeof Chosen>

/** A congress at which a person was chosen for the next one. */
export const ChainStep = Shape({
  /** The person's part there. */
  id: Id,
  congressId: Id,
  title: Line(500),
  unitName: Line(longest),
  dateFrom: Nullable(IsoDate),
})
export type ChainStep = Static<typeof ChainStep>
