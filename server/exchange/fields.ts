import { layouts } from './layouts.ts'
import { choice, count, date, figures, text, week, type FieldKind } from './values.ts'

/** How the cells of each field are read and shown. What points at other records (parent, unit …) is resolved elsewhere. */
export const unitFields = {
  name: text(200),
  code: figures('code', 40),
  type: text(80),
  block: text(120),
  staffNumber: count(1_000_000),
  contactName: text(120),
  contactPhone: figures('phone', 60),
  address: text(300),
  validFrom: date(),
  validTo: date(),
  windowFrom: date(),
  windowTo: date(),
} as const satisfies Record<string, FieldKind>

export const venueFields = {
  name: text(200),
  address: text(300),
  capacity: count(200_000),
  layouts: layouts(),
  contactName: text(120),
  contactPhone: figures('phone', 60),
} as const satisfies Record<string, FieldKind>

export const halfDayWords = [
  ['morning', ['Sáng', 'Buổi sáng', 'S', 'morning']],
  ['afternoon', ['Chiều', 'Buổi chiều', 'C', 'afternoon']],
  ['day', ['Cả ngày', '1 ngày', 'Một ngày', 'Ngày', 'Sáng và chiều', 'day', 'whole day']],
] as const

export const assemblyWords = [
  ['everybody', ['Toàn thể', 'Hội nghị toàn thể', 'everybody']],
  ['delegates', ['Đại biểu', 'Hội nghị đại biểu', 'delegates']],
] as const

export const pilotWords = [
  [true, ['Có', 'x', 'Điểm', 'Làm điểm', '1', 'TRUE', 'yes']],
  [false, ['Không', '0', 'FALSE', 'no', '-']],
] as const

export const stateWords = [
  ['planned', ['Dự kiến', 'planned']],
  ['approved', ['Đã duyệt', 'approved']],
  ['preparing', ['Đang chuẩn bị', 'preparing']],
  ['held', ['Đã tổ chức', 'held']],
  ['reported', ['Đã báo cáo', 'reported']],
  ['postponed', ['Hoãn', 'postponed']],
  ['cancelled', ['Hủy', 'Huỷ', 'cancelled']],
] as const

export const congressFields = {
  form: text(200),
  title: text(300),
  theme: text(500),
  ordinal: text(12),
  dateFrom: date(),
  dateTo: date(),
  halfDay: choice(halfDayWords, 'half-day-not-known'),
  weekOf: week(),
  expectedDelegates: count(100_000),
  expectedGuests: count(100_000),
  assembly: choice(assemblyWords, 'assembly-not-known'),
  isPilot: choice(pilotWords, 'yes-or-no'),
  state: choice(stateWords, 'state-not-known'),
  note: text(2000),
  hostBlock: text(120),
  combinedWith: text(200),
} as const satisfies Record<string, FieldKind>
