import type { CongressState } from '../congresses/schema.ts'
import type { Language } from '../format/dates.ts'
import type { FeedKind } from './schema.ts'

interface FeedWords {
  states: Record<CongressState, string>
  /** What a calendar is called before its target's name. */
  calendars: Record<FeedKind, string>
  unit: string
  contact: string
  leaders: string
  state: string
  away: string
  /** Of an event that the calendar holds no more. */
  gone: string
}

/** The few words that a calendar of a telephone shows. */
export const feedWords: Readonly<Record<Language, FeedWords>> = {
  vi: {
    states: {
      planned: 'dự kiến',
      approved: 'đã duyệt',
      preparing: 'đang chuẩn bị',
      held: 'đã tổ chức',
      reported: 'đã báo cáo',
      postponed: 'hoãn',
      cancelled: 'hủy',
    },
    calendars: { unit: 'Hội nghị', level: 'Hội nghị', venue: 'Hội trường', leader: 'Lịch' },
    unit: 'Đơn vị',
    contact: 'Liên hệ',
    leaders: 'Lãnh đạo dự',
    state: 'Trạng thái',
    away: 'Vắng',
    gone: 'Không còn trong lịch này.',
  },
  en: {
    states: {
      planned: 'planned',
      approved: 'approved',
      preparing: 'in preparation',
      held: 'held',
      reported: 'reported',
      postponed: 'postponed',
      cancelled: 'cancelled',
    },
    calendars: { unit: 'Congresses', level: 'Congresses', venue: 'Venue', leader: 'Schedule' },
    unit: 'Unit',
    contact: 'Contact',
    leaders: 'Leaders attending',
    state: 'State',
    away: 'Away',
    gone: 'No longer in this calendar.',
  },
}
