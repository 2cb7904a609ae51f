import type { Row } from '../../../db/rows.ts'
import { addFault, hasError, judge, type Draft, type Judged } from '../../exchange/draft.ts'
import type { ImportFault } from '../../exchange/schema.ts'
import { count, date, text, type Value } from '../../exchange/values.ts'
import type { Office } from '../../office.ts'
import { closeRow } from '../../results/actions.ts'
import { listResults } from '../../results/queries.ts'
import { checkResult, honourKindsOf } from '../../results/rules.ts'
import type { HonourCount, HonourKind, ResultValues } from '../../results/schema.ts'
import { todayOf } from '../../road/actions.ts'
import { formField, type FormField } from '../form-field.ts'
import type { FormAnswer, FormKind, FormRoad, FormTarget, OpenForm } from '../form.ts'

/** A unit reports what its congress brought; importing it closes the congress. */
export const resultForm: FormKind = {
  id: 'result',
  title: 'Phiếu báo cáo kết quả hội nghị, đại hội',
  shortTitle: 'Báo cáo kết quả',
  isTable: false,
  lead: ['Xin ghi vào các ô màu vàng. Mục không có thì để trống.'],
  open: async (office, read, road) =>
    openResult(office, road, await listResults(read, road.facts.cycle.id), honourKindsOf(road.facts.cycle)),
}

const people = count(100_000)
const number = { kind: people, isNumber: true } as const

const fieldsOf = (kinds: readonly HonourKind[]): FormField[] => [
  formField('heldFrom', 'Ngày tổ chức', 'Ngày/tháng/năm, ví dụ 12/3/2020', {
    kind: date(),
    isRequired: true,
    group: 'days',
  }),
  formField('heldTo', 'Ngày kết thúc', 'Chỉ ghi khi họp nhiều ngày', { kind: date(), group: 'days' }),
  formField('presentDelegates', 'Số đại biểu có mặt', 'Chỉ ghi số', number),
  formField('presentGuests', 'Số khách mời có mặt', 'Chỉ ghi số', number),
  ...kinds.flatMap(honourFields),
  formField('chosenUpward', 'Số đại biểu bầu chọn dự cấp trên', 'Chỉ ghi số', number),
  formField('reportNumber', 'Số báo cáo', 'Số, ký hiệu báo cáo kết quả, ví dụ 12/BC-UBND', { kind: text(80) }),
  formField('reportDate', 'Ngày báo cáo', 'Ngày/tháng/năm', { kind: date() }),
  formField('note', 'Ghi chú', '', { kind: text(2000) }),
]

const parties = ['collectives', 'individuals'] as const
type Party = (typeof parties)[number]
const partyWords: Record<Party, string> = { collectives: 'tập thể', individuals: 'cá nhân' }

const honourFields = ({ key, name, receivers }: HonourKind): FormField[] =>
  parties
    .filter((party) => receivers === 'both' || receivers === party)
    .map((party) => formField(honourField(key, party), `${name} – ${partyWords[party]}`, 'Số lượng được khen', number))

const honourField = (key: string, party: Party) => `honours.${key}.${party}`

/** A congress that is to be closed, as it stands. */
interface Place {
  congress: Row<'congresses'>
  result: Row<'results'> | undefined
}

const openResult = (
  office: Office,
  { facts, scope }: FormRoad,
  results: readonly Row<'results'>[],
  kinds: readonly HonourKind[],
): OpenForm => {
  const fields = fieldsOf(kinds)
  const congresses = new Map(scope.congresses.map((congress) => [congress.id, congress as Row<'congresses'>]))
  const byCongress = new Map(results.map((result) => [result.congressId, result]))
  const placeOf = ({ congressId }: FormTarget): Place | null => {
    const congress = congresses.get(congressId)
    return congress ? { congress, result: byCongress.get(congressId) } : null
  }
  const show = (field: string, value: Value) => fields.find(({ name }) => name === field)?.kind?.show(value) ?? ''
  const today = todayOf(office, facts.cycle.standsOn)
  return {
    fields,
    has: (target) => placeOf(target) !== null,
    standing: (target) => {
      const place = placeOf(target)
      if (!place) return {}
      const stands = standsOf(place)
      return Object.fromEntries(fields.map(({ name }) => [name, show(name, stands[name] ?? null)]))
    },
    choices: () => ({}),
    plan: (answers) => {
      const parts = answers.flatMap((answer) => {
        const place = placeOf(answer.target)
        return place ? [{ answer, place, values: valuesOf(answer, place, kinds) }] : []
      })
      const judged = parts.map(({ answer, place, values }): Judged => {
        if (!hasError(answer.draft)) noteFaults(answer.draft, place, values, { kinds, today })
        const names = fields.map(({ name }) => name)
        return judge(answer.draft, names, { id: place.congress.id, stands: standsOf(place) }, show)
      })
      return {
        judged,
        write: async (rows, actor) => {
          for (const [index, { place, values }] of parts.entries()) {
            if (judged[index]?.shown.state !== 'changed') continue
            const { congress, result } = place
            const versions = { congressVersion: congress.version, resultVersion: result?.version ?? 0 }
            await closeRow(office, actor, rows, { cycle: facts.cycle, congress, result, ...versions }, values)
          }
        },
      }
    },
  }
}

/** Nothing stands of a congress that was not closed: the day on which it was to be held is not that on which it was. */
const standsOf = ({ congress, result }: Place): Record<string, Value> => {
  if (!result) return {}
  const { presentDelegates, presentGuests, chosenUpward, reportNumber, reportDate, note, honours } = result
  const { dateFrom, dateTo } = congress
  return {
    heldFrom: dateFrom,
    heldTo: dateTo === dateFrom ? null : dateTo,
    presentDelegates,
    presentGuests,
    ...Object.fromEntries(honours.flatMap(shownHonours)),
    chosenUpward,
    reportNumber,
    reportDate,
    note,
  }
}

/** None honoured is not told. */
const shownHonours = (honour: HonourCount): [string, Value][] =>
  parties.map((party) => [honourField(honour.kind, party), honour[party] === 0 ? null : honour[party]])

/** Everything that closing would keep: what the answer says over what stands. */
const valuesOf = ({ draft, fileName }: FormAnswer, place: Place, kinds: readonly HonourKind[]): ResultValues => {
  const stands = standsOf(place)
  const of = <T extends Value>(field: string): T | null =>
    (draft.values.get(field) ?? stands[field] ?? null) as T | null
  const heldFrom = of<string>('heldFrom') ?? ''
  // A new first day alone is a congress of one day.
  const heldTo = draft.values.has('heldFrom') ? draft.values.get('heldTo') : of<string>('heldTo')
  return {
    heldFrom,
    heldTo: typeof heldTo === 'string' ? heldTo : heldFrom,
    presentDelegates: of<number>('presentDelegates'),
    presentGuests: of<number>('presentGuests'),
    honours: honoursOf(of, place, kinds),
    chosenUpward: of<number>('chosenUpward'),
    reportNumber: of<string>('reportNumber') ?? '',
    reportDate: of<string>('reportDate'),
    sourceKind: 'workbook',
    source: fileName,
    note: of<string>('note') ?? '',
  }
}

const honoursOf = (
  of: (field: string) => Value,
  { result }: Place,
  kinds: readonly HonourKind[],
): ResultValues['honours'] => {
  const known = new Set(kinds.map(({ key }) => key))
  const others = result?.honours.filter(({ kind }) => !known.has(kind)) ?? []
  const counted = kinds.map(({ key }) => ({
    kind: key,
    collectives: Number(of(honourField(key, 'collectives')) ?? 0),
    individuals: Number(of(honourField(key, 'individuals')) ?? 0),
  }))
  return [...counted.filter(({ collectives, individuals }) => collectives + individuals > 0), ...others]
}

/** What no page could save is an error here too. */
const noteFaults = (
  draft: Draft,
  { congress }: Place,
  values: ResultValues,
  by: { kinds: readonly HonourKind[]; today: string },
) => {
  const { faults, problem } = checkResult(congress, values, by)
  // A congress of one day tells its last day by its first.
  const placeOf = (field: string) => (field === 'heldTo' && !draft.values.has('heldTo') ? 'heldFrom' : field)
  for (const { field, rule } of faults) addFault(draft, placeOf(field), codes[rule] ?? 'result-not-fitting')
  if (problem === 'date-in-future') addFault(draft, placeOf('heldTo'), 'day-in-future')
  else if (problem) addFault(draft, 'heldFrom', 'not-to-be-closed')
}

const codes: Readonly<Record<string, ImportFault>> = {
  reversed: 'dates-reversed',
  'not-a-date': 'not-a-date',
  'before-held': 'report-before-held',
  'in-future': 'day-in-future',
}
