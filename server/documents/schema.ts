import { Type, type Static } from 'typebox'
import { PaperFields, PaperLife } from '../papers/schema.ts'
import { tintNames } from './rules/tints.ts'
import { Choice, Count, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'

const Both = Shape({ vi: Line(500), en: Line(500) })

/** Where a kind stands among the papers of a congress. */
export const paperGroups = [
  'programme',
  'invitations',
  'plans',
  'delegates',
  'honours',
  'cards',
  'seating',
  'minutes',
  'package',
] as const
export type PaperGroup = (typeof paperGroups)[number]

export const fieldKinds = ['line', 'text', 'date'] as const
export type FieldKind = (typeof fieldKinds)[number]

/** Sizes that a large paper is printed in: whole, or on A4 sheets that are pasted together. */
export const sheetNames = ['a4', 'a3', 'a3-tiles', 'a2', 'a2-tiles', 'a1', 'a1-tiles'] as const
export type SheetName = (typeof sheetNames)[number]

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
  group: Choice(paperGroups),
  languages: Type.Array(Choice(['vi', 'en'] as const)),
  /** Name of the list that it is made from, and how many of its rows; null = none. */
  list: Nullable(Line(60)),
  rowCount: Nullable(Count()),
  /** A paper or card for each row. */
  isEachRow: Type.Boolean(),
  isCards: Type.Boolean(),
  /** Its cards have something on their back. */
  hasBack: Type.Boolean(),
  /** There is a workbook of its tables. */
  hasTables: Type.Boolean(),
  fields: Type.Array(PaperField),
  version: Nullable(Count(2_147_483_647)),
  /** Fields whose place stays blank on paper, such as the number before the signature. */
  blanks: Type.Array(Line(60)),
  /** Null = it is neither signed nor numbered. */
  life: Nullable(PaperLife),
  /** Sizes that it may be printed in, and its usual one; none = it has its own alone. */
  sheets: Type.Array(Choice(sheetNames)),
  sheet: Nullable(Choice(sheetNames)),
})
export type PaperState = Static<typeof PaperState>

/** A kind whose template is at fault, and where: nothing of it is printed until that is mended. */
export const FaultyKind = Shape({ kind: Line(60), titles: Both, file: Line(200), line: Count() })
export type FaultyKind = Static<typeof FaultyKind>
export const PaperList = Shape({ papers: Type.Array(PaperState), faulty: Type.Array(FaultyKind) })
export type PaperList = Static<typeof PaperList>

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
  /** Name of the field whose words it has where only that one was filled in. */
  follows: Type.Optional(Line(60)),
})
export type TemplateField = Static<typeof TemplateField>

const Placeholder = Shape({
  /** What it stands for, for those who edit the template. */
  means: Type.Optional(Both),
  sample: Line(500),
  /** It stands alone on its line, and tables and the like take its place. */
  isBlock: Type.Optional(Type.Boolean()),
})
export type Placeholder = Static<typeof Placeholder>

const Words = Type.Record(Type.String({ maxLength: 60 }), Line(300))
const Name = Type.String({ pattern: '^[a-z][A-Za-z0-9-]{0,59}$' })

/** A column of a list of people or honours, from which papers are made. */
const ListColumn = Shape({
  name: Name,
  labels: Both,
  /** Other headings under which an office's own table brings it. */
  headings: Type.Optional(Type.Array(Line(80), { maxItems: 20 })),
  isRequired: Type.Optional(Type.Boolean()),
  /** The values it may have; left out = any. */
  choices: Type.Optional(Type.Array(Line(80), { maxItems: 20 })),
  /** The same in English, one for each: what an English paper prints. */
  choicesEnglish: Type.Optional(Type.Array(Line(80), { maxItems: 20 })),
  /** What its values are where a workbook asks; left out = texts. */
  holds: Type.Optional(Choice(['number', 'date'] as const)),
  /** Its values are years: of a whole date the year is kept, anything else is refused. */
  isYear: Type.Optional(Type.Boolean()),
  /** Its values count: anything but a whole number is refused. */
  isCount: Type.Optional(Type.Boolean()),
  /** As many for each column: a small list to look at a paper with before there is a real one. */
  samples: Type.Array(OptionalLine(300), { minItems: 1, maxItems: 12 }),
  /** The longest that is likely to come, to look at a paper's worst case. */
  longest: Line(400),
})
export type ListColumn = Static<typeof ListColumn>

/** `templates/lists/<name>.yaml`: what a congress's papers are made from, a row per person or honour. */
export const ListFile = Shape({
  titles: Both,
  /** The program keeps its rows itself: nobody writes them. */
  isDerived: Type.Optional(Type.Boolean()),
  /** Columns by which a row is known again when a table is brought once more, the surest first. */
  identity: Type.Optional(Type.Array(Type.Array(Name, { minItems: 1, maxItems: 6 }), { minItems: 1, maxItems: 4 })),
  columns: Type.Array(ListColumn, { minItems: 1, maxItems: 40 }),
})
export type ListFile = Static<typeof ListFile>

/** Values by column. */
const Values = Type.Record(Name, Type.Array(OptionalLine(80), { minItems: 1, maxItems: 20 }))

/** A table over the rows of the list. */
const TableSpec = Shape({
  /** Only rows that have one of these values in the column; left out = all of the paper. */
  where: Type.Optional(Values),
  /** Rows that have one of these values in a column are left out. */
  except: Type.Optional(Values),
  /** What its sheet of the workbook is called; left out = after the paper or what it counts. */
  sheet: Type.Optional(Both),
  columns: Type.Array(
    Shape({
      titles: Both,
      value: OptionalLine(300),
      share: Type.Number({ minimum: 1, maximum: 400 }),
      alignment: Type.Optional(Choice(['left', 'centre', 'right'] as const)),
      /** A number in the workbook of the list. */
      isNumber: Type.Optional(Type.Boolean()),
      /** What rows with these values print where the value is empty. */
      instead: Type.Optional(Shape({ where: Values, text: Both })),
    }),
    { minItems: 1, maxItems: 20 },
  ),
  /** Rows with one value in this column stand together under a heading, in the order of their first. */
  groupBy: Type.Optional(Name),
  /** Left out = the value itself; `groupNumber` (in Roman figures) and `groupCount` are known besides the columns. */
  groupHeading: Type.Optional(Line(300)),
  /** Heads those that have no value there, who come last; left out = «Chưa ghi …» with what the column is called. */
  restHeading: Type.Optional(Line(300)),
  /** A row for each value of this column, with `value`, `count` and `share`, the most frequent first. */
  countBy: Type.Optional(Name),
  /** Rows by the given name, in the Vietnamese order. */
  isAlphabetical: Type.Optional(Type.Boolean()),
  /** A last row of the printed table with the sums of these columns of whole numbers; its name stands in `column`. */
  sum: Type.Optional(Shape({ column: Name, name: Both, of: Type.Array(Name, { minItems: 1, maxItems: 20 }) })),
  /** In points; left out = 13. */
  size: Type.Optional(Type.Number({ minimum: 8, maximum: 16 })),
  /** In millimetres: room to sign in. */
  leastRowHeight: Type.Optional(Type.Number({ minimum: 4, maximum: 60 })),
  empty: Both,
})
export type TableSpec = Static<typeof TableSpec>

export const pageNames = ['a4', 'a4-landscape', 'a5', 'a5-landscape', 'a3', 'a3-landscape'] as const
export type PageName = (typeof pageNames)[number]

/** `templates/<kind>/template.yaml`. */
export const TemplateFile = Shape({
  titles: Both,
  /** Left out = it is no paper of a congress and is printed from a page of its own. */
  group: Type.Optional(Choice(paperGroups)),
  /** Editions; left out = both. */
  languages: Type.Optional(Type.Array(Choice(['vi', 'en'] as const), { minItems: 1, maxItems: 2 })),
  /** Placeholders of a congress and fields of an official paper that it takes from `templates/shared.yaml`. */
  uses: Type.Optional(Type.Array(Choice(['congress', 'official', 'authority'] as const), { maxItems: 3 })),
  /** Abbreviation of its kind in the symbol: CTr, KH, QĐ. */
  symbol: Type.Optional(OptionalLine(20)),
  page: Type.Optional(Choice(pageNames)),
  /** Letters and margins so many times as large as on A4. */
  scale: Type.Optional(Type.Number({ minimum: 0.5, maximum: 4 })),
  /** Drawn smaller, down to this, where it would not fit on one page. */
  leastScale: Type.Optional(Type.Number({ minimum: 0.5, maximum: 4 })),
  pageNumbers: Type.Optional(Choice(['official', 'none', 'of'] as const)),
  /** Name of the list that it is made from. */
  list: Type.Optional(Name),
  /** Only rows that have one of these values in the column. */
  where: Type.Optional(Values),
  /** Rows that have one of these values in a column are left out. */
  except: Type.Optional(Values),
  /** `row` = a paper or a card for each row; of a chart, a sheet for each block or delegation; else one paper for all. */
  each: Type.Optional(Choice(['row', 'paper', 'block', 'delegation'] as const)),
  tables: Type.Optional(Type.Record(Name, TableSpec)),
  /** It is drawn as a chart of seats, from a list with their places. */
  isChart: Type.Optional(Type.Boolean()),
  /** The chart is as those on the stage see the hall. */
  isFromStage: Type.Optional(Type.Boolean()),
  /** How many rows have these values: gives the placeholders `<name>` and `<name>Share`. */
  counts: Type.Optional(Type.Record(Name, Values)),
  /** Numbers of a list that counts already: of the row with this `key` gives the placeholders `<name>` and `<name>Share`. */
  figures: Type.Optional(Type.Record(Name, Line(60))),
  placeholders: Type.Optional(Type.Record(Type.String({ maxLength: 60 }), Placeholder)),
  fields: Type.Optional(Type.Array(TemplateField, { maxItems: 60 })),
  words: Type.Optional(Shape({ vi: Words, en: Words })),
})
export type TemplateFile = Static<typeof TemplateFile>

/** A text that found no room on its card, or letters that cannot be printed, and whose paper it is; or a sentence. */
export const PaperFault = Shape({
  name: OptionalLine(400),
  text: OptionalLine(4000),
  /** Those that no font has, or that run from right to left. */
  letters: Type.Optional(OptionalLine(100)),
  /** What is not as it should be, told to whoever prints it. */
  sentence: Type.Optional(Both),
  /** So many texts of seats are left out: there is no room for them in letters that can be read. */
  spared: Type.Optional(Count()),
})
export type PaperFault = Static<typeof PaperFault>

/** A paper as it is looked at, page by page. */
export const PaperPages = Shape({
  /** Another word once anything of it changed. */
  edition: Line(40),
  pages: Count(),
  /** Of a page, in millimetres. */
  width: Type.Number(),
  height: Type.Number(),
  /** So many papers are looked at; there are more. Null = all. */
  onlyFirst: Nullable(Count()),
  faults: Type.Array(PaperFault),
})
export type PaperPages = Static<typeof PaperPages>

/** `templates/shared.yaml`: what many kinds have in common. */
export const SharedFile = Shape({
  placeholders: Type.Record(Type.String({ maxLength: 60 }), Placeholder),
  fields: Type.Array(TemplateField, { maxItems: 60 }),
  /** Those of a paper that the unit's own authority issues, not the committee. */
  authorityFields: Type.Optional(Type.Array(TemplateField, { maxItems: 60 })),
  words: Shape({ vi: Words, en: Words }),
})
export type SharedFile = Static<typeof SharedFile>

const Millimetres = Type.Number({ minimum: -50, maximum: 1300 })
const CardBox = Type.Array(Millimetres, { minItems: 4, maxItems: 4 })

/** A text, a code, a frame or the logo on a card; lengths in millimetres: left, top, width, height. */
const LookElement = Shape({
  text: Type.Optional(Both),
  code: Type.Optional(Line(300)),
  /** Here stands the logo of the congress's unit, or of the nearest one above it that keeps one. */
  logo: Type.Optional(Type.Boolean()),
  /** Grey of the ground from 0 (black) to 1 (white); left out = none. */
  grey: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  /** Its ground by what a row has in a column: one of the colours that black letters can be read on; others have the grey. */
  colourBy: Type.Optional(
    Shape({ column: Name, colours: Type.Record(Type.String({ maxLength: 80 }), Choice(tintNames)) }),
  ),
  /** Width of the rule around it in points. */
  rule: Type.Optional(Type.Number({ minimum: 0.1, maximum: 6 })),
  box: CardBox,
  /** In its place where there is a logo: makes room for it. */
  boxBesideLogo: Type.Optional(CardBox),
  /** In its place on a card whose code is empty: takes its room. */
  boxWithoutCode: Type.Optional(CardBox),
  size: Type.Optional(Type.Number({ minimum: 5, maximum: 200 })),
  least: Type.Optional(Type.Number({ minimum: 5, maximum: 200 })),
  face: Type.Optional(Choice(['regular', 'bold', 'italic', 'bold-italic'] as const)),
  alignment: Type.Optional(Choice(['left', 'centre', 'right'] as const)),
  vertical: Type.Optional(Choice(['top', 'middle', 'bottom'] as const)),
  isOneLine: Type.Optional(Type.Boolean()),
  isTurned: Type.Optional(Type.Boolean()),
  isUpper: Type.Optional(Type.Boolean()),
  /** Already on the blanks of a printer's shop: left out of an overprint. */
  isPreprinted: Type.Optional(Type.Boolean()),
})
export type LookElement = Static<typeof LookElement>

/** `templates/<kind>/look.yaml`: a card, and how cards lie on a sheet. */
export const LookFile = Shape({
  page: Shape({ width: Millimetres, height: Millimetres }),
  card: Shape({ width: Millimetres, height: Millimetres }),
  columns: Type.Integer({ minimum: 1, maximum: 20 }),
  rows: Type.Integer({ minimum: 1, maximum: 40 }),
  gap: Shape({ x: Millimetres, y: Millimetres }),
  hasCropMarks: Type.Boolean(),
  front: Type.Array(LookElement, { minItems: 1, maxItems: 60 }),
  back: Type.Optional(Type.Array(LookElement, { maxItems: 60 })),
})
export type LookFile = Static<typeof LookFile>
