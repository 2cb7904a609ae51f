import type { SignedIn } from '../accounts/queries.ts'
import { mayEverywhere } from '../accounts/rules.ts'
import { addDefaultDays } from '../calendar/defaults.ts'
import { notFound, invalid } from '../errors.ts'
import { foldForSearch } from '../format/search.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Office } from '../office.ts'
import { findUnit } from '../units/queries.ts'
import { emptyUnit } from '../units/rules.ts'
import { saveNewCycle } from '../cycles/actions.ts'
import type { CycleStart } from '../cycles/schema.ts'
import { buildCycle } from '../cycles/rules/templates.ts'

/** Begins a road from a template, with the unit that keeps it where there is none yet, and the holidays and anniversaries of its years. */
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
    const [fromYear, toYear] = [cycle.startsOn, cycle.endsOn].map((date) => Number(date.slice(0, 4))) as [
      number,
      number,
    ]
    await addDefaultDays(rows, { fromYear, toYear, unitId: keeper })
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
