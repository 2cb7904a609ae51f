import { describe, expect, test } from 'vitest'
import { listProgrammeTemplates, readProgrammeTemplate } from '../../../server/documents/programme-templates.ts'
import { clockOf, endOfSession, startingSessions, timeItems, type HeldOn } from '../../../server/programme/rules.ts'

const morning: HeldOn = { dateFrom: '2020-09-09', dateTo: '2020-09-09', halfDay: 'morning' }
const all = await listProgrammeTemplates()
const templateOf = (id: string) => {
  const found = all.find((template) => template.id === id)
  if (!found) throw new Error(`no template ${id}`)
  return found
}
const daysOf = (id: string, congress: HeldOn) =>
  startingSessions(templateOf(id), congress, 'vi').map(({ kind, dayOffset, startsAt }) => [kind, dayOffset, startsAt])

describe('the templates that come with the product', () => {
  test('fill their half-days: each session ends when its people go', () => {
    const ends = all.map((template) => [
      template.id,
      ...startingSessions(template, morning, 'vi').map(
        ({ startsAt, items }) => `${startsAt}–${clockOf(endOfSession(startsAt, items))}`,
      ),
    ])
    expect(ends).toEqual([
      ['commune-half-day', '07:30–10:05'],
      ['district-agency-half-day', '07:30–11:15'],
      ['grassroots-models-conference', '08:00–10:15'],
      ['provincial-one-day', '14:00–16:30', '07:30–09:15', '09:30–11:15', '13:30–17:00'],
      ['provincial-two-sessions', '14:00–16:20', '07:00–11:30'],
    ])
  })

  test('say what is a break and what are awards, so that nobody is asked who presents a break', () => {
    const kinds = all.map((template) =>
      startingSessions(template, morning, 'vi').flatMap(({ items }) =>
        items.flatMap(({ kind, title }) => (kind === 'item' ? [] : [`${kind}: ${title.split(' ')[0] ?? ''}`])),
      ),
    )
    expect(kinds).toEqual([
      ['awards: Công'],
      ['break: Giải', 'awards: Công'],
      ['awards: Công'],
      ['awards: Công'],
      ['awards: Công', 'break: Giải', 'awards: Công'],
    ])
  })

  test.each(['morning', 'afternoon'] as const)('leave no gap and run over nothing in the %s', (halfDay) => {
    const gaps = all.flatMap((template) =>
      startingSessions(template, { ...morning, halfDay }, 'en').flatMap(({ startsAt, items }) =>
        timeItems(startsAt, items).filter(({ gapBefore }) => gapBefore !== 0),
      ),
    )
    expect(gaps).toEqual([])
  })

  test('speak of awards as the office does', () => {
    const texts = JSON.stringify(all)
    expect(texts.match(/trao thưởng|thẩm tra tư cách/gi)).toBeNull()
  })
})

test('the words are those of one language', () => {
  const [session] = startingSessions(templateOf('commune-half-day'), morning, 'en')
  expect(session?.title).toBe('Conference')
  expect(session?.items[5]).toEqual({
    kind: 'item',
    title: 'Papers by exemplars',
    durationMinutes: 40,
    fixedStart: null,
    presenter: 'Chair',
    note: 'Four or five papers, eight minutes each at most.',
  })
})

test('incense is offered outside the hall, at a place that is still open; everything else is held in it', () => {
  const sessions = startingSessions(templateOf('provincial-one-day'), morning, 'vi')
  expect(sessions.filter(({ isOutside }) => isOutside).map(({ kind }) => kind)).toEqual(['incense'])
})

test('a conference of half a day begins after noon where the congress is held in the afternoon', () => {
  expect(daysOf('commune-half-day', morning)).toEqual([['official', 0, '07:30']])
  expect(daysOf('commune-half-day', { ...morning, halfDay: 'afternoon' })).toEqual([['official', 0, '13:30']])
})

test('a fixed item moves with its session into the afternoon', () => {
  const item = { title: { vi: 'Khai mạc', en: 'Opening' }, durationMinutes: 10, fixedStart: '08:00' }
  const session = { kind: 'official', day: 0, startsAt: '07:30', afternoonStart: '13:45', items: [item] } as const
  const sessions = [{ ...session, title: { vi: 'Hội nghị', en: 'Conference' }, items: [item] }]
  const [started] = startingSessions({ sessions }, { ...morning, halfDay: 'afternoon' }, 'vi')
  expect(started?.items[0]?.fixedStart).toBe('14:15')
})

test('the preparatory session is the day before, or the first day of a congress of two days', () => {
  const before = [
    ['preparatory', -1, '14:00'],
    ['official', 0, '07:00'],
  ]
  expect(daysOf('provincial-two-sessions', morning)).toEqual(before)
  expect(daysOf('provincial-two-sessions', { ...morning, dateFrom: null, dateTo: null })).toEqual(before)
  expect(daysOf('provincial-two-sessions', { dateFrom: '2020-07-28', dateTo: '2020-07-29', halfDay: 'day' })).toEqual([
    ['preparatory', 0, '14:00'],
    ['official', 1, '07:00'],
  ])
})

test('a template that cannot be right is refused with its file and the place', async () => {
  const text = `
name: Hội nghị
nameEnglish: Conference
source: mẫu thử
sessions:
  - kind: oficial
    title: { vi: Hội nghị, en: Conference }
    day: 0
    startsAt: 7:30
    items: [{ title: { vi: Khai mạc }, durationMinutes: 10 }]
`
  await expect(readProgrammeTemplate('wrong.yaml', text)).rejects.toThrow(
    'templates/programmes/wrong.yaml: /sessions/0/kind must be equal to one of the allowed values; ' +
      '/sessions/0/startsAt must match pattern "^([01]\\d|2[0-3]):[0-5]\\d$"; ' +
      '/sessions/0/items/0/title must have required properties en',
  )
})

test('a template that is no YAML is refused with its file and the line', async () => {
  await expect(readProgrammeTemplate('broken.yaml', 'name: a\nsessions: [')).rejects.toThrow(
    /^templates\/programmes\/broken\.yaml: .* at line 2/,
  )
})
