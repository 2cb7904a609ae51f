import { brokenSchedule } from '../../errors.ts'

/** A line of a calendar: `DTSTART;TZID=Europe/London:20150918T080000`. */
export interface ContentLine {
  name: string
  parameters: Readonly<Record<string, string>>
  value: string
}

/** A component without the ones inside it that are no events. */
export interface Component {
  lines: ContentLine[]
  events: Component[]
  /** Names of what stands inside beside events: alarms, time zones. */
  others: string[]
}

/** The calendars of a stream as one: what stands in them, and their events (RFC 5545, 3.1 and 3.4). */
export const readComponents = (text: string): Component => {
  const calendar: Component = { lines: [], events: [], others: [] }
  const open: { name: string; into: Component | null }[] = []
  let lineNumber = 0
  for (const line of unfolded(text)) {
    lineNumber += 1
    if (line.trim() === '') continue
    const { name, parameters, value } = contentLine(line, lineNumber)
    const at = open.at(-1)
    if (name === 'BEGIN') open.push(begin(value.trim().toUpperCase(), at, calendar))
    else if (name === 'END') {
      if (at?.name !== value.trim().toUpperCase()) throw brokenSchedule(lineNumber)
      open.pop()
    } else if (!at) throw brokenSchedule(lineNumber)
    else at.into?.lines.push({ name, parameters, value })
  }
  if (open.length > 0) throw brokenSchedule(lineNumber)
  return calendar
}

const begin = (name: string, at: { name: string; into: Component | null } | undefined, calendar: Component) => {
  if (name === 'VCALENDAR' && !at) return { name, into: calendar }
  if (name === 'VEVENT' && at?.name === 'VCALENDAR') {
    const event: Component = { lines: [], events: [], others: [] }
    calendar.events.push(event)
    return { name, into: event }
  }
  const above = at?.into ?? calendar
  if (at?.into) above.others.push(name)
  return { name, into: null }
}

/** Lines go on where the next one begins with a blank. */
const unfolded = (text: string): string[] =>
  text
    .replaceAll(/\r\n?|\n/g, '\n')
    .replaceAll(/\n[ \t]/g, '')
    .split('\n')

const contentLine = (line: string, lineNumber: number): ContentLine => {
  const [, name, rest = '', value = ''] = /^([A-Za-z0-9-]+)((?:;[^=;:]+=(?:"[^"]*"|[^;:"]*)+)*):(.*)$/u.exec(line) ?? []
  if (name === undefined) throw brokenSchedule(lineNumber)
  const parameters = [...rest.matchAll(/;([^=;:]+)=("[^"]*"|[^;:"]*)/gu)].map(([, key = '', said = '']) => [
    key.toUpperCase(),
    parameterText(said.replaceAll('"', '')),
  ])
  return { name: name.toUpperCase(), parameters: Object.fromEntries(parameters) as Record<string, string>, value }
}

/** Signs that no parameter can hold by themselves (RFC 6868). */
const parameterText = (said: string): string =>
  said.replaceAll(/\^([n^'])/g, (_whole, sign: string) => (sign === 'n' ? '\n' : sign === '^' ? '^' : '"'))

/** Backslash, semicolon, comma and line break as they were meant (RFC 5545, 3.3.11). */
export const unescaped = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_whole, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
