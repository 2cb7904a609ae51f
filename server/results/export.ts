import type { Duty } from '../accounts/schema.ts'
import { writeTable } from '../exchange/writing/write-workbook.ts'
import type { Written } from '../exchange/writing/looks.ts'
import { wordOf } from '../documents/templates.ts'
import { stateWords } from '../exchange/fields.ts'
import type { Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { formatShortDate } from '../format/dates.ts'
import { formatNumber } from '../format/numbers.ts'
import { templateOfRoad } from '../templates/source.ts'
import { gatherResults } from './gather.ts'
import { sumResults } from './rules/sums.ts'

const headings = [
  'Đơn vị',
  'Cấp',
  'Tên hội nghị, đại hội',
  'Trạng thái',
  'Ngày họp',
  'Đến ngày',
  'Đại biểu có mặt',
  'Khách mời có mặt',
  'Tập thể được khen',
  'Cá nhân được khen',
  'Chọn dự cấp trên',
  'Số báo cáo',
  'Ngày báo cáo',
  'Ghi chú',
]

/** The results of a cycle, a row for each congress with its honours kind by kind, as the account may see them. */
export const exportResults = async (office: Office, duties: readonly Duty[], cycleId: string) => {
  const facts = await gatherResults(office.db.read, cycleId, duties)
  const today = todayOf(office, facts.cycle.standsOn)
  const { road } = sumResults({ ...facts, today })
  const template = await templateOfRoad(office.db.read, cycleId, 'results-table')
  const used = facts.kinds.filter(({ key }) =>
    facts.results.some(({ honours }) => honours.some(({ kind }) => kind === key)),
  )
  const units = new Map(facts.units.map(({ id, name }) => [id, name]))
  const levels = new Map(facts.levels.map(({ id, name }) => [id, name]))
  const states = new Map<string, string>(stateWords.map(([state, [word = '']]) => [state, word]))
  const results = new Map(facts.results.map((result) => [result.congressId, result]))
  const count = (number: number) => formatNumber(number, 'vi')
  const day = (date: string | null | undefined): Written => (date ? { date } : null)
  const rows = facts.congresses.map((congress): Written[] => {
    const result = results.get(congress.id)
    const honours = result?.honours ?? []
    const sum = (name: 'collectives' | 'individuals') =>
      result ? honours.reduce((all, each) => all + each[name], 0) : null
    const ofKind = used.flatMap(({ key }): Written[] => {
      const found = honours.find(({ kind }) => kind === key)
      return [found?.collectives ?? null, found?.individuals ?? null]
    })
    return [
      units.get(congress.unitId) ?? '',
      levels.get(congress.levelId) ?? '',
      congress.title,
      states.get(congress.state) ?? '',
      day(congress.dateFrom),
      day(congress.dateTo),
      result?.presentDelegates ?? null,
      result?.presentGuests ?? null,
      sum('collectives'),
      sum('individuals'),
      result?.chosenUpward ?? null,
      result?.reportNumber ?? '',
      day(result?.reportDate),
      result?.note ?? '',
      ...ofKind,
    ]
  })
  const bytes = await writeTable({
    name: 'Kết quả',
    above: [
      `Kết quả hội nghị, đại hội - ${facts.cycle.name}`,
      `Tính đến ngày ${formatShortDate(today, 'vi')}: đã tổ chức ${count(road.held)}/${count(road.total)}, trong đó ${count(road.reported)} đã báo cáo, ${count(road.withoutFigures)} chưa có số liệu; chậm ${count(road.late)}, hoãn ${count(road.postponed)}; khen thưởng ${count(road.collectives)} tập thể, ${count(road.individuals)} cá nhân.`,
      wordOf(template, 'vi', 'legend'),
    ],
    headings: [...headings, ...used.flatMap(({ name }) => [`${name}: tập thể`, `${name}: cá nhân`])],
    rows,
    choices: new Map(),
  })
  return { name: `Kết quả - ${facts.cycle.name}`, bytes }
}
