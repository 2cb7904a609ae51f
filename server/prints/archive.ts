import { setImmediate } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import type { ZipInputFile } from 'fflate'
import { drawSingles } from '../documents/pdf/draw.ts'
import { cutTo } from '../format/search.ts'
import { openZip, zipTime, type ZipTime } from '../zips.ts'
import { singlesOf } from './parts.ts'
import type { Snapshot } from './snapshot.ts'

/** A file of an archive; many may begin with the very same bytes. */
export type NamedBytes = [name: string, ...parts: Uint8Array[]]

/** Each paper or card of a print as a file of its own. */
export const zipOfPrint = (snapshot: Snapshot, count: number, timeZone: string): AsyncGenerator<Uint8Array> =>
  zipOf(singleFiles(snapshot, count), zipTime(new Date(snapshot.madeAt), timeZone))

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

/** A name that Windows, too, can keep, and that reads as it is written: «001 Nguyễn Văn An». */
export const fileName = (number: number, digits: number, name: string): string => {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
  const kept = cutTo(plain.trim(), 70).replace(/[. ]+$/u, '')
  return `${String(number).padStart(digits, '0')} ${kept}`.trim()
}

/** Files as one zip, packed while it is sent. */
export const zipOf = async function* (files: AsyncGenerator<NamedBytes>, time: ZipTime): AsyncGenerator<Uint8Array> {
  const zip = openZip(time)
  const sumOf = checksums()
  let served = performance.now()
  for await (const [name, ...parts] of files) {
    addStored(zip, { name, parts, crc: sumOf(parts) })
    yield* zip.take()
    if (performance.now() - served < turnMilliseconds) continue
    await setImmediate()
    served = performance.now()
  }
  zip.end()
  yield* zip.take()
}

/** How long files are packed before others have their turn. */
const turnMilliseconds = 10

/** Adds a file as it is: pages are packed inside the PDF already. */
const addStored = (
  zip: ReturnType<typeof openZip>,
  { name, parts, crc }: { name: string; parts: readonly Uint8Array[]; crc: number },
): void => {
  const size = parts.reduce((sum, { length }) => sum + length, 0)
  const entry: ZipInputFile = { filename: name, compression: 0, size, crc }
  zip.add(entry)
  for (const [index, part] of parts.entries())
    entry.ondata?.(null, part as Uint8Array<ArrayBuffer>, index === parts.length - 1)
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
