import { englishTwins } from '../english/twins.ts'
import { bareItem, bareSession } from '../programme/rules.ts'
import { emptyUnit } from '../units/rules.ts'
import type { ReleasedPair } from './kinds/programme-changes.ts'
import type { ListRow } from './list-rows.ts'
import type { ProgrammeItem } from '../programme/schema.ts'
import type { CongressFacts } from './facts.ts'
import { listProgrammeTemplates, type LoadedProgramme } from './programme-templates.ts'
import type { ListColumn } from './schema.ts'
import type { Template } from './templates.ts'

/** A small list to look at a paper with, as the list's own file gives it. */
export const sampleRows = (columns: readonly ListColumn[]): ListRow[] => {
  const count = Math.max(0, ...columns.map(({ samples }) => samples.length))
  return Array.from({ length: count }, (_, at) => ({
    id: `sample-${String(at)}`,
    values: Object.fromEntries(columns.map(({ name, samples }) => [name, samples[at % samples.length] ?? ''])),
  }))
}

/** One row of the longest that is likely to come, to look at a paper's worst case; what a kind chooses its rows by is as it chooses. */
export const longestRows = (columns: readonly ListColumn[], where: Template['where'] = {}): ListRow[] =>
  columns.length === 0
    ? []
    : [
        {
          id: 'longest',
          values: Object.fromEntries(columns.map(({ name, longest }) => [name, where[name]?.[0] ?? longest])),
        },
      ]

const sampleId = (number: number) => `016ae723-22a8-7de3-a928-${String(number).padStart(12, '0')}`

/** The longest that is likely to come in one line of a paper. */
export const longestUnit =
  'Ban Quản lý dự án đầu tư xây dựng các công trình nông nghiệp và phát triển nông thôn tỉnh Nam Định'

/**
 * A congress to look at a paper with where there is none yet: the one that `templates/shared.yaml` samples, with a
 * programme that ships. `isLongest`: with a host whose name is as long as they come.
 */
export const sampleFacts = async ({ isLongest }: { isLongest: boolean }): Promise<CongressFacts> => {
  const programmes = await listProgrammeTemplates()
  const outline = programmes.find(({ id }) => id === 'provincial-two-sessions') ?? programmes[0]
  const unit = isLongest ? longestUnit : 'Tỉnh Nam Định'
  return {
    congress: {
      id: sampleId(1),
      cycleId: sampleId(2),
      levelId: sampleId(3),
      unitId: sampleId(4),
      form: 'Đại hội Thi đua yêu nước',
      title: `Đại hội Thi đua yêu nước ${isLongest ? longestUnit : 'tỉnh Nam Định'} lần thứ V (2020 - 2025)`,
      folded: '',
      theme: 'Đoàn kết, sáng tạo, kỷ cương',
      ordinal: 'V',
      dateFrom: '2020-09-09',
      dateTo: '2020-09-09',
      halfDay: 'morning',
      weekOf: null,
      venueId: null,
      layout: null,
      expectedDelegates: 353,
      expectedGuests: 47,
      assembly: null,
      isPilot: false,
      hostUnitIds: [],
      hostBlock: '',
      combinedWith: '',
      upperCongressId: null,
      postIds: [],
      note: '',
      state: 'preparing',
      isDateInvented: false,
      formerDate: null,
      formerDateTo: null,
      version: 1,
    },
    units: [{ ...emptyUnit, id: sampleId(4), name: unit, type: isLongest ? '' : 'tỉnh', folded: '', version: 1 }],
    venueName: 'Nhà văn hóa Trung tâm tỉnh 3-2',
    venueAddress: 'thành phố Nam Định',
    sessions: sampleSessions(outline),
    deadlines: ['2020-07-10'],
    twins: await englishTwins(),
  }
}

const sampleSessions = (outline: LoadedProgramme | undefined): CongressFacts['sessions'] =>
  (outline?.sessions ?? []).map(({ items, ...session }, at) => ({
    ...bareSession,
    id: sampleId(100 + at),
    congressId: sampleId(1),
    position: at,
    kind: session.kind,
    title: session.title.vi,
    date: session.day < 0 ? '2020-09-08' : '2020-09-09',
    startsAt: session.startsAt,
    room: '',
    version: 1,
    items: items.map(({ title, durationMinutes, fixedStart = null, presenter, note }, position) => ({
      ...bareItem(),
      id: sampleId(1000 * (at + 1) + position),
      sessionId: sampleId(100 + at),
      position,
      title: title.vi,
      durationMinutes,
      fixedStart,
      presenter: presenter?.vi ?? '',
      note: note?.vi ?? '',
      version: 1,
      ...(session.kind === 'official' ? saidAndCued[title.vi] : undefined),
    })),
  }))

/** What is said and done at two items of the sample, so that its run sheet and its script show what they can hold. */
const saidAndCued: Readonly<Record<string, Partial<ProgrammeItem>>> = {
  'Chào cờ, hát Quốc ca': {
    announcerWords: 'Kính mời toàn thể đại biểu đứng dậy, chỉnh đốn trang phục, làm lễ chào cờ.',
    cues: [
      {
        ...{
          offsetMinutes: 0,
          speaks: 'Người dẫn chương trình',
          standsBy: 'Đội nghi lễ',
          light: 'Sáng toàn hội trường',
        },
        ...{ sound: 'Nhạc Quốc ca, bản có lời', handedOver: '' },
      },
      {
        ...{ offsetMinutes: 4, speaks: '', standsBy: 'Đoàn Chủ tịch', light: 'Tập trung sân khấu', sound: 'Tắt nhạc' },
        handedOver: 'Thư ký đưa chương trình lên bàn Đoàn Chủ tịch',
      },
    ],
  },
  'Văn nghệ chào mừng': {
    cues: [
      {
        ...{ offsetMinutes: 0, speaks: 'Người dẫn chương trình', standsBy: 'Đội văn nghệ', light: 'Sân khấu' },
        ...{ sound: 'Micro không dây số 1, 2', handedOver: '' },
      },
    ],
  },
}

/** Two releases to look at a paper with that tells what changed: an item each added, removed, retimed, reworded. */
export const samplePair = ({ sessions }: CongressFacts): ReleasedPair => {
  const told = { kind: 'release', day: '2020-08-28', note: '' } as const
  const after = sessions.map((session) => {
    const items = session.items.slice(1).map((item, at) => {
      if (at === 1) return { ...item, durationMinutes: item.durationMinutes + 5 }
      if (at === 2) return { ...item, presenter: longestUnit }
      return at === 3 ? { ...item, title: `${item.title}; ${longestUnit}` } : item
    })
    const [first] = items
    const added = first ? [{ ...first, id: `${first.id}-added`, presenter: 'Đồng chí Nguyễn Văn An' }] : []
    return { ...session, items: [...items, ...added] }
  })
  return {
    before: { ...told, number: 2, name: 'Bản 2', content: { sessions, speakers: [] } },
    after: { ...told, number: 3, name: 'Bản 3', content: { sessions: after, speakers: [] } },
  }
}
