import type { Row } from '../../../db/rows.ts'
import { addFault, judge, textOf, type Draft, type Judged } from '../../exchange/draft.ts'
import { congressFields, halfDayWords, unitFields } from '../../exchange/fields.ts'
import { planCongressRows } from '../../exchange/import-congresses.ts'
import { planKnownCongress } from '../../exchange/plan-congresses.ts'
import { plainName } from '../../exchange/unit-names.ts'
import type { Value } from '../../exchange/values.ts'
import { isPhoneRefused } from '../../format/phones.ts'
import { foldForSearch } from '../../format/search.ts'
import { newId, type Office } from '../../office.ts'
import { linesOf } from '../../road/rules.ts'
import { emptyVenue } from '../../venues/rules.ts'
import { formField, type FormField } from '../form-field.ts'
import type { FormAnswer, FormKind, FormRoad, FormTarget, OpenForm } from '../form.ts'

/** A unit registers when and where it holds its congress, and who is to be called. */
export const scheduleForm: FormKind = {
  id: 'schedule',
  title: 'Phiếu đăng ký thời gian, địa điểm hội nghị, đại hội',
  shortTitle: 'Đăng ký lịch',
  isTable: false,
  lead: ['Xin ghi vào các ô màu vàng. Ô để trống thì giữ nguyên nội dung đã có.'],
  open: async (office, _read, road) => openSchedule(office, road),
}

const fields: readonly FormField[] = [
  formField('dateFrom', 'Ngày tổ chức', 'Ngày/tháng/năm, ví dụ 12/3/2020', {
    kind: congressFields.dateFrom,
    isRequired: true,
    group: 'days',
  }),
  formField('dateTo', 'Ngày kết thúc', 'Chỉ ghi khi họp nhiều ngày', { kind: congressFields.dateTo, group: 'days' }),
  formField('halfDay', 'Buổi', 'Chọn trong danh sách', { kind: congressFields.halfDay }),
  formField('venue', 'Địa điểm', 'Chọn trong danh sách, nơi khác thì ghi tên'),
  formField('expectedDelegates', 'Số đại biểu dự kiến', 'Chỉ ghi số', {
    kind: congressFields.expectedDelegates,
    isNumber: true,
  }),
  formField('contactName', 'Người liên hệ', 'Họ và tên', { kind: unitFields.contactName }),
  formField('contactPhone', 'Điện thoại liên hệ', 'Nhiều số thì ngăn bằng dấu /', { kind: unitFields.contactPhone }),
]

const ofUnit = ['contactName', 'contactPhone'] as const

/** The congress of an answer with its unit, as they stand. */
interface Place {
  congress: Row<'congresses'>
  unit: Row<'units'>
}

const openSchedule = (office: Office, road: FormRoad): OpenForm => {
  const { facts, scope } = road
  const congresses = new Map(scope.congresses.map((congress) => [congress.id, congress as Row<'congresses'>]))
  const units = new Map(facts.units.map((unit) => [unit.id, unit]))
  const lineOf = linesOf(facts.units)
  const placeOf = ({ congressId }: FormTarget): Place | null => {
    const congress = congresses.get(congressId)
    const unit = congress && units.get(congress.unitId)
    return congress && unit ? { congress, unit } : null
  }
  const showVenue = ({ congress }: Place, value: Value) =>
    typeof value === 'string' ? scope.venueNames.label(value, congress.unitId) : ''
  const show = (place: Place, field: string, value: Value) =>
    field === 'venue' ? showVenue(place, value) : (fields.find(({ name }) => name === field)?.kind?.show(value) ?? '')
  return {
    fields,
    has: (target) => placeOf(target) !== null,
    standing: (target) => {
      const place = placeOf(target)
      if (!place) return {}
      const stands = standsOf(place)
      return Object.fromEntries(fields.map(({ name }) => [name, show(place, name, stands[name] as Value)]))
    },
    choices: (target) => ({
      halfDay: halfDayWords.map(([, [word]]) => word),
      venue: venuesFor(road, lineOf(placeOf(target)?.congress.unitId ?? '')),
    }),
    plan: (answers) => {
      const halls = newHalls(scope)
      const parts = answers.flatMap((answer): Part[] => {
        const place = placeOf(answer.target)
        if (!place) return []
        checkPhone(answer.draft, place)
        checkStep(answer.draft, place)
        halls.take(answer.draft, place.congress)
        return [{ answer, place, draft: ofCongress(answer.draft) }]
      })
      const sources = new Map(parts.map(({ draft, answer }) => [draft, answer.fileName]))
      const plan = planCongressRows(
        office,
        { ...facts, venues: [...facts.venues, ...halls.all()] },
        {
          planned: parts.map(({ draft, place }) => planKnownCongress(draft, place.congress, scope.venueNames)),
          scope,
          sourceOf: (draft) => sources.get(draft) ?? '',
        },
      )
      const judged = parts.map((part) =>
        judgeWhole(part, (field, value) => halls.nameOf(value) ?? show(part.place, field, value)),
      )
      const changed = parts.filter((_part, index) => judged[index]?.shown.state === 'changed')
      return {
        judged,
        write: async (rows, actor) => {
          const named = new Set(changed.map(({ draft }) => draft.values.get('venue')))
          for (const hall of halls.all().filter(({ id }) => named.has(id))) {
            const { version: _version, ...values } = hall
            await rows.create('venues', values)
          }
          await plan.write(rows, actor)
          for (const { place, answer } of changed) {
            const values = contactOf(answer.draft, place.unit)
            if (values) await rows.change('units', place.unit.id, place.unit.version, values)
          }
        },
      }
    },
  }
}

/** An answer, what it is about, and what of it is said of the congress alone. */
interface Part {
  answer: FormAnswer
  place: Place
  draft: Draft
}

/** Halls that the answers name and nobody knows yet: they become those of the unit. */
const newHalls = ({ venueNames }: FormRoad['scope']) => {
  const halls = new Map<string, Row<'venues'>>()
  return {
    take: (draft: Draft, { unitId }: Row<'congresses'>): void => {
      const name = textOf(draft, 'venue')
      if (name === '' || venueNames.find(name, unitId).length > 0) return
      if (name.length > longestName) return addFault(draft, 'venue', 'too-long', { limit: longestName })
      const key = `${unitId} ${plainName(name)}`
      const folded = foldForSearch(name)
      const kept = halls.get(key) ?? { id: newId(), unitId, name, folded, ...emptyVenue, version: 1 }
      halls.set(key, kept)
      draft.values.set('venue', kept.id)
      addFault(draft, 'venue', 'venue-new')
    },
    all: () => [...halls.values()],
    nameOf: (id: Value) => [...halls.values()].find((hall) => hall.id === id)?.name ?? null,
  }
}

const longestName = 200

/** The last day is said only where there are several. */
const standsOf = ({ congress, unit }: Place): Readonly<Record<string, unknown>> => ({
  ...congress,
  dateTo: congress.dateTo === congress.dateFrom ? null : congress.dateTo,
  venue: congress.venueId,
  contactName: unit.contactName,
  contactPhone: unit.contactPhone,
})

/** Halls of the unit and of those above it, nearest first. */
const venuesFor = ({ facts, scope }: FormRoad, line: readonly string[]): string[] =>
  line.flatMap((unitId) =>
    facts.venues
      .filter((venue) => venue.unitId === unitId)
      .map((venue) => scope.venueNames.label(venue.id, line[0] ?? ''))
      .filter(Boolean),
  )

/** A number that is here already may be said again, whatever it looks like. */
const checkPhone = (draft: Draft, { unit }: Place) => {
  const phone = draft.values.get('contactPhone')
  if (typeof phone === 'string' && isPhoneRefused(phone, unit.contactPhone)) {
    addFault(draft, 'contactPhone', 'not-a-phone')
  }
}

/** What was held stays where it was held. */
const checkStep = (draft: Draft, { congress }: Place) => {
  const isOver = ['held', 'reported', 'cancelled'].includes(congress.state)
  const isOtherDay = draft.values.has('dateFrom') && draft.values.get('dateFrom') !== congress.dateFrom
  if (isOver && isOtherDay) addFault(draft, 'dateFrom', 'not-to-be-scheduled')
}

/** What an answer says of the congress; faults are noted in the answer itself. */
const ofCongress = (draft: Draft): Draft => ({
  ...draft,
  values: new Map([...draft.values].filter(([field]) => !ofUnit.some((each) => each === field))),
})

const judgeWhole = ({ answer, place, draft: part }: Part, show: (field: string, value: Value) => string): Judged => {
  const { draft } = answer
  const { unit: _unit, level: _level, ...said } = Object.fromEntries(part.values)
  const dateFrom = said['dateFrom'] ?? place.congress.dateFrom
  // One day is said by its first alone.
  if (said['dateTo'] === dateFrom) said['dateTo'] = null
  for (const [field, value] of Object.entries(said)) draft.values.set(field, value)
  return judge(
    draft,
    fields.map(({ name }) => name),
    { id: place.congress.id, stands: standsOf(place) },
    show,
  )
}

const contactOf = ({ values }: Draft, unit: Row<'units'>): Partial<Row<'units'>> | null => {
  const changed = ofUnit.flatMap((field) => {
    const value = values.get(field)
    return typeof value === 'string' && value !== unit[field] ? [[field, value] as const] : []
  })
  return changed.length > 0 ? Object.fromEntries(changed) : null
}
