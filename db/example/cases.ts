import type { Assembly, CongressState, HalfDay } from '../../server/congresses/schema.ts'
import type { PostKey } from './posts.ts'

/** The Monday on which the example stands: some have met, some are late, some are still to come. */
export const standsOn = '2020-06-22'

/** Why a congress left its first date: as it stands in the history. */
export interface Move {
  reason: string
  paperNumber: string
  /** Day of the decision. */
  on: string
}

export const moves = {
  epidemic: { reason: 'Tạm hoãn để phòng, chống dịch COVID-19', paperNumber: 'CT 15/CT-TTg', on: '2020-03-27' },
  merger: {
    reason: 'Chờ kiện toàn bộ máy xã mới và phòng, chống dịch COVID-19',
    paperNumber: 'CT 15/CT-TTg',
    on: '2020-03-27',
  },
  session: { reason: 'Trùng kỳ họp Hội đồng nhân dân huyện', paperNumber: '', on: '2020-06-10' },
} satisfies Record<string, Move>

/** What becomes of one unit's congress; what is left out is chosen by chance or by the rules. */
export interface Course {
  state: CongressState
  date?: string
  /** Last day, where there is more than one. */
  lastDate?: string
  halfDay?: HalfDay
  weekOf?: string
  formerDate?: string
  move?: Move
  /** The decision that approved it; else a day by chance and no paper. */
  approval?: Move
  isPilot?: boolean
  posts?: PostKey[]
  /** Meets in the hall of the province and not in its own. */
  isInProvincialHall?: boolean
  assembly?: Assembly
  delegates?: number
  guests?: number
  form?: string
}

/**
 * Units whose course is not left to chance, by code or name. All days are invented; together they show one conflict of
 * each kind that an office meets, and the districts that wait for their last communes.
 */
export const cases: Readonly<Record<string, Course>> = {
  // Districts. Two share a leader on one morning; two come after the window because of their communes.
  'Thành phố Nam Định': { state: 'held', date: '2020-06-18', halfDay: 'morning' },
  'Huyện Mỹ Lộc': { state: 'reported', date: '2020-05-27', halfDay: 'morning' },
  'Huyện Vụ Bản': { state: 'held', date: '2020-06-11', halfDay: 'morning' },
  'Huyện Giao Thủy': { state: 'held', date: '2020-06-09', halfDay: 'morning' },
  'Huyện Hải Hậu': { state: 'reported', date: '2020-06-05', halfDay: 'morning', isPilot: true },
  'Huyện Ý Yên': {
    state: 'preparing',
    date: '2020-06-24',
    halfDay: 'afternoon',
    formerDate: '2020-06-18',
    move: moves.session,
    posts: ['standing'],
  },
  'Huyện Trực Ninh': { state: 'preparing', date: '2020-06-26', halfDay: 'morning', posts: ['culture'] },
  'Huyện Xuân Trường': { state: 'approved', date: '2020-06-26', halfDay: 'morning', posts: ['culture', 'emulation'] },
  'Huyện Nam Trực': {
    state: 'postponed',
    date: '2020-07-14',
    halfDay: 'morning',
    formerDate: '2020-04-22',
    move: moves.epidemic,
    posts: ['council'],
  },
  'Huyện Nghĩa Hưng': {
    state: 'approved',
    date: '2020-07-16',
    halfDay: 'morning',
    formerDate: '2020-04-24',
    move: moves.epidemic,
    posts: ['economy'],
  },

  // Agencies and forces.
  'Sở Nội vụ': { state: 'reported', date: '2020-05-07', halfDay: 'morning', isPilot: true },
  'Sở Giáo dục và Đào tạo': { state: 'held', date: '2020-06-11', halfDay: 'morning' },
  'Công an tỉnh': {
    state: 'reported',
    date: '2020-05-28',
    halfDay: 'morning',
    assembly: 'delegates',
    form: 'Đại hội Thi đua yêu nước',
  },
  // One hall, one morning.
  'Sở Nông nghiệp và Phát triển nông thôn': {
    state: 'preparing',
    date: '2020-06-25',
    halfDay: 'morning',
    isInProvincialHall: true,
    posts: ['economy'],
    delegates: 250,
  },
  'Sở Lao động - Thương binh và Xã hội': {
    state: 'approved',
    date: '2020-06-25',
    halfDay: 'morning',
    isInProvincialHall: true,
    posts: ['front'],
    delegates: 200,
  },
  // Everybody of 260 in a hall of 200, and the third congress of one leader on one day.
  'Sở Y tế': {
    state: 'preparing',
    date: '2020-06-26',
    halfDay: 'afternoon',
    posts: ['culture'],
    assembly: 'everybody',
    delegates: 260,
    guests: 15,
  },
  'Tỉnh Đoàn': { state: 'approved', date: '2020-06-27', halfDay: 'morning', posts: ['front'] },
  'Bộ Chỉ huy Bộ đội Biên phòng tỉnh': {
    state: 'preparing',
    date: '2020-06-29',
    lastDate: '2020-06-30',
    halfDay: 'day',
    posts: ['standing'],
    assembly: 'delegates',
    form: 'Đại hội Thi đua yêu nước',
  },
  // Twelve days before the provincial Congress.
  'Bộ Chỉ huy Quân sự tỉnh': {
    state: 'planned',
    date: '2020-08-28',
    halfDay: 'morning',
    posts: ['standing'],
    assembly: 'delegates',
    form: 'Đại hội Thi đua yêu nước',
  },

  // Communes: merged ones that had to wait, one near a Party congress, a pilot that others overtake.
  '13906': { state: 'reported', date: '2020-03-12', halfDay: 'morning' },
  '13951': {
    state: 'postponed',
    date: '2020-06-26',
    halfDay: 'morning',
    formerDate: '2020-04-01',
    move: moves.merger,
    delegates: 120,
    guests: 15,
  },
  '13795': { state: 'preparing', date: '2020-06-23', halfDay: 'morning', formerDate: '2020-04-03', move: moves.merger },
  '14236': { state: 'preparing', date: '2020-06-24', halfDay: 'afternoon' },
  '13990': { state: 'approved', date: '2020-06-30', halfDay: 'morning', isPilot: true },
}
