import { defaultCalendarDays } from '../calendar/holidays.ts'
import { listCalendarDays } from '../calendar/queries.ts'
import { notFound, invalid } from '../errors.ts'
import { foldForSearch } from '../format/search.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import { saveNewCycle } from '../cycles/actions.ts'
import type { CycleStart } from '../cycles/schema.ts'
import { buildCycle } from '../cycles/templates.ts'

/** Begins a road from a template, with the unit that keeps it where there is none yet, and the holidays of its years. */
export const startCycle = (office: Office, actor: Actor, start: CycleStart): Promise<Done<{ cycleId: string }>> =>
  act(office, actor, { action: 'cycle-created', subject: '', unitId: start.unitId }, async (rows) => {
    const unitId = start.unitId ?? (await createKeeper(rows, start.unitName))
    const unit = await findUnit(rows.tx, unitId)
    if (!unit) throw notFound()
    const cycle = buildCycle(start.template, { unitId, unitName: unit.name, year: start.year })
    const kept = await saveNewCycle(rows, cycle)
    rows.say({ subject: kept.name, unitId })
    await addHolidays(rows, Number(cycle.startsOn.slice(0, 4)), Number(cycle.endsOn.slice(0, 4)))
    return { cycleId: kept.id }
  })

const createKeeper = async (rows: ActRows, name: string): Promise<string> => {
  if (name === '') throw invalid([{ field: 'unitName', rule: 'required' }])
  const unit = await rows.create('units', {
    id: newId(),
    parentId: null,
    code: '',
    name,
    folded: foldForSearch(name),
    type: '',
    block: '',
    staffNumber: null,
    contactName: '',
    contactPhone: '',
    address: '',
    validFrom: null,
    validTo: null,
    windowFrom: null,
    windowTo: null,
    predecessorIds: [],
  })
  return unit.id
}

const addHolidays = async (rows: ActRows, fromYear: number, toYear: number): Promise<void> => {
  const standing = new Set((await listCalendarDays(rows.tx)).map(({ from, name }) => `${from} ${name}`))
  const missing = defaultCalendarDays(fromYear, toYear).filter(({ from, name }) => !standing.has(`${from} ${name}`))
  await rows.createMany(
    'calendarDays',
    missing.map(({ from, to, kind, name, basis }) => ({ id: newId(), from, to, kind, name, basis, unitId: null })),
  )
}
