import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Delegate, DelegateChanges, DelegateList } from '../../server/delegates/schema.ts'
import type { ListRowShown } from '../../server/lists/schema.ts'
import { LiveController } from '../api/changes.ts'
import { tablesOfDelegates } from '../api/delegates.ts'
import { ApiError } from '../api/request.ts'
import { did } from '../did.ts'
import { realChanges, type CellChange } from '../lists/cells.ts'
import { tellDone, tellError } from '../parts/toast-stack.ts'
import { words } from '../words/words.ts'
import { cellsOf, columnsOfList, readCells, type ColumnName } from './columns.ts'
import type { DelegateSource } from './source.ts'

type Change = Pick<DelegateChanges['delegates'][number], 'id' | 'values'>

/** Changes that were refused because another had changed somebody meanwhile. */
interface Refused {
  changes: readonly CellChange[]
  error: ApiError
}

/**
 * The people of a congress, or of one unit's list, as their page edits them: what they are, as records and as the cells of a table, and the writes,
 * which are shown at once and sent one after another.
 */
export class DelegateDesk<List extends DelegateList = DelegateList> implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly source: DelegateSource<List>
  shown: List | null = null
  rows: readonly ListRowShown[] = []
  /** What the level asks and what stands in the list: the columns that there may be. */
  columns: readonly ColumnName[] = []
  byId: ReadonlyMap<string, Delegate> = new Map()
  refused: Refused | null = null
  /** Why what was typed into a cell was given back. */
  fault: string | null = null
  error: unknown = null
  /** Writes go one after another: each names the version that the one before it made. */
  #writes: Promise<unknown> = Promise.resolve()
  #fetches = 0

  constructor(
    host: ReactiveControllerHost,
    congressId: () => string,
    source: DelegateSource<List>,
    tables: string[] = tablesOfDelegates,
  ) {
    this.#host = host
    this.source = source
    host.addController(this)
    new LiveController(host, tables, (change) => {
      if (change.congressId === null || change.congressId === congressId()) void this.fetch()
    })
  }

  hostConnected(): void {
    void this.fetch()
  }

  /** What is asked for last is shown; those who are being written come with their own answer. */
  async fetch(): Promise<void> {
    this.#fetches += 1
    const asked = this.#fetches
    try {
      await this.#writes
      const shown = await this.source.list()
      if (asked !== this.#fetches) return
      this.#show(shown)
      this.error = null
    } catch (error) {
      if (asked === this.#fetches) this.error = error
    }
    this.#host.requestUpdate()
  }

  #show(shown: List): void {
    this.shown = shown
    this.byId = new Map(shown.delegates.map((delegate) => [delegate.id, delegate]))
    this.rows = shown.delegates.map((delegate) => ({
      id: delegate.id,
      values: cellsOf(delegate),
      version: delegate.version,
    }))
    this.columns = columnsOfList(shown.asked, this.rows)
    this.#host.requestUpdate()
  }

  /** Shows the change at once and sends it after those before it; what cannot be read is said and given back. */
  change(changes: readonly CellChange[]): void {
    const real = realChanges(changes, this.rows)
    const read = real.map(({ id, values }) => ({ id, ...readCells(values) }))
    const faulty = read.find(({ faults }) => Object.keys(faults).length > 0)
    const [fault = null] = Object.values(faulty?.faults ?? {})
    this.fault = fault && `${this.byId.get(faulty?.id ?? '')?.name ?? ''}: ${fault}`
    this.#host.requestUpdate()
    if (fault !== null) return
    const typed = new Map(real.map(({ id, values }) => [id, values]))
    this.rows = this.rows.map((row) => ({ ...row, values: { ...row.values, ...typed.get(row.id) } }))
    this.#queue(
      read.map(({ id, values }) => ({ id, values })),
      real,
    )
  }

  /** Gives all of them the same values. */
  set(ids: Iterable<string>, values: Change['values']): void {
    this.#queue(
      [...ids].map((id) => ({ id, values })),
      [],
    )
  }

  #queue(changes: readonly Change[], typed: readonly CellChange[]): void {
    this.#writes = this.#writes.then(() => this.#send(changes, typed))
  }

  async #send(changes: readonly Change[], typed: readonly CellChange[]): Promise<void> {
    const { delegates: text } = words()
    const delegates = this.#atVersion(changes)
    if (delegates.length === 0) return
    try {
      this.#put(await this.source.change({ delegates }))
      tellDone(delegates.length === 1 ? text.saved : text.savedFor(delegates.length))
    } catch (error) {
      if (error instanceof ApiError && error.code === 'stale' && typed.length > 0) {
        this.refused = { changes: typed, error }
        this.#host.requestUpdate()
      } else {
        tellError(error)
        // Not waited for: it waits for this write itself.
        void this.fetch()
      }
    }
  }

  #atVersion<T extends { id: string }>(named: readonly T[]): (T & { version: number })[] {
    return named.flatMap((each) => {
      const version = this.byId.get(each.id)?.version
      return version === undefined ? [] : [{ ...each, version }]
    })
  }

  #put({ delegates, delegations }: Partial<DelegateList>): void {
    if (!this.shown) return
    const changed = new Map(delegates?.map((delegate) => [delegate.id, delegate]))
    this.#show({
      ...this.shown,
      delegates: this.shown.delegates.map((each) => changed.get(each.id) ?? each),
      delegations: delegations ?? this.shown.delegations,
    })
  }

  /** What was typed and refused beside what another wrote meanwhile, of these columns. */
  compared(names: readonly ColumnName[]): { label: string; mine: string; theirs: string }[] {
    const { changes, error } = this.refused ?? { changes: [], error: null }
    const theirs = (error?.current ?? null) as Delegate | null
    const mine = changes.find(({ id }) => id === theirs?.id)?.values ?? {}
    const { fields } = words().delegates
    const now = theirs ? cellsOf(theirs) : {}
    return names
      .filter((name) => name in mine)
      .map((name) => ({ label: fields[name], mine: mine[name] ?? '', theirs: now[name] ?? '' }))
  }

  /** Writes over what the refusal told. */
  keepMine(): void {
    const { changes, error } = this.refused ?? { changes: [], error: null }
    this.refused = null
    const theirs = (error?.current ?? null) as Delegate | null
    const known = theirs ? this.byId.get(theirs.id) : undefined
    if (theirs && known && known.version < theirs.version) {
      this.#put({ delegates: [theirs] })
    }
    this.change(changes)
  }

  takeTheirs(): void {
    this.refused = null
    void this.fetch()
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#writes
    const delegates = this.#atVersion(ids.map((id) => ({ id })))
    await did(this.source.remove({ delegates }), words().delegates.removed(delegates.length))
    await this.fetch()
  }
}
