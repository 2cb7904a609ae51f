import { composeParts } from '../documents/compose.ts'
import { drawParts } from '../documents/pdf/draw.ts'
import { nothingToPrint } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import type { Office } from '../office.ts'
import { gatherLive } from '../papers/signed.ts'
import { codeMaker } from './codes.ts'
import { listLinks } from './queries.ts'
import { addressOf } from './reading.ts'

interface Slips {
  congressId: string
  language: Language
  delegateIds: readonly string[]
}

/** The large-type slips that were printed together, each with the code that opens its page; without one where no link is open. */
export const printSlips = async (
  office: Office,
  { origin, at, ...of }: Pick<Slips, 'congressId' | 'language'> & { origin: string; at: string },
): Promise<{ title: string; pdf: Buffer }> => {
  const { codeOf } = await codeMaker(office.db)
  const links = (await listLinks(office.db.read, of.congressId)).filter(({ slipPrintedAt }) => slipPrintedAt === at)
  const open = links.filter(({ revokedAt }) => revokedAt === null)
  const addresses = new Map(open.map((link) => [link.delegateId, addressOf(origin, codeOf(link.salt))]))
  const delegateIds = links.flatMap(({ delegateId }) => delegateId ?? [])
  const slips = await drawSlips(office, { ...of, delegateIds }, addresses)
  if (!slips) throw nothingToPrint()
  return slips
}

/** The slips with these addresses, by delegate; null = none of them gets a slip. */
export const drawSlips = async (
  office: Office,
  { congressId, language, delegateIds }: Slips,
  addresses: ReadonlyMap<string | null, string>,
): Promise<{ title: string; pdf: Buffer } | null> => {
  const making = await gatherLive(office, congressId, 'personal-slip')
  const wanted = new Set(delegateIds)
  const rows = making.rows
    .filter(({ id }) => wanted.has(id))
    .map(({ id, values }) => {
      const link = addresses.get(id)
      return { id, values: link === undefined ? values : { ...values, link } }
    })
  const parts = [...composeParts({ ...making, rows }, language)]
  if (parts.length === 0) return null
  return { title: parts[0]?.title ?? '', pdf: (await drawParts(parts, office.now())).pdf }
}
