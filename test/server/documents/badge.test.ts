import { describe, expect, test } from 'vitest'
import { tints } from '../../../server/documents/rules/tints.ts'
import { composeCards, type Making } from '../../../server/documents/compose.ts'
import { sampleRows } from '../../../server/documents/samples.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { namDinh } from './facts.ts'

const making = async (kind: string, link: string): Promise<Making> => {
  const template = await readTemplate(kind)
  const rows = sampleRows(template.columns)
    .slice(0, 1)
    .map((row) => ({ ...row, values: { ...row.values, link } }))
  return { template, facts: namDinh([]), filled: {}, rows, today: '2020-09-01' }
}

test.each([
  ['', 92 / 2],
  ['https://vi.du/d/k7m2q9x4', 4 + 58 / 2],
])('post, class and number of a badge stand in its middle unless it bears a code: «%s»', async (link, middle) => {
  const [card] = composeCards(await making('badge', link), 'vi').faces
  for (const told of ['ĐẠI BIỂU CHÍNH THỨC', '0086']) {
    const text = card?.front.find((element) => element.kind === 'text' && element.text === told)
    expect(text?.kind === 'text' ? text.x + text.width / 2 : null, told).toBe(middle)
  }
})

test('who invites on a card is not broken inside «lần thứ V»', async () => {
  const [card] = composeCards(await making('invitation-card', ''), 'vi').faces
  const texts = card?.front.flatMap((element) => (element.kind === 'text' ? [element.text] : []))
  expect(texts).toContainEqual(expect.stringContaining('LẦN\u00a0THỨ\u00a0V'))
})

describe('the band of a badge', () => {
  const bandsOf = async (kind: string, language: 'vi' | 'en', classes: string[]) => {
    const of = await making(kind, '')
    const rows = classes.map((name, at) => ({ id: String(at), values: { ...of.rows[0]?.values, class: name } }))
    const cards = composeCards({ ...of, rows, spare: 1 }, language)
    return [...cards.faces].map(({ front }) =>
      front.flatMap((element) => (element.kind === 'frame' && element.tint ? [element.tint] : [])),
    )
  }

  test.each(['vi', 'en'] as const)(
    'has the colour of its class, and none where no name is written yet: %s',
    async (language) => {
      expect(await bandsOf('badge', language, ['Đại biểu chính thức', 'Khách mời', 'Khác'])).toEqual([
        ['red'],
        ['yellow'],
        [],
        [],
      ])
    },
  )

  test('tells organizers, press and service staff apart', async () => {
    expect(await bandsOf('staff-badge', 'vi', ['Ban Tổ chức', 'Phóng viên', 'Phục vụ'])).toEqual([
      ['blue'],
      ['green'],
      ['violet'],
      [],
    ])
  })

  test('lets black letters be read, also in black and white', () => {
    for (const [red, green, blue] of Object.values(tints)) {
      expect(0.3 * red + 0.59 * green + 0.11 * blue).toBeGreaterThan(0.75)
    }
  })
})
