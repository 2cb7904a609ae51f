import type { Congress } from '../../../server/congresses/schema.ts'
import type { ImportPreview } from '../../../server/exchange/schema.ts'
import type { CongressList } from '../../../server/lists/schema.ts'
import { buildDistricts } from '../../support/districts.ts'
import { formWith } from '../../support/form.ts'
import { openOffice, signInAs } from '../../support/office.ts'
import { aCongress } from '../../support/records.ts'

/** An office with two districts, and what the secretariat of one of them does with lists of delegates. */
export const openDesk = async () => {
  const office = await openOffice()
  const { inside, outside } = await buildDistricts(office)
  const who = await signInAs(office, 'secretariat', inside.unitId)
  const congressId = inside.ids['congress'] ?? ''
  const send = async (bytes: Uint8Array | string, to = congressId) => {
    const { headers, body } = formWith(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
    return who('POST', `/api/congresses/${to}/delegates-import`, body, headers)
  }
  return {
    ...{ office, inside, outside, who, congressId, send },
    preview: async (bytes: Uint8Array | string, to = congressId): Promise<ImportPreview> => {
      const answer = await send(bytes, to)
      if (answer.status !== 200) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body)}`)
      return answer.body as ImportPreview
    },
    confirm: ({ id, digest }: ImportPreview, to = congressId) =>
      who('POST', `/api/congresses/${to}/delegates-import/confirm`, { id, digest }),
    say: async ({ id }: ImportPreview, choice: object) => {
      const answer = await who('PUT', `/api/imports/${id}/rows`, choice)
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return answer.body as ImportPreview
    },
    list: async (of = congressId) =>
      ((await who('GET', `/api/congresses/${of}/lists/delegates`)).body as CongressList).rows.map(
        ({ values }) => values,
      ),
    everybody: async () => office.db.read.select().from(office.db.read.tables.people),
    /** Another congress of the same unit. */
    secondCongress: async (): Promise<string> => {
      const organizer = await signInAs(office, 'organizer', inside.unitId)
      const { unitId, levelId, cycleId } = (await organizer('GET', `/api/congresses/${congressId}`)).body as Congress
      const made = await organizer('POST', '/api/congresses', aCongress({ unitId, levelId, cycleId }))
      return (made.body as Congress).id
    },
  }
}
export type Desk = Awaited<ReturnType<typeof openDesk>>

export const lines = (...rows: string[]): string => `${rows.join('\n')}\n`
