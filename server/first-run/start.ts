import type { SignedIn } from '../accounts/queries.ts'
import { mayEverywhere } from '../accounts/rules.ts'
import { defaultCalendarDays } from '../calendar/holidays.ts'
import { listCalendarDays } from '../calendar/queries.ts'
import { notFound, invalid } from '../errors.ts'
import { foldForSearch } from '../format/search.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Office } from '../office.ts'
import { findUnit, lineOfUnit } from '../units/queries.ts'
import { emptyUnit } from '../units/rules.ts'
import { saveNewCycle } from '../cycles/actions.ts'
import type { CycleStart } from '../cycles/schema.ts'
import { buildCycle } from '../cycles/rules/templates.ts'

/** Begins a road from a template, with the unit that keeps it where there is none yet, and the holidays of its years. */
export const startCycle = (office: Office, actor: SignedIn, start: CycleStart): Promise<Done<{ cycleId: string }>> =>
  act(office, actor, { action: 'cycle-created', subject: '', unitId: start.unitId }, async (rows) => {
    const unitId = start.unitId ?? (await createKeeper(rows, start.unitName))
    const unit = await findUnit(rows.tx, unitId)
    if (!unit) throw notFound()
    const { template, year, isUpperShown } = start
    const cycle = { ...buildCycle(template, { unitId, unitName: unit.name, year }), isUpperShown }
    const kept = await saveNewCycle(rows, cycle)
    rows.say({ subject: kept.name, unitId })
    // Days for everybody are the installation's; whoever organizes one unit adds them for this unit.
    const keeper = mayEverywhere(actor.duties, 'organizer') ? null : unitId
    await addHolidays(rows, cycle, keeper)
    return { cycleId: kept.id }
  })

const createKeeper = async (rows: ActRows, name: string): Promise<string> => {
  if (name === '') throw invalid([{ field: 'unitName', rule: 'required' }])
  const unit = await rows.create('units', {
    ...emptyUnit,
    id: newId(),
    name,
    folded: foldForSearch(name),
  })
  return unit.id
}

const addHolidays = async (
  rows: ActRows,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  unitId: string | null,
): Promise<void> => {
  const line = new Set([null, ...(unitId === null ? [] : await lineOfUnit(rows.tx, unitId))])
  const standing = (await listCalendarDays(rows.tx)).filter((day) => line.has(day.unitId))
  const known = new Set(standing.map(({ from, name }) => `${from} ${name}`))
  const days = defaultCalendarDays(Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4)))
  const missing = days.filter(({ from, name }) => !known.has(`${from} ${name}`))
  await rows.createMany(
    'calendarDays',
    missing.map(({ from, to, kind, name, basis }) => ({ id: newId(), from, to, kind, name, basis, unitId })),
  )
}
