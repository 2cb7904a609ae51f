import type { ScheduleImportDone, ScheduleImportPreview } from '../../server/interchange/schema.ts'
import { write } from './request.ts'

/** What importing a schedule file would do; nothing is changed. */
export const previewSchedule = (congressId: string, file: File) =>
  write<ScheduleImportPreview>('POST', `/api/congresses/${congressId}/schedule/preview`, { file })

/** Imports exactly what was shown under this digest. */
export const importSchedule = (congressId: string, file: File, digest: string) =>
  write<ScheduleImportDone>('POST', `/api/congresses/${congressId}/schedule/import`, { file, query: { digest } })

/** Addresses of the programme as files for other programs. */
export const scheduleXmlPath = (congressId: string): string => `/api/congresses/${congressId}/schedule.xml`
export const scheduleJsonPath = (congressId: string): string => `/api/congresses/${congressId}/schedule.json`
export const scheduleIcsPath = (congressId: string): string => `/api/congresses/${congressId}/schedule.ics`
