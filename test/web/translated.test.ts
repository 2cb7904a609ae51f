import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { englishTwins } from '../../server/english/twins.ts'
import { shownTitle } from '../../web/congresses/shown-title.ts'
import { setLanguage, translated } from '../../web/words/words.ts'

const titles = {
  unit: () => ({ name: 'Xã Hải Anh', type: 'xã' }),
  road: { cycle: { endsOn: '2020-12-31' } },
}
const proposed = {
  form: 'Hội nghị điển hình tiên tiến',
  ordinal: '',
  title: 'Hội nghị điển hình tiên tiến xã Hải Anh giai đoạn 2015 - 2020',
  unitId: '',
}

beforeAll(async () => {
  const twins = Object.fromEntries(await englishTwins())
  vi.stubGlobal('document', { documentElement: {} })
  vi.stubGlobal('localStorage', { setItem: () => undefined })
  vi.stubGlobal('location', { origin: 'http://127.0.0.1' })
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(twins)))
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('in English', () => {
  beforeAll(() => setLanguage('en'))

  test('what the product ships is read by its twin, what people typed as they typed it', () => {
    expect(['Đoàn Chủ tịch', 'Quốc khánh 2/9', 'Ông Trần Văn B', 'constructor', ''].map(translated)).toEqual([
      'Presidium',
      'National Day',
      'Ông Trần Văn B',
      'constructor',
      '',
    ])
  })

  test('a title is English as long as it reads as it was proposed', () => {
    expect(shownTitle(proposed, titles)).toBe('Conference of Exemplars of Hải Anh Commune')
    const own = { ...proposed, title: 'Hội nghị điển hình tiên tiến xã Hải Anh' }
    expect(shownTitle(own, titles)).toBe(own.title)
    const ofNoForm = { ...proposed, form: 'Lễ hội', title: 'Lễ hội xã Hải Anh' }
    expect(shownTitle(ofNoForm, titles)).toBe(ofNoForm.title)
  })
})

test('in Vietnamese everything reads as it is kept', async () => {
  await setLanguage('en')
  await setLanguage('vi')
  expect(translated('Đoàn Chủ tịch')).toBe('Đoàn Chủ tịch')
  expect(shownTitle(proposed, titles)).toBe(proposed.title)
})
