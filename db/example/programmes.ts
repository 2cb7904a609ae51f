import { bareItem, bareSession } from '../../server/programme/rules.ts'
import { addDays } from '../../server/format/dates.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import type { ItemKind, ProgrammeItem, ProgrammeSession, StartingSession } from '../../server/programme/schema.ts'

type Line = [
  title: string,
  minutes: number,
  presenter: string,
  details?: { kind?: ItemKind; fixedStart?: string; note?: string },
]
type Start = Omit<StartingSession, 'items'> & { lines: Line[] }

/**
 * The order of items follows congresses whose programmes were published (Gia Lai and Nghệ An 2020, Hưng Yên and Huế
 * 2025); times and presenters are invented: the programme of Nam Định V with its times was not found.
 */
const provincial: Start[] = [
  {
    kind: 'preparatory',
    title: 'Phiên trù bị',
    dayOffset: -1,
    startsAt: '14:00',
    lines: [
      ['Đón tiếp đại biểu, phát tài liệu, thẻ và phù hiệu', 15, 'Tiểu ban Hậu cần'],
      ['Chào cờ, hát Quốc ca', 5, 'Ban Tổ chức'],
      ['Thông qua chương trình và quy chế làm việc của Đại hội', 10, 'Ban Tổ chức'],
      ['Báo cáo thành phần, số lượng, cơ cấu đại biểu', 15, 'Sở Nội vụ'],
      ['Thông qua danh sách Đoàn Chủ tịch, Đoàn Thư ký', 15, 'Ban Tổ chức'],
      ['Thông báo các đoàn đại biểu, vị trí ngồi và việc đi lại', 10, 'Tiểu ban Hậu cần'],
      ['Duyệt nghi thức khen thưởng', 70, 'Tiểu ban Khen thưởng', { note: 'Chạy thử lần lượt từng đợt lên sân khấu.' }],
    ],
  },
  {
    kind: 'official',
    title: 'Phiên chính thức',
    dayOffset: 0,
    startsAt: '07:00',
    lines: [
      ['Đón tiếp đại biểu, phát tài liệu', 30, 'Tiểu ban Hậu cần'],
      ['Văn nghệ chào mừng', 20, 'Sở Văn hóa, Thể thao và Du lịch', { fixedStart: '07:30' }],
      ['Chào cờ; tuyên bố lý do, giới thiệu đại biểu; mời Đoàn Chủ tịch, Đoàn Thư ký', 10, 'Ban Tổ chức'],
      ['Diễn văn khai mạc', 10, 'Đoàn Chủ tịch', { fixedStart: '08:00', note: 'Truyền hình trực tiếp từ đây.' }],
      [
        'Báo cáo tổng kết phong trào thi đua yêu nước và công tác khen thưởng giai đoạn 2015 - 2020; phương hướng, nhiệm vụ giai đoạn 2020 - 2025',
        30,
        'Đoàn Chủ tịch',
      ],
      ['Tham luận, giao lưu với các điển hình tiên tiến', 50, 'Đoàn Chủ tịch điều hành'],
      ['Giải lao', 15, 'Tiểu ban Hậu cần', { kind: 'break' }],
      [
        'Công bố quyết định và trao tặng danh hiệu thi đua, hình thức khen thưởng',
        45,
        'Tiểu ban Khen thưởng',
        { kind: 'awards' },
      ],
      ['Phát biểu chỉ đạo', 20, 'Lãnh đạo Đảng, Nhà nước'],
      [
        'Phát động thi đua giai đoạn 2020 - 2025; thông qua danh sách đoàn đại biểu dự Đại hội toàn quốc lần thứ X',
        20,
        'Đoàn Chủ tịch',
      ],
      ['Bế mạc, chào cờ', 10, 'Đoàn Chủ tịch'],
    ],
  },
]

const district: Start[] = [
  {
    kind: 'official',
    title: 'Phiên chính thức',
    dayOffset: 0,
    startsAt: '13:30',
    lines: [
      ['Đón tiếp đại biểu', 20, 'Văn phòng HĐND và UBND huyện'],
      ['Văn nghệ chào mừng', 15, 'Trung tâm Văn hóa huyện'],
      ['Chào cờ; tuyên bố lý do, giới thiệu đại biểu', 15, 'Ban Tổ chức'],
      ['Báo cáo tổng kết 5 năm, phương hướng, nhiệm vụ 5 năm tới', 25, 'Đoàn Chủ tịch'],
      ['Tham luận của các điển hình tiên tiến', 45, 'Đoàn Chủ tịch điều hành'],
      ['Giải lao', 10, '', { kind: 'break' }],
      ['Trao tặng danh hiệu thi đua, hình thức khen thưởng', 30, 'Tiểu ban Khen thưởng', { kind: 'awards' }],
      ['Phát biểu của lãnh đạo tỉnh', 15, 'Lãnh đạo tỉnh'],
      ['Phát động thi đua; thông qua danh sách đại biểu dự Đại hội cấp tỉnh', 15, 'Đoàn Chủ tịch'],
      ['Bế mạc', 5, 'Đoàn Chủ tịch'],
    ],
  },
]

const commune: Start[] = [
  {
    kind: 'official',
    title: 'Hội nghị',
    dayOffset: 0,
    startsAt: '07:30',
    lines: [
      ['Đón tiếp đại biểu', 20, 'Văn phòng UBND xã'],
      ['Chào cờ; tuyên bố lý do, giới thiệu đại biểu', 10, 'Ban Tổ chức'],
      ['Báo cáo tổng kết phong trào thi đua 5 năm', 20, 'Chủ tịch UBND xã'],
      ['Ý kiến của các điển hình tiên tiến', 40, 'Chủ tọa điều hành'],
      ['Trao tặng giấy khen', 20, 'Chủ tịch UBND xã', { kind: 'awards' }],
      ['Phát biểu của lãnh đạo huyện', 15, 'Lãnh đạo huyện'],
      ['Phát động thi đua; thông qua danh sách đại biểu dự cấp huyện', 15, 'Chủ tọa'],
      ['Bế mạc', 5, 'Chủ tọa'],
    ],
  },
]

/** Sessions and items of the provincial Congress, one district's and one commune's. */
export const buildProgrammes = (
  congresses: { provincial: Congress; district: Congress; commune: Congress },
  newId: () => string,
): { sessions: ProgrammeSession[]; items: ProgrammeItem[] } => {
  const sessions: ProgrammeSession[] = []
  const items: ProgrammeItem[] = []
  const add = (congress: Congress, starts: readonly Start[]) => {
    for (const [position, { lines, dayOffset, ...start }] of starts.entries()) {
      const date = congress.dateFrom === null ? null : addDays(congress.dateFrom, dayOffset)
      const place = { id: newId(), congressId: congress.id, position, date, room: '' }
      const session = { ...bareSession, ...place, ...start, version: 1 }
      sessions.push(session)
      items.push(...lines.map((line, at) => itemOf(line, { id: newId(), sessionId: session.id, position: at })))
    }
  }
  add(congresses.provincial, provincial)
  add(congresses.district, district)
  add(congresses.commune, commune)
  return { sessions, items }
}

const itemOf = (
  [title, durationMinutes, presenter, details]: Line,
  place: Pick<ProgrammeItem, 'id' | 'sessionId' | 'position'>,
): ProgrammeItem => ({
  ...bareItem(),
  ...place,
  kind: details?.kind ?? 'item',
  title,
  durationMinutes,
  fixedStart: details?.fixedStart ?? null,
  presenter,
  note: details?.note ?? '',
  version: 1,
})
