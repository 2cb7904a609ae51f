import type { Row } from '../../db/rows.ts'
import type { ActRows } from '../history/actions.ts'
import { findPhoto, findSensitiveData, isPersonKnown } from './queries.ts'

/** Removes those whom no post, leave or congress knows any more: nobody would find them again, or could delete their unit. */
export const forgetUnknown = async (rows: ActRows, people: readonly Row<'people'>[]): Promise<void> => {
  for (const { id, version } of people) {
    if (await isPersonKnown(rows.tx, id)) continue
    const sensitive = await findSensitiveData(rows.tx, id)
    if (sensitive) await rows.remove('sensitiveData', sensitive.id, sensitive.version)
    const photo = await findPhoto(rows.tx, id)
    if (photo) await rows.remove('photos', photo.id, photo.version)
    await rows.remove('people', id, version)
  }
}
