import { expect, test } from 'vitest'
import { cleanName, kindOfBytes, pixelsOf } from '../../../server/files/rules.ts'
import { aPng } from '../../support/files.ts'

test.each([
  ['Báo cáo số 12.pdf', 'application/pdf', 'Báo cáo số 12.pdf'],
  ['../../x', 'application/pdf', 'x.pdf'],
  ['C:\\Quét\\trang 1.PDF', 'application/pdf', 'trang 1.pdf'],
  ['a\u0000b\u202egnp.exe', 'image/png', 'abgnp.exe.png'],
  ['ảnh.jpeg', 'image/jpeg', 'ảnh.jpeg'],
  ['...', 'image/webp', 'tep.webp'],
  ['a"b\r\nset-cookie: x', 'image/png', 'a b set-cookie x.png'],
  [`${'x'.repeat(500)}.pdf`, 'application/pdf', `${'x'.repeat(120)}.pdf`],
] as const)('a file called %j that is %s is kept as %j', (name, type, kept) => {
  expect(cleanName(name, type)).toBe(kept)
})

const bytes = (text: string) => Buffer.from(text, 'latin1')

test('a file is what its first bytes tell', () => {
  expect(kindOfBytes(aPng(1, 1))).toBe('image/png')
  expect(kindOfBytes(bytes('%PDF-1.7'))).toBe('application/pdf')
  for (const other of ['<svg/>', '<!doctype html>', 'MZ\u0090', 'GIF89a', '%!PS', '']) {
    expect(kindOfBytes(bytes(other))).toBeNull()
  }
})

test('the size of a picture is read from its head', () => {
  expect(pixelsOf('image/png', aPng(100_000, 100_000, true))).toBe(10_000_000_000)
  // A comment stands before the frame of three rows and five columns.
  const jpeg = bytes('\u00ff\u00d8\u00ff\u00fe\u0000\u0004hi\u00ff\u00c0\u0000\u0011\u0008\u0000\u0003\u0000\u0005')
  expect(pixelsOf('image/jpeg', jpeg)).toBe(15)
  const webp = bytes(
    'RIFF\u0000\u0000\u0000\u0000WEBPVP8X\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0009\u0000\u0000\u0013\u0000\u0000',
  )
  expect(pixelsOf('image/webp', webp)).toBe(200)
})

test('a picture that ends within its head has no size', () => {
  expect(pixelsOf('image/png', aPng(5, 5).subarray(0, 18))).toBeNull()
  expect(pixelsOf('image/jpeg', bytes('\u00ff\u00d8\u00ff\u00fe\u0000\u0004'))).toBeNull()
  expect(pixelsOf('image/webp', bytes('RIFF\u0000\u0000\u0000\u0000WEBPVP8X'))).toBeNull()
})
