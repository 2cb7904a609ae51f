import type { Row } from '../../db/rows.ts'
import { gatherMaking } from '../../server/documents/actions.ts'
import { sampleRows } from '../../server/documents/samples.ts'
import { readTemplate } from '../../server/documents/templates.ts'
import { newId, type Office } from '../../server/office.ts'
import { savePrint } from '../../server/prints/queries.ts'
import type { PrintHistory, PrintJob, PrintOrder, PrintPlan } from '../../server/prints/schema.ts'
import { packSnapshot } from '../../server/prints/snapshot.ts'
import { putOnList } from './delegates.ts'
import type { Browser } from './office.ts'

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
    perSheet: null,
    left: null,
    cuts: [],
    snapshot: await packSnapshot({ making, order, chosen: null, madeAt }),
  }
  await office.db.write((tx) => savePrint(tx, row))
  return [id, packageId]
}

/** Prints badges of a congress as an account does, and looks at what came of it; what goes wrong throws. */
export const printingAs = (who: Browser, congressId: string) => {
  const congress = `/api/congresses/${congressId}`
  const order = (values: Partial<PrintOrder>) => printOf({ kind: 'badge', ...values })
  const ended = async (): Promise<PrintJob> => {
    for (;;) {
      const job = (await who('GET', `${congress}/print-job`)).body as PrintJob
      if (job.state !== 'drawing') return job
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  return {
    ended,
    print: async (values: Partial<PrintOrder> = {}): Promise<NonNullable<PrintJob['print']>> => {
      const started = await who('POST', `${congress}/prints`, order(values))
      if (started.status !== 200) throw new Error(`the print answered ${JSON.stringify(started.body)}`)
      const job = await ended()
      if (!job.print) throw new Error(`the print ended as ${JSON.stringify(job)}`)
      return job.print
    },
    plan: async (values: Partial<PrintOrder> = {}) =>
      (await who('POST', `${congress}/print-plan`, order(values))).body as PrintPlan,
    history: async () => (await who('GET', `${congress}/prints`)).body as PrintHistory,
    fetched: async (path: string): Promise<Buffer> => {
      const answer = await who('GET', path)
      if (answer.status !== 200) throw new Error(`${path} answered ${String(answer.status)}`)
      return answer.bytes
    },
  }
}

/** Puts delegates on the list of a congress, called by these names; gives the ids of their rows. */
export const listDelegates = async (
  office: Office,
  congressId: string,
  names: readonly string[],
): Promise<string[]> => {
  const [sample] = sampleRows((await readTemplate('badge')).columns)
  return putOnList(
    office,
    congressId,
    names.map((name) => ({ ...sample?.values, name })),
  )
}
