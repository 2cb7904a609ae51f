import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { Sqlite } from '../../db/engine.ts'
import { medianOf, type BenchRow } from './rows.ts'

const rounds = 5
const secondsPerRun = 2
const connections = 20

export const kilobytes = (text: string) => `${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`

/** The limit, with these answers, in a process of its own. */
export const startLimit = async (folder: string, answers: Record<string, { body: string; statements: number }>) => {
  const file = join(folder, 'answers.sqlite')
  const database = new Sqlite(file)
  // A large body lies apart from the small values before it, and from the key by which all are found.
  database.exec('CREATE TABLE answers (path TEXT PRIMARY KEY, statements INTEGER NOT NULL, body BLOB NOT NULL)')
  const insert = database.prepare('INSERT INTO answers VALUES (?, ?, ?)')
  for (const [path, { body, statements }] of Object.entries(answers)) insert.run(path, statements, Buffer.from(body))
  database.close()

  const script = fileURLToPath(new URL('./limit-server.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { url, stop: () => child.kill() }
}

export interface Comparison {
  job: string
  path: string
  goal: number
  ours: string
  limit: string
  cookie: string
}

/** Alternating runs, so that a machine that slows down slows both; the medians are compared. */
export const compareWithLimit = async ({ job, path, goal, ours, limit, cookie }: Comparison): Promise<BenchRow> => {
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

/** So many telephones ask, as a proxy in front tells it: one alone is soon asked to wait. */
export const addresses = Array.from({ length: 250 }, (_each, at) => `10.0.0.${String(at + 1)}`)

/** Requests per second; throws when an answer was not a good one, for a refusal is quickly sent. */
const rateOf = async (url: string, cookie: string): Promise<number> => {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections,
    duration: secondsPerRun,
    requests: addresses.map((address) => ({ headers: { cookie, 'x-forwarded-for': address } })),
  })
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`)
  return requests.average
}
