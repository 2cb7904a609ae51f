import { composeParts, type Making } from '../../../server/documents/compose.ts'
import type { ListRow } from '../../../server/documents/list-rows.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { writeWorkbookOf } from '../../../server/documents/workbook.ts'
import { zipOfPrint } from '../../../server/prints/archive.ts'
import { aSessionOf, namDinh } from '../../server/documents/facts.ts'
import { jobs, kindOf, rowsOfJob, type Job } from './data.ts'

/** What is measured of ourselves alone or against a program that writes no PDF. */
export const ownJobs = ['singles', 'workbook'] as const
export type OwnJob = (typeof ownJobs)[number]

const namesakes: Readonly<Record<OwnJob, Job>> = { singles: 'invitations', workbook: 'list' }

/** What a job prints; the programs of others too have read theirs before their time counts. */
export const rowsToPrint = (job: Job | OwnJob, seed: number, count?: number): ListRow[] =>
  rowsOfJob(job === 'singles' || job === 'workbook' ? namesakes[job] : job, seed, count)

/** Runs a job the way of every print, from the template on; gives the bytes that came of it. */
export const printJob = async (job: Job | OwnJob, rows: readonly ListRow[]): Promise<Uint8Array> => {
  if (job === 'singles') return zipSingles(rows)
  if (job === 'workbook') return writeWorkbook(rows)
  const making = await makingOf(kindOf[job], rows)
  return (await drawParts(composeParts(making, 'vi'), new Date(0))).pdf
}

const makingOf = async (kind: string, rows: readonly ListRow[]): Promise<Making> => ({
  template: await readTemplate(kind),
  facts: { ...namDinh([aSessionOf([])]), venueName: 'Nhà văn hóa Trung tâm tỉnh 3-2' },
  filled: { number: '57', day: '2020-08-28', signer: 'Nguyễn Văn An', otherPost: 'Giám đốc Sở Nội vụ' },
  rows,
  today: '2020-08-28',
})

/** The invitations again, each as a file of its own in a zip. */
const zipSingles = async (rows: readonly ListRow[]): Promise<Uint8Array> => {
  const making = await makingOf(kindOf.invitations, rows)
  const order = {
    kind: kindOf.invitations,
    language: 'vi',
    which: 'all',
    rowIds: [],
    copies: 1,
    spare: 0,
    skipped: 0,
    fromSheet: 1,
    overprint: null,
  } as const
  const snapshot = { making, order: { ...order, rowIds: [] }, chosen: null, madeAt: '2020-08-28T00:00:00.000Z' }
  const pieces: Uint8Array[] = []
  for await (const piece of zipOfPrint(snapshot, rows.length, 'Asia/Ho_Chi_Minh')) pieces.push(piece)
  return Buffer.concat(pieces)
}

const writeWorkbook = async (rows: readonly ListRow[]): Promise<Uint8Array> =>
  (await writeWorkbookOf(await makingOf(kindOf.list, rows), 'vi')).bytes

export const isJob = (name: string): name is Job | OwnJob => [...jobs, ...ownJobs].some((job) => job === name)
