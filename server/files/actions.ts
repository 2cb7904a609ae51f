import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { requireCongress } from '../congresses/actions.ts'
import { fileMissing, fileTwice, invalid, notFound, refused, scanTypeRefused, tooManyFiles } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { calledPaper } from '../papers/called.ts'
import { findPaperById } from '../papers/queries.ts'
import { findList, findListById } from '../unit-lists/queries.ts'
import { findUnit } from '../units/queries.ts'
import { checkType } from './check-type.ts'
import { findFile, listFilesOf, listNamedHashes } from './queries.ts'
import { cleanName } from './rules.ts'
import { maxFilesOfOwner, scanTypes, type FileOwner, type FileType, type OfOwner } from './schema.ts'
import { keepBytes, listOldBytes, pathOfBytes, removeBytes, removeUnfinished, sizeOf } from './store.ts'
import { thumbnailOf } from './thumbnails.ts'

/** One file of a form, as it was sent. */
export interface SentFile {
  name: string
  bytes: Uint8Array
}

interface KeptFile {
  name: string
  type: FileType
  size: number
  sha256: string
}

/** Attaches the files as they arrive: all of them, or none when one is not taken. */
export const addFiles = async (
  office: Office,
  actor: Actor,
  congressId: string,
  wanted: WantedOwner,
  sent: AsyncIterable<SentFile>,
): Promise<Done<Row<'files'>[]>> => {
  const kept: KeptFile[] = []
  for await (const file of sent)
    kept.push(await keepFile(office, file, wanted.owner === 'unit-list' ? scanTypes : null))
  if (kept.length === 0) throw invalid([{ field: 'file', rule: 'required' }])
  return act(office, actor, { action: 'file-added', subject: '', unitId: null }, async (rows) => {
    const congress = await requireCongress(rows, congressId)
    const { unitId } = congress
    const { ownerKind, ownerId } = await ownerOf(rows.tx, congressId, wanted)
    if (ownerKind === 'unit-list') await refuseUnapproved(rows.tx, ownerId)
    await sayFiles(rows, congress, ownerId, kept)
    const standing = await listFilesOf(rows.tx, ownerKind, ownerId)
    if (standing.length + kept.length > maxFilesOfOwner) throw tooManyFiles(maxFilesOfOwner)
    const hashes = new Set(standing.map(({ sha256 }) => sha256))
    const added: Row<'files'>[] = []
    for (const file of kept) {
      if (hashes.has(file.sha256)) throw fileTwice(file.name)
      hashes.add(file.sha256)
      const createdAt = office.now().toISOString()
      const owner = { unitId, congressId, ownerKind, ownerId }
      added.push(await rows.create('files', { id: newId(), ...owner, ...file, createdAt, accountName: actor.name }))
    }
    return added
  })
}

/** «Kế hoạch tổ chức 12/KH-BTC; scan.pdf - Đại hội …»: the paper, or the unit of the list, that files are of, their names, and their congress. */
const sayFiles = async (
  { tx, say }: ActRows,
  { id, title }: Row<'congresses'>,
  ownerId: string,
  files: readonly Pick<KeptFile, 'name'>[],
): Promise<void> => {
  const paper = await findPaperById(tx, ownerId)
  const list = paper ? undefined : await findListById(tx, ownerId)
  const sender = list && (await findUnit(tx, list.sendingUnitId))
  const called = paper ? [await calledPaper(tx, id, paper.kind, paper)] : sender ? [sender.name] : []
  say({ subject: `${[...called, ...files.map(({ name }) => name)].join('; ')} - ${title}` })
}

/** What files are wanted of: of a unit's list, the paper that approves it. */
export type WantedOwner = OfOwner | { owner: 'unit-list'; unitId: string }

/** What the files are of; a paper must be one of the congress, a list be sent to it. */
export const ownerOf = async (
  read: Reader,
  congressId: string,
  wanted: WantedOwner,
): Promise<{ ownerKind: FileOwner; ownerId: string }> => {
  if (wanted.owner === 'unit-list') {
    const list = await findList(read, congressId, wanted.unitId)
    if (!list) throw notApproved()
    return { ownerKind: wanted.owner, ownerId: list.id }
  }
  const { owner, paper: paperId } = wanted
  if (owner === 'result') return { ownerKind: owner, ownerId: congressId }
  const paper = paperId === undefined ? undefined : await findPaperById(read, paperId)
  if (paper?.congressId !== congressId) throw notFound()
  return { ownerKind: owner, ownerId: paper.id }
}

const refuseUnapproved = async (read: Reader, listId: string): Promise<void> => {
  if ((await findListById(read, listId))?.state !== 'approved') throw notApproved()
}

const notApproved = () => refused('unit-list-not-approved', 'The list is not approved.')

/**
 * The bytes are put away before a row names them: what the history tells is never without its bytes. Throws 422 for
 * what is not taken, or not one of `types`.
 */
export const keepFile = async (
  office: Office,
  { name, bytes }: SentFile,
  types: readonly FileType[] | null = null,
): Promise<KeptFile> => {
  const type = await checkType(bytes, name)
  if (types?.includes(type) === false) throw scanTypeRefused(name)
  const sha256 = await keepBytes(office.settings.dataFolder, bytes)
  return { name: cleanName(name, type), type, size: bytes.length, sha256 }
}

/** Takes the file away from its owner; its bytes stay for the undoing. */
export const removeFile = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'file-removed', subject: '', unitId: null }, async (rows) => {
    const file = await findFile(rows.tx, id)
    if (!file) throw notFound()
    if (file.congressId !== null) {
      await sayFiles(rows, await requireCongress(rows, file.congressId), file.ownerId, [file])
    } else rows.say({ subject: (await findUnit(rows.tx, file.unitId))?.name ?? '', unitId: file.unitId })
    await rows.remove('files', id, version)
  })

/** The file with the path of its bytes. */
export const openFile = async (office: Office, id: string): Promise<{ file: Row<'files'>; path: string }> => {
  const file = await findFile(office.db.read, id)
  if (!file) throw notFound()
  const path = pathOfBytes(office.settings.dataFolder, file.sha256)
  if ((await sizeOf(path)) !== file.size) throw fileMissing()
  return { file, path }
}

/** The file with the path of its small picture. */
export const openThumbnail = async (office: Office, id: string): Promise<{ file: Row<'files'>; path: string }> => {
  const { file } = await openFile(office, id)
  const path = await thumbnailOf(office.settings.dataFolder, file)
  if (path === null) throw notFound()
  return { file, path }
}

const daysKept = 30
const day = 24 * 60 * 60 * 1000

/** Frees the disk of bytes that no file and no act names: of uploads that were refused or cut off. */
export const sweepFiles = async ({ db, now, settings: { dataFolder } }: Office): Promise<number> => {
  const before = new Date(now().getTime() - daysKept * day)
  await removeUnfinished(dataFolder, before)
  const old = await listOldBytes(dataFolder, before)
  if (old.length === 0) return 0
  const named = await listNamedHashes(db.read)
  const unnamed = old.filter((sha256) => !named.has(sha256))
  for (const sha256 of unnamed) await removeBytes(dataFolder, sha256)
  return unnamed.length
}
