import { Type, type Static } from 'typebox'
import { PaperFault, sheetNames } from '../documents/schema.ts'
import { Choice, Count, Id, Instant, Line, Nullable, OptionalLine, Shape } from '../shapes.ts'

const printChoices = ['all', 'changed', 'numbered', 'rows'] as const
const Language = Choice(['vi', 'en'] as const)
const Both = Shape({ vi: OptionalLine(500), en: OptionalLine(500) })

/** How far printers are off, in millimetres. */
const Offset = Type.Number({ minimum: -30, maximum: 30 })

export const mostCopies = 50
export const mostSpare = 500
/** Papers and cards of one print; a province invites fewer. */
export const mostDocuments = 60_000

/** What is to be printed of a kind, and how. */
export const PrintOrder = Shape({
  kind: Line(60),
  language: Language,
  /**
   * All, those that changed since they were last printed, those that got no more than their number since, or those that
   * `rowIds` names.
   */
  which: Choice(printChoices),
  rowIds: Type.Array(Line(60), { maxItems: 20_000 }),
  copies: Type.Integer({ minimum: 1, maximum: mostCopies }),
  /** Blank ones after the others, of kinds with one for each row. */
  spare: Count(mostSpare),
  /** Places of the first sheet that are used up. */
  skipped: Count(799),
  /** Goes on with this sheet: those before it came out already. */
  fromSheet: Type.Integer({ minimum: 1, maximum: 200_000 }),
  /** On blanks that bear the rest: moved by so many millimetres; null = on plain paper. */
  overprint: Type.Union([Shape({ x: Offset, y: Offset }), Type.Null()]),
  /** Of cards that have a back: their front alone, or both sides, for a sheet that is turned over its long edge. */
  sides: Type.Optional(Choice(['front', 'both'] as const)),
  /** Of a paper that is printed in several sizes; left out = as its template says. */
  sheet: Type.Optional(Choice(sheetNames)),
  /** So that programs read it aloud part by part. */
  isTagged: Type.Optional(Type.Boolean()),
})
export type PrintOrder = Static<typeof PrintOrder>

/**
 * What of a package is printed: all of it in a language, or what changed or got its number of what lies printed, in
 * whichever language; of these kinds, else of all.
 */
export const PackageOrder = Shape({
  language: Language,
  which: Type.Optional(Choice(['all', 'changed', 'numbered'] as const)),
  kinds: Type.Optional(Type.Array(Line(60), { maxItems: 200, uniqueItems: true })),
})
export type PackageOrder = Static<typeof PackageOrder>

/** How much a print would be. */
export const PrintPlan = Shape({
  documents: Count(),
  pages: Count(10_000_000),
  sheets: Count(10_000_000),
  /** Counted from the first papers of very many. */
  isEstimate: Type.Boolean(),
  /** Cards on a sheet; null = no cards. */
  perSheet: Nullable(Count(800)),
  /** Places of the last sheet that stay empty. */
  left: Count(800),
  /** Letters that cannot be printed, and texts that are cut. */
  faults: Type.Array(PaperFault),
})
export type PrintPlan = Static<typeof PrintPlan>

/** A kind that a package is without: its list is empty, its template at fault, or it would be too many papers. */
export const LeftOut = Shape({
  kind: Line(60),
  titles: Both,
  why: Choice(['empty', 'faulty', 'too-large'] as const),
  /** Where the template is at fault. */
  at: Nullable(Shape({ file: Line(200), line: Count() })),
})
export type LeftOut = Static<typeof LeftOut>

/** How much a package would be, and what of it cannot be printed as it is written. */
export const PackagePlan = Shape({
  papers: Type.Array(
    Shape({
      kind: Line(60),
      titles: Both,
      language: Language,
      documents: Count(),
      pages: Count(10_000_000),
      isEstimate: Type.Boolean(),
      faults: Type.Array(PaperFault),
    }),
  ),
  leftOut: Type.Array(LeftOut),
})
export type PackagePlan = Static<typeof PackagePlan>

export const Print = Shape({
  id: Id,
  packageId: Nullable(Id),
  kind: Line(60),
  titles: Both,
  language: Language,
  at: Instant,
  accountName: OptionalLine(200),
  which: Choice(printChoices),
  copies: Count(),
  spare: Count(),
  documents: Count(),
  pages: Count(10_000_000),
  sheets: Count(10_000_000),
  /** Cards on a sheet, the place where it began, and those of the last sheet that stayed empty; null = no cards, or not kept. */
  perSheet: Nullable(Count(800)),
  place: Count(800),
  left: Nullable(Count(800)),
  cuts: Type.Array(PaperFault),
})
export type Print = Static<typeof Print>

/** What of a kind differs by now from what lies printed. */
export const PrintChanges = Shape({
  kind: Line(60),
  language: Language,
  printedAt: Instant,
  changed: Count(),
  /** Got no more than their number, day and symbol since. */
  numbered: Count(),
  added: Count(),
  /** Names of those whose paper is printed and who are no longer on the list. */
  removed: Type.Array(OptionalLine(400)),
})
export type PrintChanges = Static<typeof PrintChanges>
/** A sheet of cards that a print left part-filled, with its first free place. */
export const OpenSheet = Shape({
  kind: Line(60),
  /** Of blanks that bear the rest. */
  isOverprint: Type.Boolean(),
  perSheet: Count(800),
  place: Count(800),
  at: Instant,
})
export type OpenSheet = Static<typeof OpenSheet>
export const PrintHistory = Shape({
  prints: Type.Array(Print),
  changes: Type.Array(PrintChanges),
  openSheets: Type.Array(OpenSheet),
})
export type PrintHistory = Static<typeof PrintHistory>

/** The seat that the newest printed card of each delegate tells; whoever has none is left out. */
export const PrintedSeats = Shape({
  /** Of the newest of these cards; null = none was printed. */
  at: Nullable(Instant),
  seats: Type.Array(Shape({ delegateId: Id, seat: OptionalLine(300) })),
})
export type PrintedSeats = Static<typeof PrintedSeats>

/** A row that has a paper or card of its own, and whether it lies printed as it stands. */
export const PrintRow = Shape({
  id: OptionalLine(60),
  name: OptionalLine(400),
  state: Choice(['new', 'changed', 'numbered', 'same'] as const),
})
export type PrintRow = Static<typeof PrintRow>
export const PrintRows = Shape({ rows: Type.Array(PrintRow), removed: Type.Array(OptionalLine(400)) })
export type PrintRows = Static<typeof PrintRows>

/** How far the print stands that an account started for a congress. */
export const PrintJob = Shape({
  state: Choice(['none', 'drawing', 'done', 'stopped', 'failed'] as const),
  /** Pages, and about how many there will be. */
  done: Count(10_000_000),
  all: Count(10_000_000),
  /** What was printed; null = not yet. */
  print: Type.Union([Print, Type.Null()]),
  packageId: Nullable(Id),
  /** Why it failed, as errors are named. */
  fault: Nullable(OptionalLine(60)),
})
export type PrintJob = Static<typeof PrintJob>

const Printer = Shape({ name: Line(80), x: Offset, y: Offset })
export type Printer = Static<typeof Printer>
/** Of a unit; version 0 = it kept none so far. */
export const Printers = Shape({ printers: Type.Array(Printer, { maxItems: 30 }), version: Count(2_147_483_647) })
export type Printers = Static<typeof Printers>
