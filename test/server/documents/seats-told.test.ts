import { describe, expect, test } from 'vitest'
import { composeParts, type Making } from '../../../server/documents/compose.ts'
import { wordingFaults } from '../../../server/documents/faults.ts'
import { sharedSentence, standingSentence, type SeatsStanding } from '../../../server/documents/seats-told.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { printablesOf } from '../../../server/prints/hashes.ts'
import { namDinh } from './facts.ts'

const standing: SeatsStanding = {
  ...{ isListed: false, number: 2, day: '2020-09-12', unreleased: 0, isHallOther: false, elsewhere: 0 },
}
const chart = (of: Partial<SeatsStanding>, language: 'vi' | 'en' = 'vi') =>
  standingSentence({ ...standing, ...of }, language)
const list = (of: Partial<SeatsStanding>, language: 'vi' | 'en' = 'vi') => chart({ isListed: true, ...of }, language)

test('a chart says which release it shows, and what is not in it', () => {
  expect(chart({})).toBe('Theo bản 2 công bố ngày 12/9/2020.')
  expect(chart({ unreleased: 1234 })).toBe(
    'Theo bản 2 công bố ngày 12/9/2020. Chưa gồm 1.234 thay đổi chỗ ngồi chưa công bố.',
  )
  expect(chart({ unreleased: 1 }, 'en')).toMatch(
    /^By release 2 of .*2020\. Without 1 change of a seat that is not released yet\.$/u,
  )
  expect(chart({ isHallOther: true })).toContain('Hội trường đã đổi hoặc vẽ lại')
  expect(chart({ number: 0, day: '', unreleased: 5 })).toBe('Theo phương án đang soạn, chưa công bố.')
})

test('what follows the list of delegates says where that differs from the release', () => {
  expect(list({ elsewhere: 2 })).toBe(
    'Theo bản 2 công bố ngày 12/9/2020. Danh sách đại biểu ghi khác bản công bố ở 2 người; in theo danh sách.',
  )
  expect(list({ number: 0, day: '', unreleased: 5 })).toContain('phương án chỗ ngồi (5 người) chưa công bố')
  expect(list({ number: 0, day: '', unreleased: 0 })).toBe('')
})

test('seats that several people have are told with their phases, and beside them what the list gives twice', () => {
  const shared = [
    {
      seat: 'Ban công, A1',
      people: [
        { name: 'Trần An', phase: '' },
        { name: 'Lê Bình', phase: 'Đợt 1' },
      ],
    },
  ]
  const rows = ['B2', 'C1', 'B2', ''].map((seat, at) => ({
    id: String(at),
    values: { seat, name: `Người ${String(at)}` },
  }))
  expect(sharedSentence(shared, rows, 'vi')).toBe(
    'Một ghế, nhiều người: Ban công, A1: Trần An (từ khai mạc), Lê Bình (Đợt 1); B2: Người 0, Người 2.',
  )
  expect(sharedSentence(shared, [], 'en')).toBe(
    'One seat, several people: Balcony, A1: Trần An (from the opening), Lê Bình (Đợt 1).',
  )
  expect(sharedSentence([], rows.slice(0, 2), 'vi')).toBe('')
  const many = Array.from({ length: 23 }, () => shared[0]!)
  expect(sharedSentence(many, [], 'vi')).toMatch(/; còn 3 ghế khác\.$/u)
})

describe('the state that is told', () => {
  const makingOf = async (kind: string, seats: Making['seats']): Promise<Making> => ({
    ...{ template: await readTemplate(kind), facts: namDinh([]), filled: {}, today: '2020-09-01' },
    rows: [
      { id: '1', values: { seat: 'A1', short: 'A1', x: '0', y: '0', name: 'Trần An', delegation: 'Huyện Hải Hậu' } },
    ],
    ...(seats ? { seats } : {}),
  })
  const told = { standing: { ...standing, unreleased: 3 }, shared: [] }

  test.each(['seating-chart', 'seating-chart-stage', 'seating-blocks', 'seating-delegations', 'door-list'])(
    'stands on %s and is said before it is printed, and makes no print another one',
    async (kind) => {
      const making = await makingOf(kind, told)
      const sentence = standingSentence(told.standing, 'vi')
      const textOf = (of: Making) => JSON.stringify([...composeParts(of, 'vi')])
      expect(textOf(making)).toContain(sentence)
      expect(textOf(await makingOf(kind, undefined))).not.toContain('Theo bản')
      expect(wordingFaults(making, 'vi').map((fault) => fault.sentence?.vi)).toContain(sentence)
      const released = await makingOf(kind, { standing: { ...standing, number: 3 }, shared: [] })
      expect(wordingFaults(released, 'vi').filter((fault) => fault.sentence?.vi.includes('bản 3'))).toEqual([])
      expect(await printablesOf(released, 'vi')).toEqual(await printablesOf(making, 'vi'))
    },
  )

  test('two on one seat are told on the door list, and before cards are printed', async () => {
    const making = await makingOf('door-list', {
      ...{ standing: null },
      shared: [
        {
          seat: 'A1',
          people: [
            { name: 'Trần An', phase: '' },
            { name: 'Lê Bình', phase: 'Đợt 1' },
          ],
        },
      ],
    })
    expect(JSON.stringify([...composeParts(making, 'vi')])).toContain('A1: Trần An (từ khai mạc), Lê Bình (Đợt 1)')
    const cards = await makingOf('seat-card', undefined)
    const twice = { ...cards, rows: [...cards.rows, { id: '2', values: { seat: 'A1', name: 'Lê Bình' } }] }
    expect(wordingFaults(twice, 'vi').map((fault) => fault.sentence?.vi)).toContain(
      'Một ghế, nhiều người: A1: Trần An, Lê Bình.',
    )
  })
})
