import type { Row } from '../../db/rows.ts'
import { gatherMaking } from '../../server/documents/actions.ts'
import { newId, type Office } from '../../server/office.ts'
import { savePrint } from '../../server/prints/queries.ts'
import type { PrintOrder } from '../../server/prints/schema.ts'
import { packSnapshot } from '../../server/prints/snapshot.ts'

/** The whole of a kind, once, on plain paper. */
export const printOf = (values: Partial<PrintOrder> = {}): PrintOrder => ({
  kind: 'programme',
  language: 'vi',
  which: 'all',
  rowIds: [],
  copies: 1,
  spare: 0,
  skipped: 0,
  fromSheet: 1,
  overprint: null,
  ...values,
})

/** A print of the programme, as a package of its own: gives the ids of both. */
export const keepPrint = async (office: Office, congressId: string): Promise<[string, string]> => {
  const [id, packageId] = [newId(), newId()]
  const { kind, language, ...wish } = printOf()
  const making = await gatherMaking(office, { congressId, kind, language })
  const madeAt = office.now().toISOString()
  const order = { kind, language, ...wish }
  const row: Row<'prints'> = {
    id,
    congressId,
    packageId,
    position: 1,
    kind,
    titles: making.template.titles,
    language,
    at: madeAt,
    accountName: 'Cán bộ huyện',
    wish,
    documents: 1,
    pages: 1,
    sheets: 1,
    cuts: [],
    snapshot: await packSnapshot({ making, order, chosen: null, madeAt }),
  }
  await office.db.write((tx) => savePrint(tx, row))
  return [id, packageId]
}
