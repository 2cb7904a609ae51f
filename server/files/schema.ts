import { Type, type Static } from 'typebox'
import { Choice, Count, Id, Instant, Line, Nullable, OptionalLine, Shape, Version } from '../shapes.ts'

/** What files are attached to. A result is named by its congress: its scan may come before it is recorded. */
export const fileOwners = ['result', 'paper', 'outside-form', 'unit-list'] as const
export type FileOwner = (typeof fileOwners)[number]
/** Those that a congress attaches files to; the editions of a form come by the form's own routes. */
const ownersInCongress = ['result', 'paper'] as const
/** The paper that approves a unit's list comes by the list's own routes, for its unit reads it too. */
export type OwnerInCongress = (typeof ownersInCongress)[number] | 'unit-list'

/** What is taken, by what the bytes are, with the ending that a file of the type is saved under. */
export const fileTypes = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const
export type FileType = keyof typeof fileTypes

/** What a paper that was signed is scanned into. */
export const scanTypes: readonly FileType[] = ['application/pdf', 'image/jpeg', 'image/png']

export const maxFilesOfOwner = 20

/** Whether a small picture of its first page can be made. */
export const isDrawable = (type: string): boolean => type === 'application/pdf' || type.startsWith('image/')

export const AttachedFile = Shape({
  id: Id,
  congressId: Nullable(Id),
  ownerKind: Choice(fileOwners),
  ownerId: Id,
  name: Line(200),
  type: Type.String({ maxLength: 100 }),
  size: Count(2_147_483_647),
  createdAt: Instant,
  accountName: OptionalLine(200),
  version: Version,
})
export type AttachedFile = Static<typeof AttachedFile>

/** A paper is named by its own id. */
export const OfOwner = Shape({ owner: Choice(ownersInCongress), paper: Type.Optional(Id) })
export type OfOwner = Static<typeof OfOwner>
