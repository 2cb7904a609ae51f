import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Sqlite } from '../../../db/engine.ts'
import { signInByLink, startServer } from '../../support/server.ts'
import { addresses, compareWithLimit, kilobytes, startLimit } from '../limit.ts'
import { medianOf, type BenchRow } from '../rows.ts'
import { delegateCount, seedDelegates, type SeededDelegates } from './seeded.ts'

const crowd = 1_000_000
const rounds = 3
const mostSlower = 1.3

/** A list of 5,000 and a delegate's page beside the limit, and beside a database with a million delegates. */
export const benchServer = async (): Promise<BenchRow[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-delegates-'))
  try {
    const data = join(folder, 'small')
    const seeded = await seedDelegates(data)
    return [...(await besideLimit(folder, data, seeded)), await besideCrowd(folder, data, seeded)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const start = (dataFolder: string) => startServer({ dataFolder, environment: { TRUST_PROXY: 'true' } })

const besideLimit = async (
  folder: string,
  data: string,
  { token, congressId, codes }: SeededDelegates,
): Promise<BenchRow[]> => {
  const server = await start(data)
  try {
    const cookie = await signInByLink(`${server.url}/link/${token}`)
    const fetchText = async (path: string) => (await fetch(server.url + path, { headers: { cookie } })).text()
    const [listPath, pagePath] = [`/api/congresses/${congressId}/delegates`, `/d/${codes[0] ?? ''}`]
    const [list, page] = [await fetchText(listPath), await fetchText(pagePath)]
    const limit = await startLimit(folder, {
      // The session, the congress for the permission, and the stamp by which the kept list is known to stand.
      [listPath]: { body: list, statements: 3 },
      // What stands behind the link, the programme in force, and what was said to be wrong.
      [pagePath]: { body: page, statements: 3 },
    })
    try {
      const sides = { ours: server.url, limit: limit.url, cookie }
      const count = delegateCount.toLocaleString('en')
      return [
        await compareWithLimit({ ...sides, job: `list of ${count} delegates, ${kilobytes(list)}`, path: listPath, goal: 0.7 }), // prettier-ignore
        await compareWithLimit({ ...sides, job: `a delegate's page, ${kilobytes(page)}`, path: pagePath, goal: 0.5 }),
      ]
    } finally {
      limit.stop()
    }
  } finally {
    await server.stop()
  }
}

/** The time of pages that are not kept ready, with 5,000 delegates and with a million in turn. */
const besideCrowd = async (folder: string, data: string, { codes }: SeededDelegates): Promise<BenchRow> => {
  const large = join(folder, 'large')
  cpSync(data, large, { recursive: true })
  fill(join(large, 'tien-toi.sqlite'))
  const servers = [await start(data), await start(large)]
  try {
    const times: number[][] = [[], []]
    for (let round = 0; round <= rounds; round += 1) {
      for (const [at, code] of codes.entries()) {
        for (const [which, server] of servers.entries()) {
          const taken = await timePage(`${server.url}/d/${code}`, addresses[at % addresses.length] ?? '')
          // The first time it is noted that the page was opened.
          if (round > 0) times[which]?.push(taken)
        }
      }
    }
    const [small = 0, crowded = 0] = times.map(medianOf)
    return {
      job: `a delegate's page made anew among ${crowd.toLocaleString('en')} delegates`,
      ours: `${crowded.toFixed(2)} ms`,
      peer: `among ${delegateCount.toLocaleString('en')}: ${small.toFixed(2)} ms`,
      ratio: `${(crowded / small).toFixed(2)} ×`,
      goal: `≤ ${String(mostSlower)} ×`,
      isMet: crowded / small <= mostSlower,
    }
  } finally {
    for (const server of servers) await server.stop()
  }
}

const timePage = async (url: string, address: string): Promise<number> => {
  const begun = performance.now()
  const response = await fetch(url, { headers: { 'x-forwarded-for': address } })
  await response.text()
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}`)
  return performance.now() - begun
}

/** Repeats those of the list, with people and links of their own, over all other congresses until there are a million. */
const fill = (file: string): void => {
  const database = new Sqlite(file)
  database.pragma('synchronous = OFF')
  const find = (sql: string) => database.prepare(sql).pluck().all() as string[]
  const [full = ''] = find('SELECT congress_id FROM delegates GROUP BY congress_id ORDER BY count(*) DESC LIMIT 1')
  const others = find('SELECT id FROM congresses').filter((id) => id !== full)
  const columnsOf = (table: string) => find(`SELECT name FROM pragma_table_info('${table}')`)
  const anew = (column: string) => `:copy || substr(${column}, 9)`
  const copying = (table: string, where: string, changed: Record<string, string>) => {
    const columns = columnsOf(table)
    const values = columns.map((column) => changed[column] ?? `"${column}"`)
    return database.prepare(
      `INSERT INTO ${table} ("${columns.join('", "')}") SELECT ${values.join(', ')} FROM ${table} WHERE ${where}`,
    )
  }
  const ofFull = 'congress_id = :full'
  const person = anew('person_id')
  const toPeople = copying('people', `id IN (SELECT person_id FROM delegates WHERE ${ofFull})`, { id: anew('id') })
  const toDelegates = copying('delegates', ofFull, { id: anew('id'), congress_id: ':other', person_id: person })
  const toLinks = copying('delegate_links', ofFull, {
    ...{ id: anew('id'), congress_id: ':other', delegate_id: anew('delegate_id') },
    ...{ code_hash: `:copy || code_hash`, salt: `:copy || salt` },
  })
  database.transaction(() => {
    for (let copy = 1; copy < crowd / delegateCount; copy += 1) {
      const values = { full, other: others[copy % others.length], copy: copy.toString(16).padStart(8, '0') }
      toPeople.run({ full, copy: values.copy })
      toDelegates.run(values)
      toLinks.run(values)
    }
  })()
  const [count] = find('SELECT count(*) FROM delegates')
  if (Number(count) < crowd) throw new Error(`there are ${String(count)} delegates`)
  database.close()
}
