import type { SessionDay } from '../../server/day/rules.ts'
import { badge } from '../parts/state-badge.ts'
import { words } from '../words/words.ts'

/** `08:05`, past an hour `1:02:40`. */
export const countdown = (seconds: number): string => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`
}

/** «còn 12:30», «quá 01:10». */
export const leftWords = (seconds: number): string =>
  seconds >= 0 ? words().day.left(countdown(seconds)) : words().day.overTime(countdown(-seconds))

/** How far a session is behind or ahead, as a badge. */
export const lateBadge = ({ late }: SessionDay) => {
  const { day } = words()
  if (late > 0) return badge(late >= 10 ? 'red' : 'amber', 'triangle-alert', day.late(late))
  return late < 0 ? badge('blue', 'info', day.early(-late)) : badge('green', 'circle-check', day.onTime)
}
