import { emptyUnit } from '../../../server/units/rules.ts'
import { bareItem, bareSession } from '../../../server/programme/rules.ts'
import type { CongressFacts } from '../../../server/documents/facts.ts'

type Session = CongressFacts['sessions'][number]

const id = (number: number) => `016ae723-22a8-7de3-a928-${String(number).padStart(12, '0')}`

/** Items of ten minutes each. */
export const someItems = (count: number, values: Partial<Session['items'][number]> = {}): Session['items'] =>
  Array.from({ length: count }, (_each, position) => ({
    ...bareItem(),
    id: id(position),
    sessionId: id(1),
    position,
    title: `Nội dung ${String(position + 1)}`,
    durationMinutes: 10,
    fixedStart: null,
    presenter: 'Đoàn Chủ tịch',
    note: 'Việc riêng của Ban Tổ chức',
    version: 1,
    ...values,
  }))

export const aSessionOf = (items: Session['items'], values: Partial<Session> = {}): Session => ({
  ...bareSession,
  id: id(1),
  congressId: id(2),
  position: 0,
  kind: 'official',
  title: 'Phiên chính thức',
  date: '2020-09-09',
  startsAt: '07:00',
  room: '',
  version: 1,
  items,
  ...values,
})

/** The congress of Nam Định V with these sessions. */
export const namDinh = (sessions: Session[], values: Partial<CongressFacts['congress']> = {}): CongressFacts => ({
  congress: {
    id: id(2),
    cycleId: id(3),
    levelId: id(4),
    unitId: id(5),
    form: 'Đại hội Thi đua yêu nước',
    title: 'Đại hội Thi đua yêu nước tỉnh Nam Định lần thứ V (2020 - 2025)',
    folded: '',
    theme: '',
    ordinal: 'V',
    dateFrom: '2020-09-09',
    dateTo: '2020-09-09',
    halfDay: 'morning',
    weekOf: null,
    venueId: null,
    layout: null,
    expectedDelegates: 400,
    expectedGuests: null,
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
    ...values,
  },
  units: [{ ...aUnitRow, name: 'Tỉnh Nam Định', type: 'tỉnh' }],
  venueName: 'Nhà văn hóa Trung tâm tỉnh 3-2',
  sessions,
  twins: new Map(),
})

const aUnitRow: CongressFacts['units'][number] = {
  ...emptyUnit,
  id: id(5),
  folded: '',
  version: 1,
}
