import { composeParts } from '../documents/compose.ts'
import { drawParts } from '../documents/pdf/draw.ts'
import { notFound } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import type { Office } from '../office.ts'
import { gatherLive } from '../papers/signed.ts'
import { findPublication } from './queries.ts'

/** A sheet to put up: the code that leads a telephone to the public page. */
export const printCode = async (
  office: Office,
  { congressId, language, addressOf }: { congressId: string; language: Language; addressOf: (code: string) => string },
): Promise<{ title: string; pdf: Buffer }> => {
  const publication = await findPublication(office.db.read, congressId)
  if (!publication) throw notFound()
  const making = await gatherLive(office, congressId, 'programme-code')
  const parts = [...composeParts({ ...making, publicAddress: addressOf(publication.code) }, language)]
  return { title: parts[0]?.title ?? '', pdf: (await drawParts(parts, office.now())).pdf }
}
