import { Type, type Static } from 'typebox'
import { Choice, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'

/** What a form of others may be: a workbook of Excel or a document of Word. */
export const formTypes = ['xlsx', 'docx'] as const
export type FormType = (typeof formTypes)[number]

const Both = Shape({ vi: Line(500), en: Line(500) })

/** What a placeholder of a form may stand for. */
export const FormField = Shape({
  name: Line(60),
  labels: Both,
  /** Other words under which a form or its typist may call it. */
  headings: Type.Array(Line(80)),
  holds: Choice(['text', 'number', 'date'] as const),
  /** It is another one in each row of the list. */
  isOfRow: Type.Boolean(),
})
export type FormField = Static<typeof FormField>

/** Name of a sheet, or path of a part of a document. */
const Part = Line(200)
/** Address of a cell, number of a paragraph or of a row. */
const At = Type.String({ pattern: '^([A-Z]{1,3})?[1-9]\\d{0,6}$' })

/** A cell or paragraph as the secretary worded it: its text with placeholders. */
const FormText = Shape({ part: Part, at: At, text: OptionalLine(2000) })
/** A row of a sheet, or of a table of a document. */
export const FormRow = Shape({ part: Part, at: At })
export type FormRow = Static<typeof FormRow>

/** What was marked in the browser; the file stays as it came. */
export const FormMarks = Shape({
  texts: Type.Array(FormText, { maxItems: 500 }),
  repeat: Nullable(FormRow),
})
export type FormMarks = Static<typeof FormMarks>

/** Why a form cannot be filled, and where. */
export const formFaultKinds = [
  /** No placeholder is called so. */
  'unknown',
  /** It stands in a formula. */
  'formula',
  /** A field of the list stands outside the row that is repeated. */
  'outside-row',
  /** Fields of the list stand in two rows. */
  'second-row',
  /** The row that is repeated has no placeholder. */
  'empty-row',
  /** The row that is repeated is merged with the next. */
  'merged',
  /** What was marked is not in this edition of the form. */
  'gone',
] as const
export const FormFault = Shape({ kind: Choice(formFaultKinds), part: Part, at: Line(20), text: OptionalLine(2000) })
export type FormFault = Static<typeof FormFault>

/** What whoever fills a form should look at. */
export const formNoteKinds = [
  /** A formula takes only the first of the repeated rows. */
  'first-row-only',
  /** A formula computes where it looks: it is left as it was. */
  'unusual',
  /** The form points at other workbooks; that is kept. */
  'links',
] as const
export const FormNote = Shape({ kind: Choice(formNoteKinds), part: OptionalLine(200), at: OptionalLine(20) })
export type FormNote = Static<typeof FormNote>
