import { existsSync, readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { FormsIssued, ReturnPreview } from '../../server/forms/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { randomOf } from '../server/conflicts/seeded-road.ts'
import { fillForm } from '../support/fill-form.ts'
import { formWith } from '../support/form.ts'
import { aCongress } from '../support/records.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'
import { benchSeed, type BenchRow } from './rows.ts'

const unitCount = 300
const limits = { issueSeconds: 5, readSeconds: 10, megabytes: 250 }

type Ask = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>

/** Three hundred workbooks made and sent as one zip, and as many read back and compared, by a server of its own. */
export const benchForms = async (): Promise<BenchRow[]> => {
  const server = await startServer({ isDemo: true })
  try {
    const ask = asker(server, await signInByLink(await server.link()))
    const { cycleId, congressIds } = await congressesOf(ask)
    const before = peakOf(server)
    const issuing = performance.now()
    const order = { kind: 'schedule', congressIds, deadline: null }
    const { batchId } = (await (await ask(`/api/cycles/${cycleId}/forms`, order)).json()) as FormsIssued
    const zip = new Uint8Array(await (await ask(`/api/form-batches/${batchId}.zip`)).arrayBuffer())
    const issued = (performance.now() - issuing) / 1000

    const heap = formWith(filledIn(zip), 'heap.zip')
    const reading = performance.now()
    const answer = await ask(`/api/cycles/${cycleId}/returns`, heap.body, heap.headers)
    const preview = (await answer.json()) as ReturnPreview
    const read = (performance.now() - reading) / 1000
    const said = preview.files.filter(({ state }) => state !== null).length
    return [
      rowOf(`${String(unitCount)} workbooks issued (${String(zip.length >> 10)} kB)`, issued, limits.issueSeconds),
      rowOf(`${String(said)} returned workbooks read and compared`, read, limits.readSeconds),
      memoryRow(before, peakOf(server)),
    ]
  } finally {
    await server.stop()
  }
}

const asker =
  (server: RunningServer, cookie: string): Ask =>
  async (path, body, headers = { 'content-type': 'application/json' }) => {
    const sent = Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body)
    const init = body === undefined ? {} : { method: 'POST', body: sent }
    const answer = await fetch(server.url + path, {
      ...init,
      headers: { cookie, origin: server.url, ...(body === undefined ? {} : headers) },
    })
    if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)} ${await answer.text()}`)
    return answer
  }

/** Those of the example that are still to be held or were, and as many more as are wanting. */
const congressesOf = async (ask: Ask): Promise<{ cycleId: string; congressIds: string[] }> => {
  const [cycle] = (await (await ask('/api/cycles')).json()) as Cycle[]
  const cycleId = cycle?.id ?? ''
  const road = (await (await ask(`/api/cycles/${cycleId}/road`)).json()) as Road
  const congressIds = road.congresses.slice(0, unitCount).map(({ id }) => id)
  for (const [at, { id: unitId }] of road.units.entries()) {
    if (congressIds.length >= unitCount) break
    const place = { cycleId, levelId: road.levels[0]?.id ?? '', unitId }
    const more = aCongress(place, { title: `Hội nghị thêm ${String(at)}`, dateFrom: null, dateTo: null })
    congressIds.push(((await (await ask('/api/congresses', more)).json()) as Congress).id)
  }
  return { cycleId, congressIds }
}

/** Each workbook filled in by another program, with a day and a number of its own. */
const filledIn = (zip: Uint8Array): Uint8Array => {
  const random = randomOf(benchSeed)
  const day = () => `${String(1 + Math.floor(random() * 28))}/7/2020`
  const files = Object.entries(unzipSync(zip)).map(([name, bytes]) => {
    const answers = { 'Ngày tổ chức': day(), 'Ngày kết thúc': null, 'Số đại biểu dự kiến': Math.floor(random() * 200) }
    return [name, fillForm(bytes, { answers })] as const
  })
  return zipSync(Object.fromEntries(files), { level: 0 })
}

/** Highest resident memory of the server so far in MB, as Linux keeps it; null elsewhere. */
const peakOf = ({ processId }: RunningServer): number | null => {
  const file = `/proc/${String(processId)}/status`
  const kilobytes = existsSync(file) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] : undefined
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}

const rowOf = (job: string, seconds: number, limit: number): BenchRow => ({
  job,
  ours: `${seconds.toFixed(2)} s`,
  peer: '–',
  ratio: '–',
  goal: `≤ ${String(limit)} s`,
  isMet: seconds <= limit,
})

const memoryRow = (before: number | null, peak: number | null): BenchRow => {
  const grown = before === null || peak === null ? null : peak - before
  return {
    job: 'memory of the server at its highest, above what it took before',
    ours: grown === null ? 'not told by this system' : `${grown.toFixed(0)} MB of ${(peak ?? 0).toFixed(0)} MB`,
    peer: '–',
    ratio: '–',
    goal: `≤ ${String(limits.megabytes)} MB`,
    isMet: grown === null || grown <= limits.megabytes,
  }
}
