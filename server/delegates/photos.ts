import { readFile } from 'node:fs/promises'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { listAskedFields } from '../cycles/queries.ts'
import { fileMissing, notFound, photoFaulty, refused, stale } from '../errors.ts'
import { kindOfBytes, pixelsOf } from '../files/rules.ts'
import { keepBytes, pathOfBytes } from '../files/store.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findPhoto } from '../people/queries.ts'
import { photoTypes, type PhotoType } from '../people/schema.ts'
import { requireCongress } from './actions.ts'
import { findCongressIdOfDelegate, findPersonOfDelegate } from './queries.ts'
import { barePhoto } from './rules/bare-photo.ts'
import type { Photo } from './schema.ts'

/** More than a photo of a person needs, and more than a browser sends: it makes it small first. */
const mostPixels = 4_000_000

/** Whether there is a photo of a delegate, and which. */
export const showPhoto = async (read: Reader, delegateId: string): Promise<Photo> => {
  const photo = await photoOf(read, delegateId)
  return { stamp: photo?.sha256 ?? '', version: photo?.version ?? 0 }
}

/** A photo as it is sent: which it is, of what kind, and its bytes once they are wanted. */
export const openPhoto = async (
  office: Office,
  delegateId: string,
): Promise<{ stamp: string; type: PhotoType; picture: () => Promise<Buffer> }> => {
  const photo = await photoOf(office.db.read, delegateId)
  if (!photo) throw notFound()
  const picture = () =>
    readFile(pathOfBytes(office.settings.dataFolder, photo.sha256)).catch(() => {
      throw fileMissing()
    })
  return { stamp: photo.sha256, type: photo.type, picture }
}

/** Keeps a photo of a delegate, in the place of the one before; `version` 0 = there was none. */
export const savePhoto = async (
  office: Office,
  actor: Actor,
  delegateId: string,
  { bytes, version }: { bytes: Uint8Array; version: number },
): Promise<Done<Photo>> => {
  const kept = await keepPhoto(office, bytes)
  return act(office, actor, { action: 'delegate-photo-changed', subject: '', unitId: null }, async (rows) => {
    await writePhoto(rows, await requireDelegate(rows, delegateId), kept, version)
    return showPhoto(rows.tx, delegateId)
  })
}

type KeptPhoto = Pick<Row<'photos'>, 'type' | 'sha256'>

/** Puts the bytes away before a row names them: what the history tells is never without its bytes. */
export const keepPhoto = async (office: Office, bytes: Uint8Array): Promise<KeptPhoto> => {
  const type = typeOf(bytes)
  // A browser's own drawing tells nothing besides; what comes another way may.
  return { type, sha256: await keepBytes(office.settings.dataFolder, barePhoto(type, bytes)) }
}

/** In the place of the one before, where the level of the congress asks for photos. */
export const writePhoto = async (
  rows: ActRows,
  { congressId, personId }: { congressId: string; personId: string },
  kept: KeptPhoto,
  version: number,
): Promise<void> => {
  if (!(await listAskedFields(rows.tx, congressId)).includes('photo')) {
    throw refused('field-not-asked', 'The level of the congress does not ask for it.', { fields: ['photo'] })
  }
  const standing = await findPhoto(rows.tx, personId)
  if ((standing?.version ?? 0) !== version) throw stale(null)
  if (standing) await rows.change('photos', standing.id, version, kept)
  else await rows.create('photos', { id: newId(), personId, ...kept })
}

/** Takes the photo away; its bytes stay for the undoing. */
export const removePhoto = (office: Office, actor: Actor, delegateId: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'delegate-photo-removed', subject: '', unitId: null }, async (rows) => {
    const { personId } = await requireDelegate(rows, delegateId)
    await takePhotoAway(rows, personId, version)
  })

export const takePhotoAway = async (rows: ActRows, personId: string, version: number): Promise<void> => {
  const standing = await findPhoto(rows.tx, personId)
  if (!standing) throw notFound()
  await rows.remove('photos', standing.id, version)
}

const photoOf = async (read: Reader, delegateId: string): Promise<Row<'photos'> | undefined> => {
  const person = await findPersonOfDelegate(read, delegateId)
  return person && findPhoto(read, person.id)
}

/** Says whom the act is about. */
const requireDelegate = async (rows: ActRows, id: string): Promise<{ congressId: string; personId: string }> => {
  const congressId = await findCongressIdOfDelegate(rows.tx, id)
  const person = await findPersonOfDelegate(rows.tx, id)
  if (congressId === undefined || !person) throw notFound()
  await requireCongress(rows, congressId, person.name)
  return { congressId, personId: person.id }
}

/** By what it holds, whatever it is called. */
const typeOf = (bytes: Uint8Array): PhotoType => {
  const kind = photoTypes.find((type) => type === kindOfBytes(bytes))
  if (kind === undefined) throw photoFaulty('photo-type-refused', 'It is neither a JPEG nor a PNG.')
  const pixels = pixelsOf(kind, bytes)
  if (pixels === null) throw photoFaulty('photo-broken', 'The picture is damaged.')
  if (pixels > mostPixels) throw photoFaulty('photo-too-many-pixels', 'The picture has too many pixels.')
  return kind
}
