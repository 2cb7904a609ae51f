import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { Sqlite } from '../../db/engine.ts'
import { signInByLink, startServer } from '../support/server.ts'
import { medianOf, type BenchRow } from './rows.ts'

const rounds = 5
const secondsPerRun = 2
const connections = 20

/** Requests per second of our server on the example road beside the limit's, each in a process of its own. */
export const benchServerLimit = async (): Promise<BenchRow[]> => {
  const ours = await startServer({ isDemo: true })
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-limit-'))
  try {
    const cookie = await signInByLink(await ours.link())
    const fetchText = async (path: string) => (await fetch(ours.url + path, { headers: { cookie } })).text()
    const [cycle] = JSON.parse(await fetchText('/api/cycles')) as { id: string }[]
    const roadPath = `/api/cycles/${cycle?.id}/road`
    const road = await fetchText(roadPath)
    const { congresses } = JSON.parse(road) as { congresses: { id: string }[] }
    const congressPath = `/api/congresses/${congresses[0]?.id}`
    const congress = await fetchText(congressPath)

    const limit = await startLimit(folder, {
      // The road is kept composed and answered after the session and the stamp; a congress is read beside the session.
      [roadPath]: { body: road, statements: 1 },
      [congressPath]: { body: congress, statements: 2 },
    })
    try {
      const compare = (job: string, path: string, goal: number) =>
        compareWithLimit({ job, path, goal, ours: ours.url, limit: limit.url, cookie })
      return [
        await compare(`road of ${congresses.length} congresses, ${kilobytes(road)}`, roadPath, 0.7),
        await compare(`one congress, ${kilobytes(congress)}, two statements each`, congressPath, 0.5),
      ]
    } finally {
      limit.stop()
    }
  } finally {
    await ours.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const kilobytes = (text: string) => `${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`

const startLimit = async (folder: string, answers: Record<string, { body: string; statements: number }>) => {
  const file = join(folder, 'answers.sqlite')
  const database = new Sqlite(file)
  database.exec(
    'CREATE TABLE answers (path TEXT PRIMARY KEY, body BLOB NOT NULL, statements INTEGER NOT NULL) WITHOUT ROWID',
  )
  const insert = database.prepare('INSERT INTO answers VALUES (?, ?, ?)')
  for (const [path, { body, statements }] of Object.entries(answers)) insert.run(path, Buffer.from(body), statements)
  database.close()

  const script = fileURLToPath(new URL('./limit-server.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { url, stop: () => child.kill() }
}

interface Comparison {
  job: string
  path: string
  goal: number
  ours: string
  limit: string
  cookie: string
}

/** Alternating runs, so that a machine that slows down slows both; the medians are compared. */
const compareWithLimit = async ({ job, path, goal, ours, limit, cookie }: Comparison): Promise<BenchRow> => {
  const bodies = await Promise.all([ours, limit].map(async (url) => bytesOf(url + path, cookie)))
  if (bodies[0] !== bodies[1]) throw new Error(`${path}: the limit answers other bytes than ours`)
  const ourRates: number[] = []
  const limitRates: number[] = []
  await Promise.all([ours, limit].map((url) => rateOf(url + path, cookie)))
  for (let round = 0; round < rounds; round++) {
    limitRates.push(await rateOf(limit + path, cookie))
    ourRates.push(await rateOf(ours + path, cookie))
  }
  const [ourRate, limitRate] = [medianOf(ourRates), medianOf(limitRates)]
  const ratio = ourRate / limitRate
  return {
    job,
    ours: `${Math.round(ourRate)} /s`,
    peer: `bare Fastify + SQLite ${Math.round(limitRate)} /s`,
    ratio: `${ratio.toFixed(2)} ×`,
    goal: `≥ ${goal} ×`,
    isMet: ratio >= goal,
  }
}

const bytesOf = async (url: string, cookie: string) => (await fetch(url, { headers: { cookie } })).text()

/** Requests per second; throws when an answer was not a good one, for a refusal is quickly sent. */
const rateOf = async (url: string, cookie: string): Promise<number> => {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections,
    duration: secondsPerRun,
    headers: { cookie },
  })
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`)
  return requests.average
}
