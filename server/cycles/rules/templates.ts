import type { Static } from 'typebox'
import { unitInSentence } from '../../congresses/rules.ts'
import { usualBounds } from '../../make-up/rules/ages.ts'
import type { BasisDocument, CycleStart, NewCycle, NewLevel } from '../schema.ts'

export type CycleTemplateId = CycleStart['template']

/** Days of a window as month and day of the year in which the top congress is held: `01-01`. */
interface YearSpan {
  from: string
  to: string
}

type LevelTemplate = Omit<NewLevel, 'windowFrom' | 'windowTo'> & {
  window: YearSpan | null
  /** The window holds for the template's own year alone: a later one is convened anew. */
  isOfThatYear?: boolean
}

/** A road to begin with: what the central documents of one cycle say, and what is only proposed, told apart in `unconfirmed`. */
export interface CycleTemplate {
  id: CycleTemplateId
  name: string
  nameEnglish: string
  /** The year of the top congress that the documents speak of; another year starts without documents. */
  year: number | null
  /** The road begins on this day, so many years before its last one. */
  begins: { monthDay: string; yearsBefore: number }
  documents: readonly Static<typeof BasisDocument>[]
  levels: readonly LevelTemplate[]
  /** What no document confirms: proposals to check and change, in both languages. */
  unconfirmed: readonly { vi: string; en: string }[]
}

/** What every level of a template has unless it says otherwise; days, gap, load and rank of leaders are proposals. */
const usual = {
  maxDelegates: null,
  maxDays: 1,
  staffThreshold: null,
  gapBeforeUpperDays: 0,
  leaderMaxPerDay: 2,
  lowestLeaderRank: null,
  rulesOff: [],
  delegateFields: ['email', 'titles', 'education', 'field', 'isDirectWorker'],
  ageBounds: [...usualBounds],
} satisfies Partial<NewLevel>

const emulationCongress = 'Đại hội Thi đua yêu nước'
const modelsConference = 'Hội nghị điển hình tiên tiến'
const workersConference = 'Hội nghị biểu dương những người lao động giỏi, lao động sáng tạo'

const proposals = {
  days: {
    vi: 'Số ngày tối đa, khoảng cách tới đại hội cấp trên, số cuộc một lãnh đạo dự trong ngày và cấp bậc lãnh đạo dự là đề xuất; văn bản trung ương không quy định.',
    en: 'The most days, the gap before the upper congress, the congresses a leader attends in a day and the rank of attending leaders are proposals; no central document sets them.',
  },
  delegates: {
    vi: 'Chưa tìm thấy quy định số đại biểu tối đa từng cấp; để trống.',
    en: 'No maximum of delegates per level was found; left empty.',
  },
  threshold: {
    vi: 'Đơn vị có đúng 200 cán bộ, người lao động: văn bản không nêu rõ họp toàn thể hay đại biểu.',
    en: 'A unit of exactly 200 staff: the document does not settle whether everybody or delegates meet.',
  },
}

/** Hướng dẫn 1149/HD-BTĐKT of 18 June 2019: levels, forms, windows and the threshold of 200 staff. */
const threeLevels: CycleTemplate = {
  id: 'three-levels-2019',
  name: 'Ba cấp (cơ sở, trên cơ sở, tỉnh) như chu kỳ 2019 - 2020',
  nameEnglish: 'Three levels (grassroots, district and department, province) as in 2019–2020',
  year: 2020,
  begins: { monthDay: '05-24', yearsBefore: 1 },
  documents: [
    {
      citation: 'Kế hoạch số 19/KH-HĐTĐKT ngày 24/5/2019 của Hội đồng Thi đua - Khen thưởng Trung ương',
      date: '2019-05-24',
    },
    {
      citation: 'Hướng dẫn số 1149/HD-BTĐKT ngày 18/6/2019 của Ban Thi đua - Khen thưởng Trung ương',
      date: '2019-06-18',
    },
    {
      citation:
        'Quyết định số 500/QĐ-TTg ngày 10/4/2020 của Thủ tướng Chính phủ (Đề án tổ chức Đại hội Thi đua yêu nước toàn quốc lần thứ X)',
      date: '2020-04-10',
    },
  ],
  levels: [
    {
      ...usual,
      name: 'Cấp cơ sở',
      nameEnglish: 'Grassroots',
      forms: [modelsConference, workersConference, emulationCongress],
      window: { from: '01-01', to: '03-31' },
      staffThreshold: 200,
      gapBeforeUpperDays: 7,
      lowestLeaderRank: 'department-head',
    },
    {
      ...usual,
      name: 'Cấp trên cơ sở',
      nameEnglish: 'Districts and departments',
      forms: [emulationCongress, modelsConference],
      window: { from: '04-01', to: '06-30' },
      staffThreshold: 200,
      gapBeforeUpperDays: 20,
      lowestLeaderRank: 'department-head',
    },
    {
      ...usual,
      name: 'Cấp tỉnh',
      nameEnglish: 'Province',
      forms: [emulationCongress],
      window: { from: '07-01', to: '09-30' },
      lowestLeaderRank: 'deputy',
      maxDays: 2,
      gapBeforeUpperDays: 30,
    },
    {
      ...usual,
      name: 'Toàn quốc',
      nameEnglish: 'National',
      forms: [emulationCongress],
      window: { from: '12-09', to: '12-10' },
      isOfThatYear: true,
      maxDays: 2,
    },
  ],
  unconfirmed: [proposals.days, proposals.delegates, proposals.threshold],
}

/** Hướng dẫn 2823/HD-BNV of 21 May 2024 and the two-tier government since 1 July 2025. */
const twoLevels: CycleTemplate = {
  id: 'two-levels-2025',
  name: 'Hai cấp (cơ sở, tỉnh) theo chính quyền địa phương từ 01/7/2025',
  nameEnglish: 'Two levels (grassroots, province) as since July 2025',
  year: 2025,
  begins: { monthDay: '05-20', yearsBefore: 1 },
  documents: [
    {
      citation:
        'Kế hoạch số 01/KH-HĐTĐKT ngày 20/5/2024 của Hội đồng Thi đua - Khen thưởng Trung ương hướng dẫn tổ chức Đại hội Thi đua yêu nước các cấp',
      date: '2024-05-20',
    },
    { citation: 'Hướng dẫn số 2823/HD-BNV ngày 21/5/2024 của Bộ Nội vụ', date: '2024-05-21' },
    {
      citation:
        'Quyết định số 57/QĐ-HĐTĐKT ngày 16/5/2025 (Đề án tổ chức Đại hội Thi đua yêu nước toàn quốc lần thứ XI)',
      date: '2025-05-16',
    },
  ],
  levels: [
    {
      ...usual,
      name: 'Cấp cơ sở',
      nameEnglish: 'Grassroots',
      forms: [
        'Hội nghị tuyên dương điển hình tiên tiến',
        'Hội nghị biểu dương người tốt, việc tốt',
        workersConference,
        emulationCongress,
        modelsConference,
        'Đại hội Thi đua Quyết thắng',
        'Đại hội Thi đua Vì An ninh Tổ quốc',
      ],
      window: { from: '01-01', to: '06-30' },
      staffThreshold: 200,
      gapBeforeUpperDays: 20,
      lowestLeaderRank: 'department-head',
    },
    {
      ...usual,
      name: 'Cấp tỉnh',
      nameEnglish: 'Province',
      forms: [emulationCongress],
      window: { from: '07-01', to: '10-31' },
      lowestLeaderRank: 'deputy',
      maxDays: 2,
      gapBeforeUpperDays: 30,
    },
    {
      ...usual,
      name: 'Toàn quốc',
      nameEnglish: 'National',
      forms: [emulationCongress],
      window: { from: '12-26', to: '12-27' },
      isOfThatYear: true,
      maxDays: 2,
    },
  ],
  unconfirmed: [
    {
      vi: 'Khung thời gian cấp cơ sở (quý I, quý II) lấy theo kế hoạch của tỉnh Lạng Sơn; cấp tỉnh theo các đại hội đã tổ chức năm 2025. Chưa có khung của Hướng dẫn 2823/HD-BNV.',
      en: 'The grassroots window (first two quarters) follows the plan of Lạng Sơn, the province’s the congresses held in 2025. The windows of Hướng dẫn 2823/HD-BNV were not found.',
    },
    {
      vi: 'Mốc 200 cán bộ, người lao động lấy theo Hướng dẫn 1149/HD-BTĐKT năm 2019.',
      en: 'The threshold of 200 staff is that of Hướng dẫn 1149/HD-BTĐKT of 2019.',
    },
    proposals.days,
    proposals.delegates,
  ],
}

/** One level without rules, to be filled in. */
const empty: CycleTemplate = {
  id: 'empty',
  name: 'Lộ trình trống',
  nameEnglish: 'Empty road',
  year: null,
  begins: { monthDay: '01-01', yearsBefore: 1 },
  documents: [],
  levels: [
    {
      ...usual,
      name: 'Cấp cơ sở',
      nameEnglish: 'Grassroots',
      forms: [modelsConference, emulationCongress],
      window: null,
      maxDays: null,
    },
  ],
  unconfirmed: [],
}

export const cycleTemplates: Readonly<Record<CycleTemplateId, CycleTemplate>> = {
  'three-levels-2019': threeLevels,
  'two-levels-2025': twoLevels,
  empty,
}

/** A new road for a unit, ending in `year`, lowest level first. Documents, and the days of the national congress, only for the template's own year. */
export const buildCycle = (
  id: CycleTemplateId,
  { unitId, unitName, year }: { unitId: string; unitName: string; year: number },
): NewCycle => {
  const template = cycleTemplates[id]
  const isOwnYear = template.year === year
  const day = (monthDay: string) => `${String(year)}-${monthDay}`
  return {
    unitId,
    name: `Đường tới ${emulationCongress} ${unitInSentence({ name: unitName, type: '' })} năm ${String(year)}`,
    ordinal: '',
    theme: '',
    startsOn: `${String(year - template.begins.yearsBefore)}-${template.begins.monthDay}`,
    endsOn: day('12-31'),
    documents: isOwnYear ? template.documents.map((document) => ({ ...document })) : [],
    standsOn: null,
    isUpperShown: true,
    levels: template.levels.map(({ window, isOfThatYear = false, ...level }) => {
      const isKnown = window !== null && (isOwnYear || !isOfThatYear)
      return {
        ...level,
        forms: [...level.forms],
        rulesOff: [...level.rulesOff],
        delegateFields: [...level.delegateFields],
        ageBounds: [...level.ageBounds],
        windowFrom: isKnown ? day(window.from) : null,
        windowTo: isKnown ? day(window.to) : null,
      }
    }),
  }
}
