import { formatShortDate, isDate } from '../../server/format/dates.ts'
import type { ChangedField } from '../../server/history/schema.ts'
import { language, words } from '../words/words.ts'

/** `Ngày đầu: 25/6/2020 thành 26/6/2020 · Ghi chú`: what an act changed, in one line; '' = nothing to tell. */
export const wordChanges = (changed: readonly ChangedField[]): string =>
  changed
    .flatMap((each) => {
      const { history } = words()
      const label = labelOf(each)
      if (label === undefined) return []
      return each.isTold ? `${label}: ${history.fromTo(wordValue(each.before), wordValue(each.after))}` : label
    })
    .join(' · ')

const labelOf = ({ table, field }: ChangedField): string | undefined => {
  const { congresses, records, history } = words()
  const labels: Record<string, object> = {
    congresses: { ...history.fields, ...congresses.fields },
    units: records.units.fields,
    venues: records.venues.fields,
    posts: records.leaders.fields,
    calendarDays: records.days.fields,
    cycles: records.cycle.fields,
    levels: records.cycle.levelFields,
  }
  const fields = new Map<string, unknown>(Object.entries(labels[table] ?? {}))
  const label = fields.get(field) ?? fields.get(field.replace(/Id$/, ''))
  return typeof label === 'string' ? label : undefined
}

/** A value of a record as a person reads it. */
export const wordValue = (value: string | null): string => {
  const { common, terms } = words()
  if (value === null) return common.notSet.toLocaleLowerCase('vi')
  if (isDate(value)) return formatShortDate(value, language())
  return (
    ({ ...terms.states, ...terms.halfDays, ...terms.assemblies, ...terms.layouts } as Record<string, string>)[value] ??
    value
  )
}
