import { Type, type Static } from 'typebox'
import { Choice, Count, Id, Instant, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

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

/** A form that another office sent, as lists of forms tell it. */
const formFacts = {
  id: Id,
  unitId: Id,
  unitName: Line(200),
  name: Line(200),
  type: Choice(formTypes),
  /** Name of the list that its repeated row is of; null = it has none. */
  list: Nullable(Line(60)),
  /** The account may mark, replace and delete it. */
  isOwn: Type.Boolean(),
  version: Version,
}
export const OutsideForm = Shape(formFacts)
export type OutsideForm = Static<typeof OutsideForm>

/** A form as it was filled for a congress, and how many rows of the list changed, came or went since. */
export const OutsideFill = Shape({
  id: Id,
  formId: Id,
  at: Instant,
  accountName: OptionalLine(200),
  rowCount: Count(),
  changed: Count(),
})
export type OutsideFill = Static<typeof OutsideFill>

/** The forms that may be filled for a congress, with how each was filled last. */
export const CongressForms = Shape({
  forms: Type.Array(OutsideForm),
  fills: Type.Array(OutsideFill),
})
export type CongressForms = Static<typeof CongressForms>

/** What came of filling: what to look at before it is sent. */
export const FormFilled = Shape({ fill: OutsideFill, notes: Type.Array(FormNote) })
export type FormFilled = Static<typeof FormFilled>

const ShownText = Shape({ at: At, text: Type.String(), isFormula: Type.Boolean() })
/** A cell over so many columns and rows, with the texts that can be marked. */
const ShownCell = Shape({ columns: Count(), rows: Count(), texts: Type.Array(ShownText) })
export type ShownCell = Static<typeof ShownCell>
/** A row of a sheet or table; a paragraph outside tables is one without a number. */
const ShownRow = Shape({ at: Nullable(At), table: Count(), cells: Type.Array(ShownCell) })
export type ShownRow = Static<typeof ShownRow>

/** A sheet, or a part of a document, as far as it is shown to be marked. */
export const ShownPart = Shape({
  part: Part,
  kind: Choice(['sheet', 'text'] as const),
  isHidden: Type.Boolean(),
  /** Letters of the columns of a sheet. */
  columns: Type.Array(Line(3)),
  rows: Type.Array(ShownRow),
  /** There is more of it. */
  isCut: Type.Boolean(),
})
export type ShownPart = Static<typeof ShownPart>

const Edition = Shape({
  fileId: Id,
  name: Line(200),
  at: Instant,
  accountName: OptionalLine(200),
  size: Count(2_147_483_647),
})
export type Edition = Static<typeof Edition>

/** A form with all that is needed to mark it. */
export const OutsideFormShown = Shape({
  ...formFacts,
  fileId: Id,
  editions: Type.Array(Edition),
  /** The lists that its rows may be of. */
  lists: Type.Array(Shape({ list: Line(60), titles: Both })),
  fields: Type.Array(FormField),
  marks: FormMarks,
  parts: Type.Array(ShownPart),
  /** The row that is repeated, marked or found. */
  repeat: Nullable(FormRow),
  /** Empty rows below it, which are filled before others are put in. */
  preparedCount: Count(),
  placeCount: Count(),
  faults: Type.Array(FormFault),
  /** What the headings of its tables say, for a person to confirm; null = nothing was recognised. */
  suggestion: Nullable(FormMarks),
})
export type OutsideFormShown = Static<typeof OutsideFormShown>

export const OutsideFormChange = Shape({
  name: Line(200),
  list: Nullable(Line(60)),
  fileId: Id,
  /** Left out = those that the edition has. */
  marks: Type.Optional(FormMarks),
  version: Version,
})
export type OutsideFormChange = Static<typeof OutsideFormChange>
