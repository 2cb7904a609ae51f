import { indexProgramme, type ProgrammeIndex } from '../../server/programme/rules/conflicts.ts'
import { minutesOf, timeItems } from '../../server/programme/rules.ts'
import type { ProgrammeItem, ProgrammeView } from '../../server/programme/schema.ts'
import type { Desk } from './desk.ts'
import { movesRest, stepOf } from './grid-choices.ts'
import type { Session } from './grid-layout.ts'
import { foresee, type Carried, type Foreseen, type Place, type Ways } from './grid-move.ts'
import { factsOf } from './programme-conflicts.ts'

/** What the hand holds, from taking it to letting it go: by the pointer or by the keys. */
export class Carry {
  readonly carried: Carried
  readonly by: 'pointer' | 'keys'
  /** As the programme stood when it was taken: what others change meanwhile is met when it is let go. */
  readonly programme: ProgrammeView
  readonly session: Session | undefined
  readonly item: ProgrammeItem | undefined
  /** Where it stood, in minutes; of what lay in the tray, its length from 0. */
  readonly start: number
  readonly end: number
  place: Place | null = null
  foreseen: Foreseen | null = null
  readonly #index: ProgrammeIndex
  readonly #ways: Ways

  constructor(desk: Desk, carried: Carried, by: 'pointer' | 'keys') {
    const { programme, congress, rulesOff } = desk
    this.carried = carried
    this.by = by
    this.programme = programme
    this.#index = indexProgramme(programme, factsOf(programme, congress, rulesOff))
    this.#ways = { movesRest: movesRest(desk), squeezes: false, step: stepOf(desk) }
    this.session = programme.sessions.find(({ id, items }) =>
      carried.kind === 'session' ? id === carried.sessionId : items.some((item) => item.id === carried.itemId),
    )
    this.item = carried.kind === 'session' ? undefined : findItem(programme, carried.itemId)
    const times = this.session ? timeItems(this.session.startsAt, this.session.items) : []
    const own = this.item && times[this.session?.items.indexOf(this.item) ?? -1]
    this.start = own?.start ?? (this.session && !this.item ? minutesOf(this.session.startsAt) : 0)
    this.end = own?.end ?? (this.item ? this.item.durationMinutes : (times.at(-1)?.end ?? 0))
  }

  get title(): string {
    return this.item?.title ?? this.session?.title ?? ''
  }

  get movesRest(): boolean {
    return this.#ways.movesRest
  }

  get squeezes(): boolean {
    return this.#ways.squeezes
  }

  set squeezes(isOn: boolean) {
    this.#ways.squeezes = isOn
    if (this.place) this.#look(this.place)
  }

  /** Holds it at a place; answers whether that is another than before. */
  to(place: Place): boolean {
    if (JSON.stringify(place) === JSON.stringify(this.place)) return false
    this.#look(place)
    return true
  }

  #look(place: Place): void {
    this.place = place
    this.foreseen = foresee(this.programme, this.#index, this.carried, place, this.#ways)
  }
}

export const findItem = (programme: Pick<ProgrammeView, 'sessions' | 'tray'>, id: string): ProgrammeItem | undefined =>
  programme.sessions.flatMap(({ items }) => items).find((item) => item.id === id) ??
  programme.tray.find((item) => item.id === id)
