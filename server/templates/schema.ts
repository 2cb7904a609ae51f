import { Type, type Static } from 'typebox'
import { templateFaultCodes } from '../documents/rules/template-faults.ts'
import { paperGroups } from '../documents/schema.ts'
import { Choice, Count, Id, Instant, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

const Both = Shape({ vi: Line(500), en: Line(500) })
/** 0 = there is no copy yet. */
const VersionOrNone = Count(2_147_483_646)

/** Texts by the name of their file. Longer ones than may be printed are told by line, so that what was typed stays. */
export const TemplateTexts = Type.Record(
  Type.String({ pattern: '^((template|look)\\.yaml|text\\.(vi|en)\\.md)$' }),
  Type.String({ maxLength: 200_000 }),
  { maxProperties: 4 },
)
export type TemplateTexts = Static<typeof TemplateTexts>

export const FaultOfTemplate = Shape({
  file: Line(200),
  line: Count(1_000_000),
  code: Choice(templateFaultCodes),
  subject: OptionalLine(),
})

/** A copy that a unit keeps of a kind. */
export const CopyOfTemplate = Shape({
  levelId: Nullable(Id),
  lastNumber: Count(),
  /** Number of the version that papers take; null = nothing but drafts so far. */
  inForce: Nullable(Count()),
  /** Its last version is a draft. */
  isDraft: Type.Boolean(),
  /** What ships is newer than its last version, and says something else. */
  isShippedNewer: Type.Boolean(),
  /** What of its last version keeps it from being printed, and where the first of it stands; null = nothing. */
  faults: Nullable(Shape({ count: Count(), file: Line(200), line: Count(1_000_000) })),
  accountName: OptionalLine(200),
  at: Instant,
  version: Version,
})
export type CopyOfTemplate = Static<typeof CopyOfTemplate>

/** Where what applies comes from. */
const Origin = Shape({ unitId: Id, unitName: Line(200), levelId: Nullable(Id) })

/** Papers of a congress by their groups, then those of a whole road. */
export const templateGroups = [...paperGroups, 'road'] as const

/** The kinds of a unit: its own copies, and of each kind where its papers take it from otherwise; null = as it ships. */
export const TemplateList = Shape({
  kinds: Type.Array(
    Shape({
      kind: Line(60),
      titles: Both,
      group: Choice(templateGroups),
      copies: Type.Array(CopyOfTemplate),
      from: Nullable(Origin),
    }),
  ),
  /** For which a copy may be kept, with the cycle that they are of. */
  levels: Type.Array(Shape({ id: Id, name: Line(120), nameEnglish: OptionalLine(120), cycleName: Line() })),
  mayChange: Type.Boolean(),
})
export type TemplateList = Static<typeof TemplateList>

export const PlaceholderShown = Shape({
  name: Line(60),
  means: Both,
  sample: OptionalLine(500),
  /** What it comes from: the congress, a field that the secretary fills in, the row, or a whole part of the paper. */
  from: Choice(['congress', 'field', 'row', 'block'] as const),
})
export type PlaceholderShown = Static<typeof PlaceholderShown>

export const VersionOfTemplate = Shape({
  number: Count(),
  isDraft: Type.Boolean(),
  restored: Nullable(Count()),
  note: OptionalLine(500),
  accountName: OptionalLine(200),
  at: Instant,
})
export type VersionOfTemplate = Static<typeof VersionOfTemplate>

/** A kind as it is edited at a unit. */
export const TemplateView = Shape({
  kind: Line(60),
  titles: Both,
  languages: Type.Array(Choice(['vi', 'en'] as const)),
  /** Null = the unit has no copy of its own, and begins with what applies. */
  copy: Nullable(CopyOfTemplate),
  texts: TemplateTexts,
  /** Where the texts come from while there is no copy; null = as they ship. */
  from: Nullable(Origin),
  placeholders: Type.Array(PlaceholderShown),
  /** The last one first. */
  versions: Type.Array(VersionOfTemplate),
  /** With whose data it can be looked at. */
  congresses: Type.Array(Shape({ id: Id, title: Line(300) })),
})
export type TemplateView = Static<typeof TemplateView>

export const OfLevel = Shape({ level: Type.Optional(Id) })

export const TemplateChange = Shape({
  levelId: Nullable(Id),
  texts: TemplateTexts,
  note: OptionalLine(500),
  /** Kept, but not taken by papers: the only way to keep one with faults. */
  isDraft: Type.Boolean(),
  version: VersionOrNone,
})
export type TemplateChange = Static<typeof TemplateChange>

export const TemplateRestore = Shape({ levelId: Nullable(Id), number: Count(), version: Version })
export type TemplateRestore = Static<typeof TemplateRestore>

/** With the data of a congress, the sample that ships, or the longest that is likely to come. */
export const previewData = ['real', 'sample', 'longest'] as const

export const PreviewOfTemplate = Shape({
  texts: TemplateTexts,
  language: Choice(['vi', 'en'] as const),
  data: Choice(previewData),
  congressId: Nullable(Id),
  page: Type.Integer({ minimum: 1, maximum: 1000 }),
})
export type PreviewOfTemplate = Static<typeof PreviewOfTemplate>

export const TemplateLooked = Shape({
  faults: Type.Array(FaultOfTemplate),
  pages: Count(),
  page: Count(),
  /** A picture (WebP) of the page, in base64; null = the texts are no template that could be drawn. */
  picture: Nullable(Type.String()),
  /** What it was drawn with: a list without rows is sampled. */
  data: Choice(previewData),
})
export type TemplateLooked = Static<typeof TemplateLooked>

/** What a zip of templates would bring: nothing is kept yet. */
export const ZipOfTemplates = Shape({
  kinds: Type.Array(
    Shape({
      kind: Line(60),
      titles: Both,
      /** One with faults is left out. */
      state: Choice(['new', 'changed', 'same', 'faulty'] as const),
      faults: Type.Array(FaultOfTemplate),
    }),
  ),
  /** Files that are none of a template. */
  ignored: Type.Array(Type.String()),
  /** Of all that is shown: what is confirmed is exactly this. */
  digest: Type.String(),
})
export type ZipOfTemplates = Static<typeof ZipOfTemplates>

export const ImportedTemplates = Shape({ imported: Count(), skipped: Count() })
export type ImportedTemplates = Static<typeof ImportedTemplates>
