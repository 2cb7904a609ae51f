import { expect, test } from 'vitest'
import { namesPerson, personKey, presenterLine, samePerson } from '../../../server/programme/rules/presenters.ts'

const plain = (text: string) => text
const director = { name: 'Trần Văn Khánh', post: 'Giám đốc Sở Y tế' }
const singer = { name: 'Lê Thị Hoa', post: '' }

test('one person is one person however he is addressed', () => {
  const names = ['Trần Văn K', 'Đ/c Trần Văn K', 'Đồng chí Trần Văn K', 'đồng chí  TRẦN VĂN K', 'Ông Trần Văn K']
  expect(new Set(names.map(personKey))).toEqual(new Set(['tran van k']))
  expect(personKey('GS.TS. Trần Văn K')).toBe('tran van k')
  // A name may begin like an address.
  expect(personKey('Bạch Văn K')).toBe('bach van k')
  expect(personKey('Ông')).toBe('ong')
})

test('a text names somebody whole, not by half a name', () => {
  expect(namesPerson('Đ/c Trần Văn Khánh, Giám đốc Sở Y tế', 'Đồng chí Trần Văn Khánh')).toBe(true)
  expect(namesPerson('Trần Văn Khánhh', 'Trần Văn Khánh')).toBe(false)
  expect(namesPerson('Ban Tổ chức', 'Trần Văn Khánh')).toBe(false)
})

test('who carries out an item: what is written, then the speakers whom it does not name', () => {
  const line = (presenter: string) => presenterLine({ presenter, speakers: [director, singer] }, plain)
  expect(line('')).toBe('Trần Văn Khánh, Giám đốc Sở Y tế; Lê Thị Hoa')
  expect(line('Ban Tổ chức')).toBe('Ban Tổ chức; Trần Văn Khánh, Giám đốc Sở Y tế; Lê Thị Hoa')
  expect(line('Đ/c Trần Văn Khánh')).toBe('Đ/c Trần Văn Khánh; Lê Thị Hoa')
  expect(line('Trần Văn Khánh và Lê Thị Hoa')).toBe('Trần Văn Khánh và Lê Thị Hoa')
})

test('what is written stands in the reader’s language, the speakers as they are called', () => {
  const write = (text: string) => (text === 'Ban Tổ chức' ? 'Organizing committee' : text)
  const speakers = [director]
  expect(presenterLine({ presenter: 'Ban Tổ chức', speakers }, write, ({ name }) => name)).toBe(
    'Organizing committee; Trần Văn Khánh',
  )
})

test('who is typed once more is found among the speakers', () => {
  expect(samePerson('Đồng chí Trần Văn Khánh', [singer, director])).toBe(director)
  expect(samePerson('Trần Văn Khang', [singer, director])).toBeUndefined()
  expect(samePerson('  ', [singer, director])).toBeUndefined()
})
