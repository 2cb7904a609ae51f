import { formatShortDate, type Language } from '../format/dates.ts'
import { formatNumber } from '../format/numbers.ts'
import { drawnInEnglish } from '../halls/rules/drawn-words.ts'
import type { ListRow } from './list-rows.ts'

/** Which state of a seating plan a paper tells, and what is not in it. */
export interface SeatsStanding {
  /** It tells what the list of delegates says of seats, as the official plan's releases write it there. */
  isListed: boolean
  /** The release; 0 = nothing was released: the plan as it is being made, or what the list says without it. */
  number: number
  /** Day of the release; '' = none. */
  day: string
  /** People of the list whose seat from the opening on is another in the plan as it is being made. */
  unreleased: number
  /** The plan went on in another hall or in another drawing of its hall since. */
  isHallOther: boolean
  /** People of whom the list of delegates says something else than the release; of what the list tells alone. */
  elsewhere: number
}

/** A seat that several people have, with the phase from which each has it: '' = the opening. */
export interface SharedSeatTold {
  seat: string
  people: { name: string; phase: string }[]
}

export interface SeatsTold {
  /** null = it is not told, and changes nothing of what lies printed. */
  standing: SeatsStanding | null
  shared: readonly SharedSeatTold[]
}

/** What is not as it should be in the state that is told, in sentences; '' = nothing. */
export const missingSentence = (standing: SeatsStanding, language: Language): string => {
  const { isListed, number, unreleased, isHallOther, elsewhere } = standing
  const count = (of: number) => formatNumber(of, language)
  const isFirst = number === 0
  const told = [
    isFirst && !isListed
      ? { vi: 'Theo phương án đang soạn, chưa công bố.', en: 'By the plan in the making, which is not released yet.' }
      : null,
    isFirst && isListed && unreleased > 0
      ? {
          vi: `Theo danh sách đại biểu; phương án chỗ ngồi (${count(unreleased)} người) chưa công bố.`,
          en: `By the list of delegates; the seating plan (${count(unreleased)} people) is not released yet.`,
        }
      : null,
    !isFirst && unreleased > 0
      ? {
          vi: `Chưa gồm ${count(unreleased)} thay đổi chỗ ngồi chưa công bố.`,
          en: `Without ${count(unreleased)} ${unreleased === 1 ? 'change of a seat that is' : 'changes of seats that are'} not released yet.`,
        }
      : null,
    !isFirst && isHallOther
      ? {
          vi: 'Hội trường đã đổi hoặc vẽ lại, chưa công bố.',
          en: 'The hall was changed or drawn anew since; that is not released yet.',
        }
      : null,
    isListed && elsewhere > 0
      ? {
          vi: `Danh sách đại biểu ghi khác bản công bố ở ${count(elsewhere)} người; in theo danh sách.`,
          en: `The list of delegates differs from the release for ${count(elsewhere)} ${elsewhere === 1 ? 'person' : 'people'}; printed by the list.`,
        }
      : null,
  ]
  return told.flatMap((each) => (each ? [each[language]] : [])).join(' ')
}

/** «Theo bản 2 công bố ngày 12/9/2020. Chưa gồm 3 thay đổi chỗ ngồi chưa công bố.» */
export const standingSentence = (standing: SeatsStanding, language: Language): string => {
  const { number, day } = standing
  const on = formatShortDate(day, language)
  const by =
    language === 'vi' ? `Theo bản ${String(number)} công bố ngày ${on}.` : `By release ${String(number)} of ${on}.`
  return [number === 0 ? '' : by, missingSentence(standing, language)].filter(Boolean).join(' ')
}

/** Seats that are told one by one. */
const mostShared = 20

/** Seats that several people have, in a line: those that follow one another in the phases, and those that a list gives twice. */
export const sharedSentence = (
  shared: readonly SharedSeatTold[],
  rows: readonly ListRow[],
  language: Language,
): string => {
  const opening = language === 'vi' ? 'từ khai mạc' : 'from the opening'
  const told = [
    ...shared.map(
      ({ seat, people }) => [seat, people.map(({ name, phase }) => `${name} (${phase || opening})`)] as const,
    ),
    ...listedTwice(rows),
  ].map(([seat, people]) => `${language === 'vi' ? seat : drawnInEnglish(seat)}: ${people.join(', ')}`)
  if (told.length === 0) return ''
  const rest = told.length - mostShared
  const more = language === 'vi' ? `; còn ${String(rest)} ghế khác` : `; and ${String(rest)} more seats`
  const heading = language === 'vi' ? 'Một ghế, nhiều người' : 'One seat, several people'
  return `${heading}: ${told.slice(0, mostShared).join('; ')}${rest > 0 ? more : ''}.`
}

const listedTwice = (rows: readonly ListRow[]): (readonly [seat: string, names: string[]])[] => {
  const named = new Map<string, string[]>()
  for (const { values } of rows) {
    const seat = (values['seat'] ?? '').trim()
    if (seat === '') continue
    const names = named.get(seat)
    if (names) names.push((values['name'] ?? '').trim())
    else named.set(seat, [(values['name'] ?? '').trim()])
  }
  return [...named].filter(([, names]) => names.length > 1)
}

/** Values for the placeholders of a paper of seats; empty where there is nothing to tell. */
export const seatsValues = (
  { seats, template }: { seats?: SeatsTold | undefined; template: { group?: string } },
  rows: readonly ListRow[],
  language: Language,
): Record<'seatsStanding' | 'sharedSeats', string> => ({
  seatsStanding: seats?.standing ? standingSentence(seats.standing, language) : '',
  sharedSeats: template.group === 'seating' ? sharedSentence(seats?.shared ?? [], rows, language) : '',
})
