import { ApiError } from '../errors.ts'
import type { Actor } from '../office.ts'
import type { PrintJob } from './schema.ts'

/** What a job does; it tells how many pages are done, which throws once the job is to end. */
export type Work = (told: (pages: number) => void) => Promise<Pick<PrintJob, 'print' | 'packageId'>>

interface Job {
  progress: PrintJob
  isStopped: boolean
  ended: Promise<void>
}

/** A job that somebody stopped. */
class Stopped extends Error {}

const noJob: PrintJob = { state: 'none', done: 0, all: 0, print: null, packageId: null, fault: null }

/** Drawn prints that are kept to be fetched, in bytes. */
const mostKept = 64 * 1024 * 1024

/**
 * Where prints are drawn while their makers wait or go on with other things: an account has one at a time for a
 * congress. A job that ends early, for whatever reason, leaves nothing behind.
 */
export const openDesk = () => {
  const jobs = new Map<string, Job>()
  const kept = new Map<string, Buffer>()
  const keyOf = (actor: Actor, congressId: string) => `${actor.id ?? ''} ${congressId}`
  return {
    isBusy: (actor: Actor, congressId: string): boolean =>
      jobs.get(keyOf(actor, congressId))?.progress.state === 'drawing',
    start: (actor: Actor, congressId: string, all: number, work: Work): PrintJob => {
      const progress: PrintJob = { ...noJob, state: 'drawing', all }
      const job: Job = { progress, isStopped: false, ended: Promise.resolve() }
      job.ended = run(job, work)
      jobs.set(keyOf(actor, congressId), job)
      return progress
    },
    find: (actor: Actor, congressId: string): PrintJob => jobs.get(keyOf(actor, congressId))?.progress ?? noJob,
    stop: async (actor: Actor, congressId: string): Promise<void> => {
      const job = jobs.get(keyOf(actor, congressId))
      if (!job) return
      job.isStopped = true
      await job.ended
    },
    close: async (): Promise<void> => {
      for (const job of jobs.values()) job.isStopped = true
      await Promise.all([...jobs.values()].map(({ ended }) => ended))
    },
    /** Keeps a drawn print at hand; the oldest go. */
    keep: (printId: string, pdf: Buffer): void => {
      if (pdf.length > mostKept) return
      kept.set(printId, pdf)
      let size = [...kept.values()].reduce((sum, { length }) => sum + length, 0)
      for (const [id, { length }] of kept) {
        if (size <= mostKept) return
        kept.delete(id)
        size -= length
      }
    },
    kept: (printId: string): Buffer | undefined => kept.get(printId),
  }
}

export type Desk = ReturnType<typeof openDesk>

const run = async (job: Job, work: Work): Promise<void> => {
  const { progress } = job
  try {
    const outcome = await work((pages) => {
      if (job.isStopped) throw new Stopped()
      progress.done = pages
    })
    Object.assign(progress, outcome, { state: 'done', done: progress.all })
  } catch (error) {
    if (error instanceof Stopped) progress.state = 'stopped'
    else Object.assign(progress, { state: 'failed', fault: faultOf(error) })
  }
}

const faultOf = (error: unknown): string => {
  if (error instanceof ApiError) return error.code
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  return fullDisk.has(String(code ?? cause?.code)) ? 'disk-full' : 'internal'
}

/** As the file system, SQLite and PostgreSQL say it. */
const fullDisk = new Set(['ENOSPC', 'SQLITE_FULL', '53100'])
