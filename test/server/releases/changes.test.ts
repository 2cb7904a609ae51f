import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAffected } from '../../../server/releases/rules/affected.ts'
import { findChanges, gatherShifts } from '../../../server/releases/rules/changes.ts'
import { plainTelling, sentenceOf, sentenceOfPart } from '../../../server/releases/rules/sentences.ts'
import type { ReleasedProgramme } from '../../../server/releases/schema.ts'
import type { TellableProgramme } from '../../../server/releases/rules/told.ts'
import type { ProgrammeItem } from '../../../server/programme/schema.ts'
import { sessionOf, type Session } from '../programme/sessions.ts'

const vi = plainTelling('vi', (text) => text)
const en = plainTelling('en', (text) => text)
const of = (...sessions: Session[]) => ({ sessions, speakers: [] as ReleasedProgramme['speakers'] })

const speakerOf = (id: string, name: string, post: string): ReleasedProgramme['speakers'][number] => ({
  ...{ id, congressId: '', name, post, state: 'asked', withdrawnOn: null, note: '', version: 1 },
})

/** The item of the session with these values instead. */
const withItem = (session: Session, id: string, values: Partial<ProgrammeItem>): Session => ({
  ...session,
  items: session.items.map((item) => (item.id === id ? { ...item, ...values } : item)),
})
const without = (session: Session, id: string): Session => ({
  ...session,
  items: session.items.filter((item) => item.id !== id),
})
const told = (before: TellableProgramme, after: TellableProgramme) =>
  findChanges(before, after).map(({ id, kind, ways }) => `${id} ${kind} ${ways.join(' ')}`.trim())
const sentences = (before: TellableProgramme, after: TellableProgramme) =>
  gatherShifts(findChanges(before, after)).flatMap((change) => [sentenceOf(change, vi), sentenceOf(change, en)])

const hall = sessionOf('Khai mạc', '07:00', { 'Đón tiếp': 30, 'Chào cờ': 10, 'Báo cáo': 30, 'Trao thưởng': 40 })
const lobby = sessionOf('Triển lãm', '13:00', { Ảnh: 60 })

describe('the difference of two programmes', () => {
  test('tells an item that came and one that went, and what they put off', () => {
    const after = of(
      without(
        sessionOf('Khai mạc', '07:00', {
          'Đón tiếp': 30,
          'Chào cờ': 10,
          'Báo cáo': 30,
          'Trao thưởng': 40,
          'Thông qua đoàn': 5,
        }),
        'Chào cờ',
      ),
      lobby,
    )
    expect(told(of(hall, lobby), after)).toEqual([
      'Báo cáo changed time',
      'Chào cờ removed',
      'Trao thưởng changed time',
      'Thông qua đoàn added',
    ])
    expect(sentences(of(hall, lobby), after)).toContain('Bỏ “Chào cờ” (07:30–07:40, phiên “Khai mạc”).')
    expect(sentences(of(hall, lobby), after)).toContain('Added “Thông qua đoàn” (08:40–08:45, session “Khai mạc”).')
  })

  test('tells a session that leaves the hall, or whose place outside is chosen, by its place', () => {
    const inHall: Session = { ...hall, kind: 'incense', room: '' }
    const open: Session = { ...inHall, isOutside: true }
    const temple: Session = { ...open, room: 'Đền Trần' }
    expect(told(of(inHall), of(open))).toEqual(['Khai mạc changed place'])
    expect(sentences(of(inHall), of(open))).toEqual([
      'Phiên “Khai mạc”: nơi tổ chức từ hội trường thành chưa có nơi dâng hương.',
      'Session “Khai mạc”: place the hall became place of the incense offering still open.',
    ])
    expect(sentences(of(open), of(temple))[0]).toBe(
      'Phiên “Khai mạc”: nơi tổ chức từ chưa có nơi dâng hương thành Đền Trần.',
    )
    const [before, after] = [of(hall), of({ ...hall, isOutside: true })].map((programme) => ({
      ...programme,
      sessions: programme.sessions.map(({ isOutside, ...session }) =>
        isOutside ? { ...session, isOutside } : session,
      ),
    }))
    if (!before || !after) throw new Error('there are two')
    expect(told(before, after)).toEqual(['Khai mạc changed place'])
    expect(told(before, of(hall))).toEqual([])
  })

  test('gathers what only follows one item that was lengthened', () => {
    const after = of(withItem(hall, 'Đón tiếp', { durationMinutes: 35 }), lobby)
    expect(findChanges(of(hall, lobby), after)).toHaveLength(4)
    expect(sentences(of(hall, lobby), after)).toEqual([
      '“Đón tiếp”: thời lượng từ 30 phút thành 35 phút.',
      '“Đón tiếp”: length 30 minutes became 35 minutes.',
      '3 nội dung lùi 5 phút: “Chào cờ”, “Báo cáo”, “Trao thưởng”.',
      '3 items begin 5 minutes later: “Chào cờ”, “Báo cáo”, “Trao thưởng”.',
    ])
  })

  test('tells a session that moves once, not each of the items that go along', () => {
    const later = of({ ...hall, startsAt: '07:30', date: '2020-09-10', room: 'Hội trường B' }, lobby)
    expect(told(of(hall, lobby), later)).toEqual(['Khai mạc changed day time room'])
    expect(sentences(of(hall, lobby), later)[0]).toBe(
      'Phiên “Khai mạc”: ngày từ thứ Tư 09/9 thành thứ Năm 10/9; ' +
        'giờ từ 07:00–08:50 thành 07:30–09:20; phòng từ Khai mạc thành Hội trường B.',
    )
    const held = withItem(hall, 'Trao thưởng', { fixedStart: '08:10' })
    expect(told(of(held), of({ ...held, startsAt: '06:45' }))).toEqual(['Khai mạc changed time'])
  })

  test('tells an item that goes to another session, also to a new one, and a session that goes without it', () => {
    const [report] = hall.items.slice(2)
    if (!report) throw new Error('the hall has a report')
    const left = without(withItem(hall, 'Trao thưởng', { fixedStart: '08:10' }), 'Báo cáo')
    const new_ = { ...sessionOf('Chiều', '14:00', {}), items: [report, ...sessionOf('', '', { Mới: 5 }).items] }
    expect(told(of(hall), of(left, new_))).toEqual(['Chiều added', 'Báo cáo changed session time'])
    expect(sentences(of(hall), of(left, new_))[0]).toBe(
      'Thêm phiên “Chiều” (14:00–14:35, thứ Tư 09/9, Chiều, 1 nội dung).',
    )
    expect(told(of(left, new_), of(hall))).toEqual(['Báo cáo changed session time', 'Chiều removed'])
  })

  test('tells other words, presenters and speakers, and an order of what takes no time', () => {
    const speakers = [speakerOf('s', 'Nguyễn Văn An', 'Giám đốc')]
    const before = of(sessionOf('s', '07:00', { a: 0, b: 0, c: 5 }))
    const after = {
      ...of(sessionOf('s', '07:00', { b: 0, a: 0, c: { minutes: 5, title: 'C', presenter: '', speakerIds: ['s'] } })),
      speakers,
    }
    expect(told(before, after)).toEqual(['b changed order', 'c changed title presenter speakers'].sort())
    expect(sentences(before, after)[2]).toBe(
      '“c”: tên gọi từ “c” thành “C”; người thực hiện từ Đoàn Chủ tịch thành để trống; ' +
        'người trình bày từ để trống thành Nguyễn Văn An, Giám đốc.',
    )
    const promoted = { ...after, speakers: [speakerOf('s', 'Nguyễn Văn An', 'Phó Chủ tịch')] }
    expect(told(after, promoted)).toEqual(['c changed speakers'])
  })

  test('tells of several speakers only who came and who went', () => {
    const speakers = [
      speakerOf('s', 'Trần Văn K', ''),
      speakerOf('t', 'Lê Thị H', 'Giám đốc'),
      speakerOf('u', 'Vũ M', ''),
    ]
    const by = (...speakerIds: string[]) => ({
      ...of(sessionOf('x', '07:00', { a: { minutes: 5, speakerIds } })),
      speakers,
    })
    expect(sentences(by('s', 'u'), by('s'))).toEqual([
      '“a”: người trình bày: bớt Vũ M.',
      '“a”: speakers: Vũ M removed.',
    ])
    expect(sentences(by('s', 'u'), by('u', 't'))[0]).toBe(
      '“a”: người trình bày: thêm Lê Thị H, Giám đốc, bớt Trần Văn K.',
    )
  })

  test('says the next day of what goes on past midnight, once', () => {
    const evening = sessionOf('Đêm', '20:00', { 'Biểu diễn': 255, 'Tiễn khách': 15 })
    const added = 'Thêm phiên “Đêm” (20:00–00:30 (hôm sau), thứ Tư 09/9, Đêm, 2 nội dung).'
    expect(sentences(of(), of(evening))[0]).toBe(added)
    const later = of(withItem(evening, 'Tiễn khách', { durationMinutes: 10, title: 'Chia tay' }))
    const own = findAffected(of(evening), { ...later, speakers: [] }).flatMap(({ parts }) => parts)
    expect(own.map((part) => sentenceOfPart(part, vi))).toEqual([
      '“Tiễn khách” nay là “Chia tay”: từ 00:15–00:30 thành 00:15–00:25, thứ Năm 10/9, Đêm',
    ])
    expect(sentences(of(evening), of({ ...evening, startsAt: '20:05' }))[0]).toBe(
      'Phiên “Đêm”: giờ từ 20:00–00:30 (hôm sau) thành 20:05–00:35 (hôm sau).',
    )
  })

  test('says nothing of the order in which sessions were made', () => {
    expect(findChanges(of(lobby, hall), of(hall, lobby))).toEqual([])
    const dayBefore = { ...lobby, date: '2020-09-08' }
    expect(told(of(hall, lobby), of(hall, dayBefore))).toEqual(['Triển lãm changed day'])
  })

  test('says nothing of what only the run sheet tells', () => {
    const cue = { offsetMinutes: 0, speaks: 'MC', standsBy: '', light: '', sound: '', handedOver: '' }
    const inner = { note: 'Phát phim', presidiumWords: 'Kính mời', announcerWords: 'Mời', cues: [cue], version: 9 }
    expect(findChanges(of(hall), of({ ...withItem(hall, 'Báo cáo', inner), version: 7, attendance: 300 }))).toEqual([])
  })

  test('knows the next day from the day after midnight', () => {
    const night = sessionOf('Đêm', '23:00', { a: 120 })
    expect(told(of(night), of({ ...night, date: '2020-09-10' }))).toEqual(['Đêm changed day'])
  })
})

const lengths = fc.dictionary(fc.constantFrom(...'abcdefghij'), fc.integer({ min: 0, max: 90 }), { minKeys: 1 })
const programmes = fc
  .array(fc.tuple(lengths, fc.integer({ min: 6, max: 20 })), { minLength: 1, maxLength: 4 })
  .map((all) =>
    of(
      ...all.map(([items, hour], at) => {
        const own = Object.fromEntries(Object.entries(items).map(([id, minutes]) => [`${String(at)}${id}`, minutes]))
        return sessionOf(`session ${String(at)}`, `${String(hour).padStart(2, '0')}:00`, own)
      }),
    ),
  )

describe('of any programme', () => {
  test('there is no difference to itself', () => {
    fc.assert(
      fc.property(programmes, (programme) => {
        expect(findChanges(programme, structuredClone(programme))).toEqual([])
        expect(findAffected(programme, structuredClone(programme))).toEqual([])
      }),
    )
  })

  test('every item that is changed, goes or comes is told, and nothing of another session', () => {
    const edits = fc.constantFrom('title', 'presenter', 'durationMinutes', 'removed', 'added')
    fc.assert(
      fc.property(programmes, edits, fc.nat(), fc.nat(), (programme, edit, one, two) => {
        const session = programme.sessions[one % programme.sessions.length]!
        const item = session.items[two % session.items.length]!
        const values = { title: `${item.title}!`, presenter: 'Ai đó', durationMinutes: item.durationMinutes + 1 }
        const edited =
          edit === 'removed' || edit === 'added'
            ? without(session, item.id)
            : withItem(session, item.id, { [edit]: values[edit as 'title'] })
        const other = of(...programme.sessions.map((each) => (each === session ? edited : each)))
        const [before, after] = edit === 'added' ? [other, programme] : [programme, other]
        const changes = findChanges(before, after)
        const kind = edit === 'removed' || edit === 'added' ? edit : 'changed'
        expect(changes).toContainEqual(expect.objectContaining({ id: item.id, kind }))
        expect(changes.every(({ before: was, after: is }) => (is ?? was)?.sessionId === session.id)).toBe(true)
        // Read the other way round, the same things are told.
        const ids = (all: { id: string }[]) => all.map(({ id }) => id).sort()
        expect(ids(findChanges(after, before))).toEqual(ids(changes))
      }),
    )
  })

  test('every order, session and place of its items is told', () => {
    fc.assert(
      fc.property(programmes, fc.infiniteStream(fc.nat()), (programme, chance) => {
        const next = (below: number) => (chance.next().value as number) % below
        const items = programme.sessions.flatMap((session) => session.items)
        const to = programme.sessions.map((session): Session => ({ ...session, items: [] }))
        while (items.length > 0) to[next(to.length)]!.items.push(...items.splice(next(items.length), 1))
        const places = (all: readonly Session[]) =>
          all.map((session) => session.items.map(({ id }) => id).join()).join(';')
        const isSame = places(programme.sessions) === places(to)
        expect(findChanges(programme, of(...to)).length > 0).toBe(!isSame)
      }),
    )
  })
})

describe('whom a difference touches', () => {
  const speakers = [
    { id: 's1', name: 'Nguyễn Văn An', post: 'Giám đốc Sở Nội vụ' },
    { id: 's2', name: 'Trần Thị Bình', post: '' },
  ]
  const morning = sessionOf('Sáng', '07:00', {
    'Khai mạc': { minutes: 30, presenter: 'Đồng chí Nguyễn Văn An, Giám đốc Sở Nội vụ', speakerIds: ['s1'] },
    'Tham luận': { minutes: 30, presenter: 'Trần Thị Bình; Hội Nông dân' },
    'Giải lao': { minutes: 15, presenter: '' },
    'Báo cáo': { minutes: 20, presenter: 'Đoàn Chủ tịch' },
  })
  const affected = (after: Session) =>
    findAffected({ sessions: [morning], speakers }, { sessions: [after], speakers }).map(
      ({ who, name, standing, parts }) => [who, name, standing, parts.map((part) => sentenceOfPart(part, vi))],
    )

  test('are those newly asked, those no longer needed and those whose time changed, each with what', () => {
    const after = withItem(
      withItem(morning, 'Tham luận', { presenter: 'Hội Phụ nữ', durationMinutes: 40 }),
      'Giải lao',
      {
        durationMinutes: 5,
      },
    )
    expect(affected(after)).toEqual([
      ['hoi phu nu', 'Hội Phụ nữ', 'asked', ['Mới có: “Tham luận”, 07:30–08:10, thứ Tư 09/9, Sáng']],
      ['s2', 'Trần Thị Bình', 'not-needed', ['Không còn: “Tham luận”, 07:30–08:00, thứ Tư 09/9, Sáng']],
      ['hoi nong dan', 'Hội Nông dân', 'not-needed', ['Không còn: “Tham luận”, 07:30–08:00, thứ Tư 09/9, Sáng']],
    ])
  })

  test('are all who speak in a session that moves, though their items only go along', () => {
    expect(affected({ ...morning, room: 'Hội trường B' }).map(([, name]) => name)).toEqual([
      'Nguyễn Văn An',
      'Trần Thị Bình',
      'Hội Nông dân',
      'Đoàn Chủ tịch',
    ])
    expect(affected({ ...morning, startsAt: '07:10' })[0]?.[3]).toEqual([
      '“Khai mạc”: từ 07:00–07:30 thành 07:10–07:40, thứ Tư 09/9, Sáng',
    ])
  })

  test('are nobody where only words for the run sheet are not the same', () => {
    expect(affected(withItem(morning, 'Báo cáo', { note: 'Bật đèn' }))).toEqual([])
  })

  test('one written differently from day to day is the same while the letters are', () => {
    expect(affected(withItem(morning, 'Báo cáo', { presenter: 'ĐOÀN CHỦ TỊCH' }))).toEqual([])
  })
})

test('a difference of a great conference is found at once', () => {
  const sessions = Array.from({ length: 120 }, (_, at) =>
    sessionOf(
      `s${String(at)}`,
      '09:00',
      Object.fromEntries(Array.from({ length: 12 }, (_each, item) => [`${String(at)}-${String(item)}`, 30])),
    ),
  )
  const after = sessions.map((session, at) => (at % 2 === 0 ? { ...session, startsAt: '10:00' } : session))
  expect(findChanges(of(...sessions), of(...after))).toHaveLength(60)
})
