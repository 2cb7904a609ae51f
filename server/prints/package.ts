import { unzipSync } from 'fflate'
import type { Reader } from '../../db/open.ts'
import { hasTables, isCards } from '../documents/templates.ts'
import { writeWord } from '../documents/word/write-word.ts'
import { writeWorkbookOf } from '../documents/workbook.ts'
import { notFound } from '../errors.ts'
import { packZip, zipTime, type ZipTime } from '../zips.ts'
import { fileName, zipOf, type NamedBytes } from './archive.ts'
import { indexOf, type Listed } from './package-index.ts'
import { drawPrint, repeated } from './parts.ts'
import { findPrint, listPrintsOfPackage, type PrintLine } from './queries.ts'
import { unpackSnapshot, type Snapshot } from './snapshot.ts'

/** Letters of one Word file; nobody edits more of them by hand, and Word opens no larger one in reasonable time. */
const mostInWord = 2000

const folders = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' } as const

/**
 * The papers of a package for a memory stick: each as PDF, for Word and its lists for Excel, numbered in the order in
 * which they are printed, with an index that opens in any browser. Drawn from what was kept, while it is sent.
 */
export const zipOfPackage = async (
  read: Reader,
  packageId: string,
  timeZone: string,
): Promise<{ name: string; pieces: AsyncGenerator<Uint8Array> }> => {
  const prints = await listPrintsOfPackage(read, packageId)
  const [first] = prints
  if (!first) throw notFound()
  const { making, leftOut = [] } = await snapshotOf(read, first)
  const { title } = making.facts.congress
  const about = { title, timeZone, leftOut }
  return { name: title, pieces: zipOf(packageFiles(read, prints, about), zipTime(new Date(first.at), timeZone)) }
}

const packageFiles = async function* (
  read: Reader,
  prints: readonly PrintLine[],
  about: Parameters<typeof indexOf>[1],
): AsyncGenerator<NamedBytes> {
  const listed: Listed[] = []
  for (const print of prints) {
    const snapshot = await snapshotOf(read, print)
    const name = fileName(print.position, 2, print.titles[print.language])
    const files: Listed['files'] = {}
    for (const [ending, write] of editionsOf(snapshot, print.documents, about.timeZone)) {
      const path = `${folders[ending]}/${name}.${ending}`
      files[ending] = path
      yield [path, await write()]
    }
    listed.push({ print, files })
  }
  const { name, html } = indexOf(listed, about)
  yield [name, Buffer.from(html)]
}

type Edition = [ending: keyof typeof folders, write: () => Promise<Buffer>]

const editionsOf = (snapshot: Snapshot, documents: number, timeZone: string): Edition[] => {
  const { making, order, madeAt } = snapshot
  const editions: Edition[] = [['pdf', async () => (await drawPrint(snapshot)).pdf]]
  if (!isCards(making.template) && documents <= mostInWord) {
    editions.push(['docx', () => writeWord(repeated(snapshot), new Date(madeAt))])
  }
  if (hasTables(making.template)) {
    const time = zipTime(new Date(madeAt), timeZone)
    editions.push(['xlsx', async () => dated((await writeWorkbookOf(making, order.language)).bytes, time)])
  }
  return editions
}

/** A workbook bears the time at which it was packed; this one the time of its print, so that it is the same again. */
const dated = (workbook: Buffer, time: ZipTime): Buffer => packZip(unzipSync(workbook), time)

const snapshotOf = async (read: Reader, { id }: PrintLine): Promise<Snapshot> => {
  const print = await findPrint(read, id)
  if (!print) throw notFound()
  return unpackSnapshot(print.snapshot)
}
