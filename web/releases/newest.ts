import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { findChanges, type ProgrammeChange } from '../../server/releases/rules/changes.ts'
import type { TellableProgramme } from '../../server/releases/rules/told.ts'
import type { ReleaseRead } from '../../server/releases/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listReleases, readRelease } from '../api/releases.ts'

/** The release that is in force, and how far a draft is from it; drawn again when another goes out. */
export class NewestRelease implements ReactiveController {
  release: ReleaseRead | null = null
  isFetched = false
  readonly #host: ReactiveControllerHost
  readonly #congressId: () => string
  #judged: { of: readonly unknown[]; changes: readonly ProgrammeChange[] } = { of: [], changes: [] }

  constructor(host: ReactiveControllerHost, congressId: () => string) {
    this.#host = host
    this.#congressId = congressId
    host.addController(this)
    new LiveController(host, ['releases'], () => void this.fetch())
  }

  hostConnected(): void {
    void this.fetch()
  }

  /** Without the releases the programme is edited all the same. */
  async fetch(): Promise<void> {
    const [newest] = await listReleases(this.#congressId()).catch(() => [])
    if (newest?.id !== this.release?.id) this.release = newest ? await readRelease(newest.id).catch(() => null) : null
    this.isFetched = true
    this.#host.requestUpdate()
  }

  /** Found anew only when the draft or the release is another; none before the first release. */
  changesTo(draft: TellableProgramme): readonly ProgrammeChange[] {
    const of = [draft, this.release]
    if (of.some((each, index) => each !== this.#judged.of[index])) {
      this.#judged = { of, changes: this.release ? findChanges(this.release.content, draft) : [] }
    }
    return this.#judged.changes
  }
}
