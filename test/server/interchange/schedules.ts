import { readSchedule, type ReadSchedule } from '../../../server/interchange/reading/read-schedule.ts'
import type { ScheduleHead } from '../../../server/interchange/writing/days.ts'
import { offsetsOf } from '../../../server/interchange/zones.ts'

export const timeZone = 'Asia/Ho_Chi_Minh'

/** Real schedules; tests that use them skip where the folder is missing. */
export const inputs = new URL('../../../../shared/inputs/', import.meta.url)

export const read = (file: string | Uint8Array): ReadSchedule =>
  readSchedule(typeof file === 'string' ? new TextEncoder().encode(file) : file, timeZone)

export const head: ScheduleHead = {
  title: 'Đại hội thi đua yêu nước',
  acronym: 'dai_hoi_thi_dua_yeu_nuoc',
  version: '2020-06-22 02:00',
  from: '2020-09-09',
  timeZone,
  offsetAt: offsetsOf(timeZone),
}

/** A `schedule.xml` of one room on one day, with this inside it. */
export const scheduleXml = (inside: string, { day = 'date="2020-09-09"', head: before = '', declaration = '' } = {}) =>
  `${declaration}<schedule><conference><title>Đại hội</title>${before}</conference><day index="1" ${day}><room name="Hội trường lớn">${inside}</room></day></schedule>`

/** An event of it that begins at 8:00 and takes half an hour, with other elements in their place. */
export const eventXml = (elements: Record<string, string> = {}, attributes = 'id="7"') => {
  const all = { start: '08:00', duration: '00:30', room: 'Hội trường lớn', title: 'Khai mạc', ...elements }
  return `<event ${attributes}>${Object.entries(all)
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('')}</event>`
}

/** A calendar with these lines in its one event. */
export const calendarOf = (lines: string[], before: string[] = []) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...before, 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join(
    '\r\n',
  )
