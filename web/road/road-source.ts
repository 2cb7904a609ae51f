import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { mayAt } from '../../server/accounts/rules.ts'
import type { Role } from '../../server/accounts/schema.ts'
import { applyAcceptances, createRoadIndex, findConflicts, type RoadIndex } from '../../server/conflicts/rules.ts'
import type { Acceptance, Conflict } from '../../server/conflicts/schema.ts'
import type { Congress, StandingReason } from '../../server/congresses/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { LiveController } from '../api/changes.ts'
import { findRoad } from '../api/road.ts'
import type { Lookup } from '../conflicts/word-conflict.ts'
import { currentCycle, cycles } from '../cycle.ts'
import { session } from '../session.ts'

/** A road with what the browser works out from it; one object, made anew when the road is fetched anew. */
export interface LoadedRoad extends Lookup {
  road: Road
  index: RoadIndex
  open: Conflict[]
  accepted: { conflict: Conflict; acceptance: Acceptance }[]
  /** Why a postponed or cancelled congress stands as it does. */
  reason: (congressId: string) => StandingReason | undefined
  /** The unit and all above it, nearest first. */
  line: (unitId: string) => string[]
  /** Whether the account has the role at this unit: what shows buttons; the server decides. */
  may: (role: Role, unitId: string) => boolean
}

export const loadRoad = (road: Road): LoadedRoad => {
  const index = createRoadIndex(road)
  const { open, accepted } = applyAcceptances(findConflicts(index), road.acceptances)
  const unit = finder(road.units)
  const reasons = new Map(road.reasons.map((reason) => [reason.congressId, reason]))
  const line = (unitId: string): string[] => {
    const parentId = unit(unitId)?.parentId ?? null
    return parentId === null ? [unitId] : [unitId, ...line(parentId)]
  }
  return {
    road,
    index,
    open,
    accepted,
    unit,
    congress: finder(road.congresses),
    venue: finder(road.venues),
    booking: finder(road.bookings),
    post: finder(road.posts),
    day: finder(road.days),
    reason: (congressId) => reasons.get(congressId),
    line,
    may: (role, unitId) => mayAt(session.get().grants, role, line(unitId)),
  }
}

const finder = <T extends { id: string }>(records: readonly T[]) => {
  const byId = new Map(records.map((record) => [record.id, record]))
  return (id: string) => byId.get(id)
}

const tables = [
  'cycles',
  'levels',
  'units',
  'venues',
  'bookings',
  'posts',
  'postHolders',
  'people',
  'leaves',
  'calendarDays',
  'congresses',
  'acceptances',
]

let shared: { cycleId: string; loaded: LoadedRoad } | null = null

/**
 * The present cycle's road for a page: `source = new RoadSource(this)`, then `source.loaded` (null while loading) and
 * `source.error`. Fetched again when the cycle is changed or anybody changes what it shows; pages share it.
 */
export class RoadSource implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #fetching: AbortController | null = null
  #stop: (() => void) | null = null
  /** Shown before the road was fetched anew: an answer that was under way knows older versions of them. */
  readonly #put = new Map<string, Congress>()
  loaded: LoadedRoad | null = null
  error: unknown = null

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
    new LiveController(host, tables, () => void this.refetch())
  }

  hostConnected(): void {
    const cycleId = currentCycle()?.id
    this.loaded = shared?.cycleId === cycleId ? (shared?.loaded ?? null) : null
    this.#stop = cycles.listen(() => void this.refetch())
    void this.refetch()
  }

  hostDisconnected(): void {
    this.#fetching?.abort()
    this.#stop?.()
  }

  hostUpdate(): void {
    const cycleId = currentCycle()?.id
    if (!this.loaded || cycleId === undefined || this.loaded.road.cycle.id === cycleId) return
    this.loaded = null
    void this.refetch()
  }

  /** Shows one congress as it will be while the server is still writing it. */
  put(congress: Congress): void {
    if (!this.loaded) return
    this.#put.set(congress.id, congress)
    const { road } = this.loaded
    const congresses = road.congresses.map((standing) => (standing.id === congress.id ? congress : standing))
    this.loaded = loadRoad({ ...road, congresses })
    this.#host.requestUpdate()
  }

  #withNewer(road: Road): Road {
    const congresses = road.congresses.map((standing) => {
      const put = this.#put.get(standing.id)
      if (put && put.version > standing.version) return put
      this.#put.delete(standing.id)
      return standing
    })
    return { ...road, congresses }
  }

  /** Fetches the road again; a later call overtakes an earlier one. */
  async refetch(): Promise<void> {
    const cycle = currentCycle()
    this.#fetching?.abort()
    if (!cycle) return
    const fetching = new AbortController()
    this.#fetching = fetching
    try {
      const fetched = await findRoad(cycle.id, fetching.signal)
      this.loaded = loadRoad(this.#withNewer(fetched))
      shared = { cycleId: cycle.id, loaded: this.loaded }
      this.error = null
    } catch (error) {
      if (fetching.signal.aborted) return
      this.error = error
    }
    this.#host.requestUpdate()
  }
}
