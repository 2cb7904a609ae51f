import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ZipPassThrough } from 'fflate'
import { describe, expect, test } from 'vitest'
import { noZipTime, openZip, packZip, zipTime } from '../../server/zips.ts'

/** The time that the first entry of a zip bears, as any program reads it: `2020-09-02 09:30:14`. */
const firstTime = (zip: Buffer): string => {
  const [time, day] = [zip.readUInt16LE(10), zip.readUInt16LE(12)]
  const two = (number: number) => String(number).padStart(2, '0')
  const date = [String((day >> 9) + 1980), two((day >> 5) & 15), two(day & 31)].join('-')
  return `${date} ${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`
}
const file = { 'a.txt': new TextEncoder().encode('Đại hội') }

describe('the entries of a zip', () => {
  test.each([
    ['2020-09-01T19:30:14.000Z', 'Asia/Ho_Chi_Minh', '2020-09-02 02:30:14'],
    ['2020-12-31T17:00:00.000Z', 'Asia/Ho_Chi_Minh', '2021-01-01 00:00:00'],
    ['2020-09-01T19:30:14.000Z', 'UTC', '2020-09-01 19:30:14'],
  ])('of %s bear what the clocks in %s show', (at, zone, shown) => {
    expect(firstTime(packZip(file, zipTime(new Date(at), zone)))).toBe(shown)
  })

  test('that are packed one by one bear it too, and are the same bytes again', () => {
    const pack = () => {
      const zip = openZip(zipTime(new Date('2020-09-01T19:30:14.000Z'), 'Asia/Ho_Chi_Minh'))
      zip.add(new ZipPassThrough('a.txt')).push(file['a.txt'], true)
      zip.end()
      return Buffer.concat(zip.take())
    }
    expect(firstTime(pack())).toBe('2020-09-02 02:30:14')
    expect(pack().equals(pack())).toBe(true)
  })

  test('without a day of their own bear the earliest that there is', () => {
    expect(firstTime(packZip(file, noZipTime))).toBe('1980-01-01 00:00:00')
  })
})

test('all that the program packs is packed here', async () => {
  const root = join(import.meta.dirname, '../../server')
  const paths = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.ts') && path !== 'zips.ts')
  const packers: string[] = []
  for (const path of paths) {
    const text = await readFile(join(root, path), 'utf8')
    if (/\bzipSync\(|\bnew Zip\(|\.mtime = |mtime:/.test(text.replaceAll('unzipSync(', ''))) packers.push(path)
  }
  expect(packers).toEqual([])
})
