import { setImmediate } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'
import type { Reader } from '../../db/open.ts'
import { drawSingles } from '../documents/pdf/draw.ts'
import { notFound } from '../errors.ts'
import { formatInstant } from '../format/dates.ts'
import { formatNumber } from '../format/numbers.ts'
import { cutTo } from '../format/search.ts'
import { drawPrint, singlesOf } from './parts.ts'
import { findPrint, listPrintsOfPackage, type PrintLine } from './queries.ts'
import { unpackSnapshot, type Snapshot } from './snapshot.ts'

/** A file of an archive; many may begin with the very same bytes. */
type NamedBytes = [name: string, ...parts: Uint8Array[]]

/** Each paper or card of a print as a file of its own. */
export const zipOfPrint = (snapshot: Snapshot, count: number): AsyncGenerator<Uint8Array> =>
  zipOf(singleFiles(snapshot, count), new Date(snapshot.madeAt))

const singleFiles = async function* (snapshot: Snapshot, count: number): AsyncGenerator<NamedBytes> {
  const digits = Math.max(3, String(count).length)
  const names: string[] = []
  const parts = function* () {
    for (const { name, part } of singlesOf(snapshot)) {
      names.push(name)
      yield part
    }
  }
  let index = 0
  for await (const { shared, own } of drawSingles(parts(), new Date(snapshot.madeAt))) {
    yield [`${fileName(index + 1, digits, names[index] ?? '')}.pdf`, shared, own]
    index += 1
  }
}

/** The papers of a package in their order, with an index that any program reads. */
export const zipOfPackage = async (
  read: Reader,
  packageId: string,
  timeZone: string,
): Promise<{ name: string; pieces: AsyncGenerator<Uint8Array> }> => {
  const prints = await listPrintsOfPackage(read, packageId)
  const [first] = prints
  const print = first && (await findPrint(read, first.id))
  if (!print) throw notFound()
  const { making } = await unpackSnapshot(print.snapshot)
  const { title } = making.facts.congress
  const index = indexOf(title, prints, timeZone)
  return { name: title, pieces: zipOf(packageFiles(read, prints, index), new Date(print.at)) }
}

const packageFiles = async function* (
  read: Reader,
  prints: readonly PrintLine[],
  index: string,
): AsyncGenerator<NamedBytes> {
  // Old editors take a text without this mark for one in the letters of their own country.
  yield ['00 Mục lục.txt', Buffer.from(`\ufeff${index}`)]
  for (const line of prints) {
    const print = await findPrint(read, line.id)
    if (!print) continue
    const { pdf } = await drawPrint(await unpackSnapshot(print.snapshot))
    yield [fileOf(line), pdf]
  }
}

const fileOf = ({ position, titles, language }: PrintLine): string => `${fileName(position, 2, titles[language])}.pdf`

const indexOf = (title: string, prints: readonly PrintLine[], timeZone: string): string => {
  const [first] = prints
  const at = first ? formatInstant(first.at, timeZone, 'vi') : ''
  const head = ['BỘ TÀI LIỆU', title, `In lúc ${at}, người in: ${first?.accountName ?? ''}`, '']
  const lines = prints.flatMap((print) => {
    const { documents, pages } = print
    const count = documents > 1 ? `${formatNumber(documents, 'vi')} bản, ` : ''
    return [`${fileOf(print)}`, `    ${print.titles.vi}: ${count}${formatNumber(pages, 'vi')} trang`]
  })
  const foot = ['', 'In các tệp theo thứ tự số ở đầu tên. Mở bằng chương trình đọc PDF bất kỳ.', '']
  return [...head, ...lines, ...foot].join('\r\n')
}

/** A name that Windows, too, can keep: «001 Nguyễn Văn An». */
export const fileName = (number: number, digits: number, name: string): string => {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
  const kept = cutTo(plain.trim(), 80).replace(/[. ]+$/u, '')
  return `${String(number).padStart(digits, '0')} ${kept}`.trim()
}

const zipOf = async function* (files: AsyncGenerator<NamedBytes>, madeAt: Date): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let fault: Error | null = null
  const zip = new Zip((error, piece) => {
    if (error) fault = error
    else ready.push(piece)
  })
  const flush = (): Uint8Array[] => {
    if (fault) throw fault
    const pieces = ready
    ready = []
    return pieces
  }
  const sumOf = checksums()
  let served = performance.now()
  for await (const [name, ...parts] of files) {
    addStored(zip, { name, parts, madeAt, crc: sumOf(parts) })
    yield* flush()
    if (performance.now() - served < turnMilliseconds) continue
    await setImmediate()
    served = performance.now()
  }
  zip.end()
  yield* flush()
}

/** How long files are packed before others have their turn. */
const turnMilliseconds = 10

/** Adds a file as it is: pages are packed inside the PDF already. */
const addStored = (
  zip: Zip,
  { name, parts, madeAt, crc }: { name: string; parts: readonly Uint8Array[]; madeAt: Date; crc: number },
): void => {
  const size = parts.reduce((sum, { length }) => sum + length, 0)
  const entry: ZipInputFile = { filename: name, compression: 0, mtime: madeAt, size, crc }
  zip.add(entry)
  for (const [index, part] of parts.entries()) entry.ondata?.(null, part as Uint8Array<ArrayBuffer>, index === parts.length - 1)
}

/** Checksums of files told in parts; what many of them begin with is summed up once. */
const checksums = () => {
  let first: Uint8Array | undefined
  let sumOfFirst = 0
  return ([begin, ...others]: readonly Uint8Array[]): number => {
    if (begin && begin !== first) {
      first = begin
      sumOfFirst = crc32(begin)
    }
    return others.reduce((sum, part) => crc32(part, sum), begin ? sumOfFirst : 0)
  }
}
