import { expect, test } from 'vitest'
import { proposedName, shownName } from '../../../server/releases/rules/names.ts'

const second = { kind: 'release', number: 2 } as const
const third = { kind: 'correction', number: 3 } as const

test('a name that was proposed is told in the language of the reader, whichever it was proposed in', () => {
  expect(shownName({ ...second, name: 'Bản 2' }, 'en')).toBe('Release 2')
  expect(shownName({ ...second, name: 'Release 2' }, 'vi')).toBe('Bản 2')
  for (const name of [proposedName(third, 'vi'), proposedName(third, 'en'), 'Đính chính bản 2']) {
    expect(shownName({ ...third, name }, 'vi')).toBe('Bản 3 đính chính bản 2')
    expect(shownName({ ...third, name }, 'en')).toBe('Release 3, correcting release 2')
  }
})

test('a name that was typed stays as it is, also one that is proposed for another', () => {
  expect(shownName({ ...second, name: 'Bản trình Ban Thường vụ' }, 'en')).toBe('Bản trình Ban Thường vụ')
  expect(shownName({ ...second, name: 'Bản 1' }, 'en')).toBe('Bản 1')
  expect(shownName({ ...second, name: 'Đính chính bản 1' }, 'en')).toBe('Đính chính bản 1')
})
