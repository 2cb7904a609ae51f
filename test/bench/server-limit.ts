import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signInByLink, startServer } from '../support/server.ts'
import { compareWithLimit, kilobytes, startLimit } from './limit.ts'
import type { BenchRow } from './rows.ts'

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
