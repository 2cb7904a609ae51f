import { describe, expect, test } from 'vitest'
import { fileName } from '../../../server/prints/archive.ts'

describe('a name of a file', () => {
  test.each([
    ['../../etc/passwd', '01 .. .. etc passwd'],
    ['..', '01'],
    ['CON', '01 CON'],
    ['Báo cáo: <nháp> | "mới"?*', '01 Báo cáo nháp mới'],
    ['Nguye\u0302\u0303n', '01 Nguyễn'],
    ['An\u202Efdp.exe\u0000\n', '01 An fdp.exe'],
    ['Lê 🎉 An. . ', '01 Lê 🎉 An'],
    ['   ', '01'],
  ])('%j is harmless', (name, kept) => {
    expect(fileName(1, 2, name)).toBe(kept)
  })

  test('is never longer than Windows takes with its folders, and never parts a letter', () => {
    const name = fileName(1, 2, '🎉'.repeat(300))
    expect(name.length).toBeLessThanOrEqual(75)
    expect(name).not.toMatch(/\p{Cs}/u)
    expect(fileName(1, 2, `${'a'.repeat(69)}   ${'b'.repeat(300)}`)).toBe(`01 ${'a'.repeat(69)}`)
  })
})
