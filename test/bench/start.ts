import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../support/server.ts'
import { medianOf, type BenchRow } from './rows.ts'

const starts = 5
const limitMilliseconds = 2000

/** From starting the process to the first page answered (200), milliseconds. */
export const benchStart = async (): Promise<BenchRow[]> => {
  const fresh: number[] = []
  const again: number[] = []
  for (let start = 0; start < starts; start++) {
    const folder = mkdtempSync(join(tmpdir(), 'tien-toi-start-'))
    try {
      fresh.push(await timeToFirstPage(folder))
      again.push(await timeToFirstPage(folder))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return [
    rowOf('ready after start, new folder: tables made', medianOf(fresh)),
    rowOf('ready after start, folder in use', medianOf(again)),
  ]
}

const timeToFirstPage = async (dataFolder: string): Promise<number> => {
  const begun = performance.now()
  const server = await startServer({ dataFolder })
  try {
    const { status } = await fetch(server.url)
    if (status !== 200) throw new Error(`the first page answered ${status}; was web/ built?`)
    return performance.now() - begun
  } finally {
    await server.stop()
  }
}

const rowOf = (job: string, milliseconds: number): BenchRow => ({
  job,
  ours: `${Math.round(milliseconds)} ms`,
  peer: '–',
  ratio: '–',
  goal: `≤ ${limitMilliseconds} ms`,
  isMet: milliseconds <= limitMilliseconds,
})
