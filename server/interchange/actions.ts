import type { Reader } from '../../db/open.ts'
import { findCongress } from '../congresses/queries.ts'
import { importChanged, notFound, nothingToImport, refused, tooManyEvents } from '../errors.ts'
import { cleanText, cutTo } from '../format/search.ts'
import { act, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { planSchedule, previewOf, type SchedulePlan } from './plan.ts'
import { scheduleLimits } from './rules.ts'
import { readSchedule } from './reading/read-schedule.ts'
import type { ScheduleImportDone, ScheduleImportPreview } from './schema.ts'
import { findStanding, type StandingProgramme } from './standing.ts'
import { writePlan } from './write-plan.ts'
import { offsetsOf } from './zones.ts'

export interface ScheduleFile {
  fileName: string
  bytes: Uint8Array
}

/** Reads a schedule file and shows what importing it would do; nothing is changed. */
export const previewSchedule = async (
  office: Office,
  congressId: string,
  file: ScheduleFile,
): Promise<ScheduleImportPreview> => (await dryRun(office, office.db.read, congressId, file)).preview

const dryRun = async (office: Office, read: Reader, congressId: string, { fileName, bytes }: ScheduleFile) => {
  if (!(await findCongress(read, congressId))) throw notFound()
  const { timeZone } = office.settings
  const schedule = readSchedule(bytes, timeZone)
  const standing = await findStanding(read, congressId)
  const plan = planSchedule(schedule, standing, {
    offsetAt: offsetsOf(timeZone),
    sessionLimit: scheduleLimits.sessions,
  })
  refuseTooMany(plan, standing)
  return { preview: previewOf(cutTo(cleanText(fileName), 200), schedule, plan, standing), plan, standing }
}

const refuseTooMany = ({ added, made }: SchedulePlan, { programme }: StandingProgramme): void => {
  const { sessions, tray } = programme
  const items = sessions.reduce((sum, session) => sum + session.items.length, tray.length)
  if (items + added.length > scheduleLimits.events) throw tooManyEvents(scheduleLimits.events)
  if (sessions.length + made.length > scheduleLimits.sessions) {
    throw refused('too-many-sessions', 'The programme would have too many sessions.', {
      limit: scheduleLimits.sessions,
    })
  }
}

/** Imports exactly what was shown, in one act; events with faults are left out, items that the file no longer has stay. */
export const importSchedule = (
  office: Office,
  actor: Actor,
  congressId: string,
  { digest, ...file }: ScheduleFile & { digest: string },
): Promise<Done<ScheduleImportDone>> =>
  act(office, actor, { action: 'schedule-imported', subject: '', unitId: null, congressId }, async (rows) => {
    const { preview, plan, standing } = await dryRun(office, rows.tx, congressId, file)
    const { totals } = preview
    if (preview.digest !== digest) throw importChanged()
    if (totals.new + totals.changed === 0) throw nothingToImport()
    const congress = await findCongress(rows.tx, congressId)
    rows.say({ subject: congress?.title ?? '', unitId: congress?.unitId ?? null, cycleId: congress?.cycleId ?? null })
    await writePlan(rows, congressId, plan, standing)
    return { created: totals.new, changed: totals.changed, same: totals.same, faulty: totals.faulty }
  })
