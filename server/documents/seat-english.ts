import type { Language } from '../format/dates.ts'
import { drawnInEnglish } from '../halls/rules/drawn-words.ts'
import type { ChartHall, ChartSeat } from './seat-parts.ts'

/** A hall with what its parts are called in the language of a paper. Delegations stay: their numbers go by their names. */
export const hallIn = (language: Language, hall: ChartHall): ChartHall => {
  if (language === 'vi') return hall
  const { seats, sections, fixtures, phases } = hall
  return {
    seats: seats.map(seatInEnglish),
    phases: phases.map((phase) => ({ ...phase, seats: phase.seats.map(seatInEnglish) })),
    sections: sections.map((section) => ({ ...section, name: drawnInEnglish(section.name) })),
    fixtures: fixtures.map((fixture) => ({ ...fixture, text: drawnInEnglish(fixture.text) })),
  }
}

const seatInEnglish = (seat: ChartSeat): ChartSeat => ({
  ...seat,
  label: drawnInEnglish(seat.label),
  short: drawnInEnglish(seat.short),
  blockName: drawnInEnglish(seat.blockName),
  level: drawnInEnglish(seat.level),
})
