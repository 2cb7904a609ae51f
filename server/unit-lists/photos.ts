import type { Reader } from '../../db/open.ts'
import { keepPhoto, openPhoto, showPhoto, takePhotoAway, writePhoto } from '../delegates/photos.ts'
import type { Photo } from '../delegates/schema.ts'
import { act, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import type { ListPlace } from './actions.ts'
import { about, requireMember, requireOpen } from './entering.ts'

/** Photos of those whom a unit sends: the same as on the congress's own page, for this unit's list alone. */
export const showPhotoOfMember = async (read: Reader, place: ListPlace, delegateId: string): Promise<Photo> => {
  await requireMember(read, place, delegateId)
  return showPhoto(read, delegateId)
}

export const openPhotoOfMember = async (office: Office, place: ListPlace, delegateId: string) => {
  await requireMember(office.db.read, place, delegateId)
  return openPhoto(office, delegateId)
}

/** `version` 0 = there was none. */
export const savePhotoOfMember = async (
  office: Office,
  actor: Actor,
  place: ListPlace,
  delegateId: string,
  { bytes, version }: { bytes: Uint8Array; version: number },
): Promise<Done<Photo>> => {
  const kept = await keepPhoto(office, bytes)
  return act(office, actor, about('unit-member-photo-changed'), async (rows) => {
    await requireOpen(rows, place)
    const { person } = await requireMember(rows.tx, place, delegateId)
    await writePhoto(rows, { congressId: place.congressId, personId: person.id }, kept, version)
    return showPhoto(rows.tx, delegateId)
  })
}

export const removePhotoOfMember = (
  office: Office,
  actor: Actor,
  place: ListPlace,
  delegateId: string,
  version: number,
): Promise<Done<void>> =>
  act(office, actor, about('unit-member-photo-removed'), async (rows) => {
    await requireOpen(rows, place)
    const { person } = await requireMember(rows.tx, place, delegateId)
    await takePhotoAway(rows, person.id, version)
  })
