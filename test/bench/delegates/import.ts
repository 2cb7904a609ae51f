import { setTimeout as wait } from 'node:timers/promises'
import type { Congress } from '../../../server/congresses/schema.ts'
import type { DelegateList } from '../../../server/delegates/schema.ts'
import type { ImportPreview } from '../../../server/exchange/schema.ts'
import { writeTable } from '../../../server/exchange/writing/write-workbook.ts'
import { randomOf } from '../../server/conflicts/seeded-road.ts'
import { signInByLink, type RunningServer } from '../../support/server.ts'
import { benchSeed, type BenchRow } from '../rows.ts'

const rowCount = 20_000
const goal = 5000
/** How long anybody else may wait while a list is imported. */
const longestWait = 1500

/** A list of 20,000 in a workbook: shown, imported, shown again as it stands, undone, while others ask for pages. */
export const benchImport = async (server: RunningServer): Promise<BenchRow[]> => {
  const cookie = await signInByLink(await server.link())
  const send = async (method: string, path: string, body?: FormData | string) => {
    const headers = {
      cookie,
      origin: server.url,
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    }
    const response = await fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body }) })
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`)
    return response
  }
  const [cycle] = (await (await send('GET', '/api/cycles')).json()) as { id: string }[]
  const road = (await (await send('GET', `/api/cycles/${cycle?.id ?? ''}/road`)).json()) as { congresses: Congress[] }
  const at = `/api/congresses/${road.congresses.find(({ title }) => title.includes('huyện Hải Hậu'))?.id ?? ''}`
  // A congress takes no more than that: those whom the example has on it make room.
  const { delegates } = (await (await send('GET', `${at}/delegates`)).json()) as DelegateList
  const named = delegates.map(({ id, version }) => ({ id, version }))
  if (named.length > 0) await send('POST', `${at}/delegates/remove`, JSON.stringify({ delegates: named }))
  const workbook = await listOf(rowCount)
  const upload = () => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(workbook)]), 'Danh sách.xlsx')
    return send('POST', `${at}/delegates-import`, form)
  }
  const meanwhile = watch(() => send('GET', '/api/session'))
  const shown = await timed(upload)
  const { id, digest } = (await shown.answer.json()) as ImportPreview
  const done = await timed(() => send('POST', `${at}/delegates-import/confirm`, JSON.stringify({ id, digest })))
  const again = await timed(upload)
  const undone = await timed(() => send('POST', `/api/acts/${done.answer.headers.get('act-id') ?? ''}/undo`, '{}'))
  const waited = await meanwhile.stop()
  return [
    rowOf('20,000 delegates in a workbook: read and shown', shown.milliseconds, goal),
    rowOf('the same imported', done.milliseconds, goal),
    rowOf('the same file again: all known', again.milliseconds, goal),
    rowOf('the whole import undone', undone.milliseconds, goal),
    rowOf('the longest that anybody else waited meanwhile', waited, longestWait),
  ]
}

const listOf = (count: number): Promise<Buffer> => {
  const random = randomOf(benchSeed)
  const one = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)] ?? ''
  const rows = Array.from({ length: count }, (_each, at) => [
    `${one(['Nguyễn', 'Trần', 'Lê', 'Phạm'])} ${one(['Văn', 'Thị', 'Đức'])} ${one(['An', 'Bình', 'Cường', 'Dung'])} ${String(at)}`,
    1950 + Math.floor(random() * 50),
    one(['Nam', 'Nữ']),
    `Xã ${String(at % 226)}`,
    one(['Chủ tịch Hội Nông dân', 'Hiệu trưởng', 'Công nhân']),
    `Huyện ${String(at % 10)}`,
    one(['Đại biểu chính thức', 'Khách mời']),
    one(['Nữ; Trẻ', 'Lãnh đạo', '']),
    `0912 ${String(100_000 + at).replace(/(\d{3})(\d{3})/u, '$1 $2')}`,
    one(['Đại học', 'Trung cấp']),
  ])
  const headings = ['Họ và tên', 'Năm sinh', 'Giới tính', 'Đơn vị', 'Chức vụ', 'Đoàn', 'Thành phần', 'Cơ cấu', 'Điện thoại', 'Trình độ'] // prettier-ignore
  return writeTable({ name: 'Danh sách', above: [], headings, rows, choices: new Map() })
}

const timed = async (work: () => Promise<Response>) => {
  const from = performance.now()
  const answer = await work()
  return { answer, milliseconds: performance.now() - from }
}

/** Asks again and again, and keeps the longest that an answer took. */
const watch = (ask: () => Promise<Response>) => {
  let isOver = false
  let longest = 0
  const asking = (async () => {
    while (!isOver) {
      longest = Math.max(longest, (await timed(ask)).milliseconds)
      await wait(20)
    }
  })()
  return {
    stop: async () => {
      isOver = true
      await asking
      return longest
    },
  }
}

const rowOf = (job: string, milliseconds: number, limit: number): BenchRow => ({
  job,
  ours: `${milliseconds.toFixed(0)} ms`,
  peer: '–',
  ratio: '–',
  goal: `≤ ${String(limit)} ms`,
  isMet: milliseconds <= limit,
})
