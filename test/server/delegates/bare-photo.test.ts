import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { barePhoto } from '../../../server/delegates/rules/bare-photo.ts'

const exif = {
  IFD0: { Make: 'Hãng máy ảnh', ImageDescription: 'nhà riêng' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 25/1 48/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 9/1 36/1' },
}
/** A picture with all shades, so that a lost table or scan shows. */
const taken = () =>
  sharp({
    create: {
      width: 64,
      height: 48,
      channels: 3,
      background: '#a52',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })
    .withExif(exif)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">nhà riêng</x:xmpmeta>')
const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()
const notes = async (bytes: Uint8Array) => {
  const { exif: told, xmp } = await sharp(bytes).metadata()
  return [told !== undefined, xmp !== undefined]
}

test.each([
  ['a JPEG', () => taken().jpeg()],
  ['a JPEG of several scans', () => taken().jpeg({ progressive: true })],
])('%s keeps its pixels alone: no place, camera or note, and nothing behind its end', async (_name, make) => {
  const bytes = Buffer.concat([await make().toBuffer(), Buffer.from('nhà riêng')])
  expect(await notes(bytes)).toEqual([true, true])
  const bare = barePhoto('image/jpeg', bytes)
  expect(await notes(bare)).toEqual([false, false])
  expect(Buffer.from(bare).includes('nhà riêng')).toBe(false)
  expect([...bare.subarray(-2)]).toEqual([0xff, 0xd9])
  expect((await pixels(bare)).equals(await pixels(bytes))).toBe(true)
  expect(Buffer.from(barePhoto('image/jpeg', bare)).equals(bare)).toBe(true)
})

test('a PNG keeps its pixels alone, also without what is written into it as text', async () => {
  const drawn = await taken().png().toBuffer()
  const text = Buffer.from('tEXtComment\0nha rieng', 'latin1')
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(text.length - 4, 0)
  frame.writeUInt32BE(crc32(text), 4)
  // Right behind the head, which ends at byte 33.
  const note = Buffer.concat([frame.subarray(0, 4), text, frame.subarray(4)])
  const bytes = Buffer.concat([drawn.subarray(0, 33), note, drawn.subarray(33), Buffer.from('nha rieng')])
  expect((await notes(bytes))[0]).toBe(true)
  const bare = Buffer.from(barePhoto('image/png', bytes))
  expect(await notes(bare)).toEqual([false, false])
  expect([bare.includes('nha rieng'), bare.includes('nhà riêng')]).toEqual([false, false])
  expect((await pixels(bare)).equals(await pixels(bytes))).toBe(true)
})

test.each([
  ['image/jpeg', '\u00ff\u00d8\u00ff\u00e1\u00ff\u00ffabc', 2],
  ['image/jpeg', '\u00ff\u00d8\u00ff\u00c0\u0000\u0000', 4],
  ['image/png', '\u0089PNG\r\n\u001a\n\u00ff\u00ff\u00ff\u00fftEXt', 8],
] as const)('a %s whose lengths lie ends where its bytes do', (type, text, length) => {
  expect(barePhoto(type, Buffer.from(text, 'latin1')).length).toBe(length)
})
