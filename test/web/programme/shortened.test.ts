import { expect, test } from 'vitest'
import { squeezeSession } from '../../../server/programme/rules/arrange.ts'
import { shortenedWords } from '../../../web/programme/item-acts.ts'
import '../../../web/words/rest.ts'
import { sessionOf } from '../../server/programme/sessions.ts'

test('what was shortened is named with its minutes before and after, the first four and how many others', () => {
  const told = (lengths: Record<string, number>, fixedEnd: string) => {
    const session = { ...sessionOf('morning', '07:00', lengths), fixedEnd }
    return shortenedWords(session.items, squeezeSession({ sessions: [session], tray: [] }, session, 5).arrangement)
  }
  expect(told({ report: 40, talk: 30 }, '08:05')).toBe('“report” 40 → 35')
  expect(told({ a: 30, b: 30, c: 30, d: 30, e: 30, f: 30 }, '09:00')).toBe(
    '“a” 30 → 20, “b” 30 → 20, “c” 30 → 20, “d” 30 → 20, và 2 nội dung khác',
  )
})
