import type { SeatLooks } from '../seats/seat-map-types.ts'
import { noColour, seatMarks } from '../seats/seat-map-types.ts'
import { givenName } from '../../server/format/names.ts'
import { delegationsInOrder } from '../../server/seating/rules/problem-of.ts'
import { usualRankOf } from '../../server/seating/rules/ranks.ts'
import type { CalledSeats } from '../../server/seating/rules/compare.ts'
import type { SeatingPerson } from '../../server/seating/schema.ts'
import { words } from '../words/words.ts'
import { personAt, type SeatState } from './seat-state.ts'

export const overlays = ['delegation', 'rank', 'batch', 'state', 'changes', 'print'] as const
export type Overlay = (typeof overlays)[number]

/** A line of the legend: its colour as CSS or the name of a token. */
export interface LegendLine {
  colour: string
  word: string
  count: number
}

/** Colours of delegations that chose none, told apart side by side and by who sees no red or green. */
const palette = [
  ...['#2b65a8', '#2c7a4b', '#b26a00', '#6b4fa0', '#0d7c86', '#b0477c', '#4f6b12', '#64708a', '#a9761b', '#1f8a70'],
  ...['#8c4a2f', '#3f5bb5', '#7a7d12', '#9a3fa0', '#c05a3c', '#2f7da8', '#5d8a3a', '#a33b52', '#57637c', '#7a5a3a'],
]

/** The colour that each delegation chose, or one of its own, by its id. */
export const coloursOfDelegations = (
  delegations: readonly { id: string; colour: string }[],
): ReadonlyMap<string, string> =>
  new Map(delegations.map(({ id, colour }, place) => [id, colour || (palette[place % palette.length] ?? '--slate')]))

interface Kind {
  key: string
  colour: string
  word: string
}

/** Which kind everybody is of, by what is looked at; in the order of the legend. */
const kindsOf = (
  state: SeatState,
  overlay: Overlay,
  compared: CalledSeats | null,
): { kinds: Kind[]; of: (person: SeatingPerson) => string } => {
  const { legend } = words().seating
  const { board, occupancy, batchOf } = state
  switch (overlay) {
    case 'delegation': {
      const colours = coloursOfDelegations(board.delegations)
      const kinds = delegationsInOrder(board).map(({ id, name }) => ({
        ...{ key: id, word: name, colour: colours.get(id) ?? '--slate' },
      }))
      return {
        kinds: [...kinds, { key: '', word: legend.noDelegation, colour: '--slate' }],
        of: ({ delegationId }) => delegationId ?? '',
      }
    }
    case 'rank': {
      const rankOf = (person: SeatingPerson) => person.rank ?? usualRankOf(person)
      const steps = [1, 2, 3, 5, 10, 100, 9999]
      const colours = ['--red', '--gold-edge', '--amber', '--violet', '--blue', '--green', '--slate']
      const stepOf = (rank: number) => steps.findIndex((step) => rank <= step)
      return {
        kinds: [
          ...steps.map((step, place) => ({
            ...{ key: String(place), colour: colours[place] ?? '--slate' },
            word: legend.rank((steps[place - 1] ?? 0) + 1, step),
          })),
          { key: '', word: legend.noRank, colour: '--line-control' },
        ],
        of: (person) => {
          const rank = rankOf(person)
          return rank === null ? '' : String(stepOf(rank))
        },
      }
    }
    case 'batch':
      return {
        kinds: [
          ...board.batches.map((_ids, place) => ({
            ...{ key: String(place + 1), word: legend.batch(place + 1) },
            colour: palette[place % palette.length] ?? '--slate',
          })),
          { key: '', word: legend.noBatch, colour: '--line-control' },
        ],
        of: ({ id }) => String(batchOf.get(id)?.batch ?? ''),
      }
    case 'state':
      return {
        kinds: [
          { key: 'locked', word: legend.locked, colour: '--violet' },
          { key: 'printed', word: legend.cardPrinted, colour: '--green' },
          { key: 'seated', word: legend.withSeat, colour: '--blue' },
        ],
        of: ({ id, isPrinted }) => (occupancy.locked.has(id) ? 'locked' : isPrinted ? 'printed' : 'seated'),
      }
    case 'print': {
      const printed: CalledSeats = compared ?? new Map<string, string>()
      return {
        kinds: [
          { key: 'added', word: legend.notPrinted, colour: '--blue' },
          { key: 'moved', word: legend.printedElse, colour: '--amber-edge' },
          { key: 'same', word: legend.asPrinted, colour: '--line-control' },
        ],
        of: ({ id }) => comparedTo(printed, state, id),
      }
    }
    case 'changes': {
      const before: CalledSeats =
        compared ??
        new Map(
          board.released.flatMap(({ delegateId, phaseId, seat }) =>
            phaseId === state.phaseId ? [[delegateId, seat] as const] : [],
          ),
        )
      return {
        kinds: [
          { key: 'added', word: legend.added, colour: '--green' },
          { key: 'moved', word: legend.moved, colour: '--amber-edge' },
          { key: 'same', word: compared ? legend.sameThere : legend.same, colour: '--line-control' },
        ],
        of: ({ id }) => comparedTo(before, state, id),
      }
    }
  }
}

/** How somebody's seat stands to the one before. */
const comparedTo = (before: CalledSeats, { hall, occupancy }: SeatState, id: string): 'added' | 'moved' | 'same' => {
  const seat = hall.seats[occupancy.seatOf.get(id) ?? -1]?.label
  return before.has(id) ? (before.get(id) === seat ? 'same' : 'moved') : 'added'
}

interface Looked {
  by: string
  /** Where people sit on the side that is compared with; null = with the release. */
  before: CalledSeats | null
}

/** The colours that were drawn last: the search and the dialogs ask for the same again. */
export class KeptColours {
  #kept: (Looked & { of: SeatState; drawn: ReturnType<typeof coloursOf> }) | null = null

  of(state: SeatState, { by, before, wrong }: Looked & { wrong: () => ReadonlySet<string> }) {
    if (this.#kept?.of !== state || this.#kept.by !== by || this.#kept.before !== before) {
      const overlay: Overlay = overlays.find((each) => each === by) ?? 'delegation'
      this.#kept = { of: state, by, before, drawn: coloursOf(state, overlay, { wrong: wrong(), before }) }
    }
    return this.#kept.drawn
  }
}

/**
 * How every seat looks, and what the colours mean; changes are told from `before`, or from the release where it is null; kinds that nobody is of are left out of the legend. */
export const coloursOf = (
  state: SeatState,
  overlay: Overlay,
  { wrong, before }: { wrong: ReadonlySet<string>; before: CalledSeats | null },
): { looks: SeatLooks; legend: LegendLine[] } => {
  const { hall, occupancy } = state
  const { kinds, of } = kindsOf(state, overlay, before)
  const places = new Map(kinds.map(({ key }, place) => [key, Math.min(place, noColour - 1)]))
  const colour = new Uint8Array(hall.seats.length).fill(noColour)
  const mark = new Uint8Array(hall.seats.length)
  const counts = new Map<string, number>()
  for (const [id, at] of occupancy.seatOf) {
    const person = state.people.get(id)
    if (!person) continue
    const key = of(person)
    colour[at] = places.get(key) ?? noColour
    counts.set(key, (counts.get(key) ?? 0) + 1)
    if (wrong.has(id)) mark[at] = seatMarks.wrong
    else if (occupancy.locked.has(id)) mark[at] = seatMarks.locked
    else if ((overlay === 'changes' && key !== 'same') || (overlay === 'print' && key === 'moved'))
      mark[at] = seatMarks.changed
  }
  return {
    looks: {
      ...{ colour, mark, palette: kinds.slice(0, noColour).map((kind) => kind.colour) },
      text: (at) => givenName(personAt(state, at)?.name ?? ''),
    },
    legend: kinds.flatMap(({ key, colour: ink, word }) => {
      const count = counts.get(key) ?? 0
      return count === 0 ? [] : [{ colour: ink, word, count }]
    }),
  }
}
