import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { duplicateParts, nothingPicked, removeParts, type Picked } from '../../server/halls/rules/edit.ts'
import { indexHall, type IndexedHall } from '../../server/halls/rules/indexed.ts'
import type { HallDrawing } from '../../server/halls/schema.ts'
import { newPartId } from './part-ids.ts'

/** So many steps can be taken back. Drawings share what did not change. */
const mostSteps = 200

/** A drawing that is worked on: what is picked, and the steps back and forth. */
export class HallDesk implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #drawing: HallDrawing | null = null
  #saved: HallDrawing | null = null
  #hall: IndexedHall | null = null
  #hallOf: [HallDrawing | null, string] = [null, '']
  #levelId = ''
  #ats: { of: unknown[]; set: ReadonlySet<number> } | null = null
  #past: HallDrawing[] = []
  #future: HallDrawing[] = []
  /** Steps of one kind that follow each other are taken back together. */
  #kind = ''
  picked: Picked = nothingPicked

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#host.requestUpdate()
  }

  get drawing(): HallDrawing | null {
    return this.#drawing
  }

  /** What is shown of the drawing: all of it, or one level. Levels and blocks keep their places. */
  get hall(): IndexedHall | null {
    if (this.#drawing && (this.#hallOf[0] !== this.#drawing || this.#hallOf[1] !== this.#levelId)) {
      this.#hallOf = [this.#drawing, this.#levelId]
      this.#hall = indexHall(withOneLevel(this.#drawing, this.#levelId))
    }
    return this.#drawing ? this.#hall : null
  }

  /** The level that is shown alone; '' = all are. */
  get levelId(): string {
    return this.#drawing?.levels.some(({ id }) => id === this.#levelId) === true ? this.#levelId : ''
  }

  /** Shows one level alone, or with '' all. */
  showLevel(id: string): void {
    this.#levelId = id
    this.pick(nothingPicked)
  }

  /** Places in the hall of the picked seats. */
  get pickedAts(): ReadonlySet<number> {
    const { hall, picked } = this
    if (this.#ats?.of[0] !== hall || this.#ats.of[1] !== picked) {
      const ats = [...picked.seats].flatMap((id) => hall?.placeOf.get(id) ?? [])
      this.#ats = { of: [hall, picked], set: new Set(ats) }
    }
    return this.#ats.set
  }

  get isChanged(): boolean {
    return this.#drawing !== this.#saved
  }

  get canUndo(): boolean {
    return this.#past.length > 0
  }

  get canRedo(): boolean {
    return this.#future.length > 0
  }

  /** Begins with a drawing as it is kept. */
  begin(drawing: HallDrawing): void {
    this.#drawing = this.#saved = drawing
    this.#past = []
    this.#future = []
    this.#kind = ''
    this.pick(nothingPicked)
  }

  /** The drawing is kept as it is. */
  saved(drawing: HallDrawing): void {
    this.#saved = drawing
    this.#host.requestUpdate()
  }

  /** Does one thing; `kind` joins it with the step before of the same kind. */
  do(change: (drawing: HallDrawing) => HallDrawing, kind = ''): void {
    if (!this.#drawing) return
    const next = change(this.#drawing)
    if (next === this.#drawing) return
    if (kind === '' || kind !== this.#kind) this.#past = [...this.#past.slice(1 - mostSteps), this.#drawing]
    this.#kind = kind
    this.#future = []
    this.#drawing = next
    this.#host.requestUpdate()
  }

  /** Draws what is picked once more beside it, and picks that. */
  double(): void {
    const { hall } = this
    if (!hall) return
    let doubled = nothingPicked
    this.do((drawing) => {
      const twice = duplicateParts(drawing, this.picked, { dx: hall.pitch, dy: hall.pitch }, newPartId)
      doubled = twice.picked
      return twice.drawing
    })
    this.pick(doubled)
  }

  /** Takes what is picked out of the drawing. */
  remove(): void {
    this.do((drawing) => removeParts(drawing, this.picked))
    this.pick(nothingPicked)
  }

  undo(): void {
    const before = this.#past.pop()
    if (before && this.#drawing) this.#go(before, this.#future)
  }

  redo(): void {
    const after = this.#future.pop()
    if (after && this.#drawing) this.#go(after, this.#past)
  }

  #go(to: HallDrawing, other: HallDrawing[]): void {
    if (this.#drawing) other.push(this.#drawing)
    this.#drawing = to
    this.#kind = ''
    this.pick(this.#known(this.picked))
  }

  /** What of it the drawing has. */
  #known({ seats, fixtures }: Picked): Picked {
    const levels = this.#drawing?.levels ?? []
    const parts = new Set(levels.flatMap((level) => level.fixtures.map(({ id }) => id)))
    const known = new Set(
      levels.flatMap(({ blocks }) =>
        blocks.flatMap(({ rows }) => rows.flatMap((row) => row.seats.map(({ id }) => id))),
      ),
    )
    return {
      seats: new Set([...seats].filter((id) => known.has(id))),
      fixtures: new Set([...fixtures].filter((id) => parts.has(id))),
    }
  }

  pick(picked: Picked): void {
    this.picked = picked
    this.#kind = ''
    this.#host.requestUpdate()
  }

  /** Picks seats by their places; added ones that all are picked already are let go. */
  pickAts(ats: readonly number[], isAdding: boolean): void {
    const ids = ats.flatMap((at) => this.hall?.seats[at]?.id ?? [])
    if (!isAdding) return this.pick({ seats: new Set(ids), fixtures: new Set() })
    const seats = new Set(this.picked.seats)
    const areAll = ids.length > 0 && ids.every((id) => seats.has(id))
    for (const id of ids) {
      if (areAll) seats.delete(id)
      else seats.add(id)
    }
    this.pick({ ...this.picked, seats })
  }
}

/** A drawing of which one level holds anything; all where there is no such level. */
const withOneLevel = (drawing: HallDrawing, id: string): HallDrawing =>
  drawing.levels.some((level) => level.id === id)
    ? {
        ...drawing,
        levels: drawing.levels.map((level) => (level.id === id ? level : { ...level, blocks: [], fixtures: [] })),
      }
    : drawing
