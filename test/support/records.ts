import type { NewBooking } from '../../server/bookings/schema.ts'
import type { NewCall } from '../../server/calls/schema.ts'
import { unknownYet } from '../../server/congresses/rules.ts'
import type { NewCongress } from '../../server/congresses/schema.ts'
import type { NewCycle, NewLevel } from '../../server/cycles/schema.ts'
import { openFields } from '../../server/people/schema.ts'
import type { NewItem, NewSession, NewSpeaker } from '../../server/programme/schema.ts'
import type { ResultChange } from '../../server/results/schema.ts'
import { emptyUnit } from '../../server/units/rules.ts'
import type { NewUnit } from '../../server/units/schema.ts'
import { emptyVenue } from '../../server/venues/rules.ts'
import type { NewVenue } from '../../server/venues/schema.ts'

/** A new unit with nothing filled in but what the test cares for. */
export const aUnit = (values: Partial<NewUnit>): NewUnit => ({
  ...emptyUnit,
  name: 'Xã Hải Anh',
  ...values,
})

export const aVenue = (unitId: string): NewVenue => ({ unitId, name: 'Nhà văn hóa', ...emptyVenue, capacity: 300 })

/** An evening's rehearsal that goes on past midnight. */
export const aBooking = (venueId: string, values: Partial<NewBooking> = {}): NewBooking => ({
  venueId,
  kind: 'rehearsal',
  fromDay: '2020-03-11',
  fromTime: '19:00',
  toDay: '2020-03-12',
  toTime: '01:00',
  repeats: 'none',
  repeatsUntil: null,
  bookedBy: 'Đoàn văn công tỉnh',
  note: '',
  ...values,
})

export const aCalendarDay = (unitId: string | null) => ({
  from: '2020-09-23',
  to: '2020-09-25',
  kind: 'party-congress' as const,
  name: 'Đại hội Đảng bộ tỉnh',
  sinceYear: null as number | null,
  unitId,
  basis: '',
})

export const aPost = (unitId: string) => ({ unitId, name: 'Phó Chủ tịch UBND', phone: '', rank: null, holders: [] })

export const aLeave = (personId: string) => ({
  personId,
  from: '2020-07-06',
  fromHalf: 'morning' as const,
  to: '2020-07-07',
  toHalf: 'afternoon' as const,
  reason: 'Đi công tác',
})

export const aFeed = (unitId: string) => ({ kind: 'unit', targetId: unitId, name: 'Điện thoại', language: 'vi' })

export const aLevel = (values: Partial<NewLevel> = {}): NewLevel => ({
  name: 'Cấp cơ sở',
  nameEnglish: 'Grassroots',
  forms: ['Hội nghị điển hình tiên tiến'],
  windowFrom: '2020-01-01',
  windowTo: '2020-03-31',
  maxDelegates: null,
  maxDays: 1,
  staffThreshold: 200,
  gapBeforeUpperDays: 20,
  leaderMaxPerDay: 2,
  lowestLeaderRank: null,
  rulesOff: [],
  delegateFields: [...openFields],
  ageBounds: [30, 40, 50, 60, 70],
  ...values,
})

export const aCycle = (unitId: string, levels: NewLevel[] = [aLevel()]): NewCycle => ({
  unitId,
  name: 'Đường tới Đại hội V',
  ordinal: 'V',
  theme: '',
  startsOn: '2019-06-01',
  endsOn: '2020-12-31',
  documents: [],
  standsOn: null,
  isUpperShown: true,
  levels,
})

export const aCongress = (
  place: { cycleId: string; levelId: string; unitId: string },
  values: Partial<NewCongress> = {},
): NewCongress => ({
  ...place,
  form: 'Hội nghị điển hình tiên tiến',
  title: 'Hội nghị điển hình tiên tiến xã Hải Anh',
  ...unknownYet,
  dateFrom: '2020-03-12',
  dateTo: '2020-03-12',
  expectedDelegates: 120,
  expectedGuests: 10,
  ...values,
})

export const aCall = (unitId: string, values: Partial<NewCall> = {}): NewCall => ({
  unitId,
  congressId: null,
  spokeWith: 'Bà Lan, văn phòng',
  phone: '0228 3849 123',
  said: 'Hội trường sửa xong, giữ ngày 12/3.',
  callBackOn: null,
  ...values,
})

/** Tells that the congress of `aCongress` was held on its day. */
export const aResult = (values: Partial<ResultChange> = {}): ResultChange => ({
  heldFrom: '2020-03-12',
  heldTo: '2020-03-12',
  presentDelegates: 118,
  presentGuests: 9,
  honours: [{ kind: 'giay-khen-xa', collectives: 3, individuals: 12 }],
  chosenUpward: 4,
  reportNumber: '',
  reportDate: null,
  sourceKind: 'own',
  source: '',
  note: '',
  version: 0,
  congressVersion: 1,
  ...values,
})

export const aSession = (): NewSession => ({
  kind: 'official',
  title: 'Phiên chính thức',
  date: '2020-03-12',
  startsAt: '07:30',
  room: '',
})

export const aSpeaker = (values: Partial<NewSpeaker> = {}): NewSpeaker => ({
  name: 'Trần Thị Bình',
  post: 'Chủ tịch Hội Phụ nữ',
  state: 'asked',
  withdrawnOn: null,
  note: '',
  ...values,
})

export const anItem = (values: Partial<NewItem> = {}): NewItem => ({
  title: 'Chào cờ',
  durationMinutes: 10,
  fixedStart: null,
  presenter: 'Ban Tổ chức',
  note: '',
  position: null,
  ...values,
})
