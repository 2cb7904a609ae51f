import { cutTo, foldForSearch } from '../format/search.ts'
import type { ListRow } from './list-rows.ts'
import { compareRows, readSeat, seatKey, seatLabel, type SeatPlace } from './rules/seats.ts'
import { grouped, type ChartFixture, type ChartPhase, type ChartSeat, type ChartSection } from './seat-parts.ts'

/** Where a chart has no plan of its hall: seats stand so far apart, in centimetres. */
const pitch = { x: 60, y: 75 }

/** A seat that cannot be drawn: whose, and as it was written. */
export interface LostSeat {
  name: string
  seat: string
}

export interface SeatPlan {
  seats: ChartSeat[]
  /** Parts of the hall that have a name. */
  sections: ChartSection[]
  /** Doors, tables and the stage, where the hall is drawn. */
  fixtures: ChartFixture[]
  /** Who sits elsewhere later, where a plan says so. */
  phases: ChartPhase[]
  /** Their value names no row and seat. */
  unreadable: LostSeat[]
  /** The plan of the hall has no such seat. */
  beyond: LostSeat[]
  /** Seats that are given to several people: the first of them is drawn. */
  twice: { label: string; names: string[] }[]
}

/**
 * Who sits where. Rows with coordinates are the plan of the hall, and the others are put on its seats; without a plan,
 * rows and seats stand as their names say. The same person named twice for one seat is one.
 */
export const planSeats = (rows: readonly ListRow[]): SeatPlan => {
  const fixtures = rows.flatMap(fixtureOf)
  const isLater = ({ values }: ListRow) => values['phaseId'] !== undefined
  const given = rows.filter((row) => (row.values['seat'] ?? '').trim() !== '' && !isLater(row))
  const hall = given.filter(hasPlace)
  if (hall.length === 0) return seatsByName(given)
  const people = given.filter((row) => !hasPlace(row))
  return { ...seatsInHall(hall, people, fixtures), phases: phasesOf(rows.filter(isLater)) }
}

const phasesOf = (rows: readonly ListRow[]): ChartPhase[] =>
  [...grouped(rows, ({ values }) => values['phaseId'] ?? '')].map(([id, own]) => ({
    ...{ id, name: own[0]?.values['phase'] ?? '' },
    seats: own.map((row) => seatOf(row.id, (row.values['seat'] ?? '').trim(), row.values, row.values)),
  }))

const fixtureOf = ({ values }: ListRow): ChartFixture[] => {
  const { fixture } = values
  if (fixture !== 'door' && fixture !== 'table' && fixture !== 'stage') return []
  const { name = '', x, y, width, height, outline } = values
  const box = { x: centimetres(x), y: centimetres(y), width: centimetres(width), height: centimetres(height) }
  return [{ kind: fixture, text: name, ...box, isRound: outline === 'ellipse' }]
}

const hasPlace = ({ values }: ListRow): boolean => (values['x'] ?? '') !== '' || (values['y'] ?? '') !== ''

const seatsInHall = (
  hall: readonly ListRow[],
  people: readonly ListRow[],
  fixtures: readonly ChartFixture[],
): SeatPlan => {
  // A seating plan gives no seat twice, and tells itself who sits there.
  const isPlanned = people.length === 0 && hall.every(({ values }) => values['short'] !== undefined)
  const taken = takenSeats(isPlanned ? [] : [...hall, ...people])
  const known = new Set(people.length === 0 ? taken.keys() : hall.map(({ values }) => seatKey(values['seat'] ?? '')))
  return {
    seats: hall.map(({ id, values }) => {
      const label = (values['seat'] ?? '').trim()
      const person = !isPlanned && (values['name'] ?? '') === '' ? taken.get(seatKey(label))?.people[0] : undefined
      return seatOf(id, label, values, person ?? values)
    }),
    sections: [],
    fixtures: [...fixtures],
    phases: [],
    unreadable: [],
    beyond: people.filter(({ values }) => !known.has(seatKey(values['seat'] ?? ''))).map(lostOf),
    twice: twiceOf([...taken].flatMap(([key, seat]) => (known.has(key) ? [seat] : []))),
  }
}

/** A seat by what its row tells of its place; one written by hand tells it by what the seat is called. */
const seatOf = (
  id: string,
  label: string,
  values: ListRow['values'],
  { name = '', delegation = '', door = '' }: Partial<Sitting>,
): ChartSeat => {
  // Only what a hall that is drawn does not tell is read.
  const place = values['short'] === undefined ? readSeat(label) : null
  return {
    id,
    label,
    short: values['short'] ?? (place ? seatLabel(place) : label),
    number: values['number'] ?? (place ? String(place.number) : label),
    row: values['row'] ?? place?.row ?? '',
    block: values['block'] || (place ? foldForSearch(place.section) : ''),
    blockName: values['blockName'] ?? place?.section ?? '',
    level: values['level'] ?? '',
    isStage: values['isStage'] !== undefined,
    x: centimetres(values['x']),
    y: centimetres(values['y']),
    name,
    delegation,
    door,
  }
}

const seatsByName = (rows: readonly ListRow[]): SeatPlan => {
  const readable = rows.filter(({ values }) => readSeat(values['seat'] ?? '') !== null)
  const taken = [...takenSeats(readable).values()]
  const places = taken.map(({ label }) => readSeat(label)).filter((place) => place !== null)
  const { xOf, yOf, sections } = gridOf(places)
  const seats = taken.flatMap(({ label, people }): ChartSeat[] => {
    const place = readSeat(label)
    if (!place) return []
    const { section, row, number } = place
    const [short, key] = [seatLabel(place), seatKey(label)]
    const { name, delegation, door } = people[0] ?? nobody
    return [
      {
        ...{ id: key, label: [section, short].filter(Boolean).join(', '), short, number: String(number), row },
        ...{ block: foldForSearch(section), blockName: section, level: '', isStage: false },
        ...{ x: xOf(place), y: yOf(place), name, delegation, door },
      },
    ]
  })
  return {
    // However the list of people is ordered, the same seats are the same chart.
    seats: seats.toSorted((one, other) => one.y - other.y || one.x - other.x),
    sections,
    fixtures: [],
    phases: [],
    unreadable: rows.filter(({ values }) => readSeat(values['seat'] ?? '') === null).map(lostOf),
    beyond: [],
    twice: twiceOf(taken),
  }
}

const lostOf = ({ values }: ListRow): LostSeat => ({ name: values['name'] ?? '', seat: (values['seat'] ?? '').trim() })

interface Sitting {
  name: string
  delegation: string
  door: string
}

const nobody: Sitting = { name: '', delegation: '', door: '' }

interface TakenSeat {
  label: string
  people: Sitting[]
}

const takenSeats = (rows: readonly ListRow[]): Map<string, TakenSeat> => {
  const taken = new Map<string, TakenSeat>()
  for (const { values } of rows) {
    const label = (values['seat'] ?? '').trim()
    const key = seatKey(label)
    const seat = taken.get(key) ?? { label, people: [] }
    taken.set(key, seat)
    const { name = '', delegation = '', door = '' } = values
    if (name.trim() === '') continue
    const isNew = seat.people.every((each) => foldForSearch(each.name) !== foldForSearch(name))
    if (isNew) seat.people.push({ name, delegation, door })
  }
  return taken
}

const twiceOf = (taken: readonly TakenSeat[]): SeatPlan['twice'] =>
  taken.flatMap(({ label, people }) =>
    people.length > 1 ? [{ label, names: people.map(({ name }) => name.trim()) }] : [],
  )

/** Row behind row, part of the hall behind part; one number stands behind the same, and what nobody sits on is an aisle. */
const gridOf = (places: readonly SeatPlace[]) => {
  const numbers = [...new Set(places.map(({ number }) => number))].sort((a, b) => a - b)
  const across = new Map<number, number>()
  let x = 0
  for (const [at, number] of numbers.entries()) {
    // However many seats are free, an aisle is as wide as one.
    if (at > 0) x += Math.min(2, number - (numbers[at - 1] ?? number)) * pitch.x
    across.set(number, x)
  }
  const parts = new Map<string, { name: string; rows: Set<string> }>()
  for (const { section, row } of places) {
    const part = parts.get(foldForSearch(section)) ?? { name: section, rows: new Set() }
    part.rows.add(row)
    parts.set(foldForSearch(section), part)
  }
  const down = new Map<string, number>()
  const sections: ChartSection[] = []
  let y = 0
  // What has no name is the hall itself.
  for (const [key, { name, rows }] of [...parts].sort(([one], [other]) => Number(one !== '') - Number(other !== ''))) {
    if (name !== '') {
      sections.push({ name, y })
      y += pitch.y
    }
    for (const row of [...rows].sort(compareRows)) {
      down.set(`${key} ${row}`, y)
      y += pitch.y
    }
  }
  return {
    sections,
    xOf: ({ number }: SeatPlace) => across.get(number) ?? 0,
    yOf: ({ section, row }: SeatPlace) => down.get(`${foldForSearch(section)} ${row}`) ?? 0,
  }
}

const centimetres = (text: string | undefined): number => Number((text ?? '').replace(',', '.')) || 0

/** Letters of the names that are told in one sentence. */
const mostLetters = 280
/** Seats given to several people that are told one by one. */
const mostTwice = 20

/** What of the seats is not on the chart as it is written, in sentences. */
export const seatSentences = ({ unreadable, beyond, twice }: SeatPlan): { vi: string; en: string }[] => [
  ...(unreadable.length === 0
    ? []
    : [
        {
          vi: `${counted(unreadable)} chỗ ngồi không đọc được hàng và số ghế, không có trên sơ đồ: ${named(unreadable, 'vi')}. Ghi như A12, B-07 hoặc Hàng B ghế 7.`,
          en: `Not on the chart, as no row and number can be read (${counted(unreadable)}): ${named(unreadable, 'en')}. Write A12, B-07 or Row B seat 7.`,
        },
      ]),
  ...(beyond.length === 0
    ? []
    : [
        {
          vi: `${counted(beyond)} chỗ ngồi không có trong danh sách Sơ đồ ghế: ${named(beyond, 'vi')}.`,
          en: `Not among the seats of the list Seats (${counted(beyond)}): ${named(beyond, 'en')}.`,
        },
      ]),
  ...twice.slice(0, mostTwice).map(({ label, names }) => ({
    vi: `Ghế ${cut(label)} ghi cho ${String(names.length)} người: ${short(names.map(cut), 'vi')}; sơ đồ ghi người đầu.`,
    en: `Seat ${cut(label)} is given to ${String(names.length)} people: ${short(names.map(cut), 'en')}; the chart shows the first.`,
  })),
  ...(twice.length <= mostTwice
    ? []
    : [
        {
          vi: `Còn ${String(twice.length - mostTwice)} ghế khác cũng ghi cho nhiều người.`,
          en: `${String(twice.length - mostTwice)} more seats are given to several people.`,
        },
      ]),
]

const counted = ({ length }: readonly LostSeat[]): string => String(length)

const named = (lost: readonly LostSeat[], language: 'vi' | 'en'): string =>
  short(
    lost.map(({ name, seat }) => (name.trim() === '' ? `«${cut(seat)}»` : `${cut(name)} («${cut(seat)}»)`)),
    language,
  )

const short = (names: readonly string[], language: 'vi' | 'en'): string => {
  const told: string[] = []
  for (const name of names) {
    if (told.length > 0 && [...told, name].join(', ').length > mostLetters) break
    told.push(name)
  }
  const rest = names.length - told.length
  const more = rest === 0 ? '' : language === 'vi' ? ` và ${String(rest)} người khác` : ` and ${String(rest)} others`
  return told.join(', ') + more
}

/** Enough to find a person by. */
const cut = (text: string): string => (text.length > 50 ? `${cutTo(text, 49)}…` : text)
