import { slipLines } from '../assignments/slip-lines.ts'
import { composeParts } from '../documents/compose.ts'
import { drawParts } from '../documents/pdf/draw.ts'
import { nothingToPrint } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import type { Office } from '../office.ts'
import { gatherLive } from '../papers/signed.ts'
import { codeMaker } from './codes.ts'
import { listLinks } from './queries.ts'
import { addressOf } from './reading.ts'

/** The large-type slips of a congress, each with the code that opens its page; without one where no link is open. */
export const printSlips = async (
  office: Office,
  {
    congressId,
    language,
    origin,
    delegateIds,
  }: { congressId: string; language: Language; origin: string; delegateIds: readonly string[] | null },
): Promise<{ title: string; pdf: Buffer }> => {
  const making = await gatherLive(office, congressId, 'personal-slip')
  const { codeOf } = await codeMaker(office.db)
  const links = new Map((await listLinks(office.db.read, congressId)).map((link) => [link.delegateId, link]))
  const lines = await slipLines(office.db.read, congressId, language)
  const wanted = delegateIds === null ? null : new Set(delegateIds)
  const rows = making.rows
    .filter(({ id }) => wanted?.has(id) ?? true)
    .map(({ id, values }) => {
      const link = links.get(id)
      const own = link?.revokedAt === null ? { link: addressOf(origin, codeOf(link.salt)) } : {}
      return { id, values: { ...values, ...lines.get(id), ...own } }
    })
  const parts = [...composeParts({ ...making, rows }, language)]
  if (parts.length === 0) throw nothingToPrint()
  return { title: parts[0]?.title ?? '', pdf: (await drawParts(parts, office.now())).pdf }
}
