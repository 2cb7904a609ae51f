import { Type, type Static } from 'typebox'
import { PaperFields } from '../programme/schema.ts'
import { Choice, Count, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'

const Both = Shape({ vi: Line(500), en: Line(500) })

export const fieldKinds = ['line', 'text', 'date'] as const
export type FieldKind = (typeof fieldKinds)[number]

/** A text of a paper that the office words itself; without a value the `fallback` is printed. */
export const PaperField = Shape({
  name: Line(60),
  labels: Both,
  helps: Both,
  kind: Choice(fieldKinds),
  fallback: OptionalLine(2000),
  value: Nullable(OptionalLine(2000)),
})
export type PaperField = Static<typeof PaperField>

/** A paper of a congress as it stands; version null = nothing was filled in yet. */
export const PaperState = Shape({
  kind: Line(60),
  titles: Both,
  fields: Type.Array(PaperField),
  version: Nullable(Count(2_147_483_647)),
  /** Fields whose place stays blank on paper, such as the number before the signature. */
  blanks: Type.Array(Line(60)),
})
export type PaperState = Static<typeof PaperState>
export const PaperList = Shape({ papers: Type.Array(PaperState) })

export const PaperFill = Shape({ fields: PaperFields, version: Nullable(Count(2_147_483_647)) })
export type PaperFill = Static<typeof PaperFill>

const TemplateField = Shape({
  name: Line(60),
  kind: Choice(fieldKinds),
  labels: Both,
  helps: Both,
  fallback: OptionalLine(2000),
  /** Its place stays blank where nothing was filled in: number, day, name of the signer. */
  isBlankable: Type.Optional(Type.Boolean()),
  /** Name of the field in whose place it stands in the English edition. */
  englishOf: Type.Optional(Line(60)),
})
export type TemplateField = Static<typeof TemplateField>

const Placeholder = Shape({
  sample: Line(500),
  /** It stands alone on its line, and tables and the like take its place. */
  isBlock: Type.Optional(Type.Boolean()),
})

const Words = Type.Record(Type.String({ maxLength: 60 }), Line(300))

/** `templates/<kind>/template.yaml`. */
export const TemplateFile = Shape({
  titles: Both,
  placeholders: Type.Record(Type.String({ maxLength: 60 }), Placeholder),
  fields: Type.Array(TemplateField, { maxItems: 60 }),
  words: Shape({ vi: Words, en: Words }),
})
export type TemplateFile = Static<typeof TemplateFile>
