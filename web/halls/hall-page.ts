import { html, nothing, type PropertyValues } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { moveParts, nothingPicked } from '../../server/halls/rules/edit.ts'
import type { PretixRead } from '../../server/halls/rules/pretix-read.ts'
import type { Hall, HallDetails, HallDrawing } from '../../server/halls/schema.ts'
import { LiveController } from '../api/changes.ts'
import { createHall, findHall, saveDrawing, tablesOfHalls } from '../api/halls.ts'
import { ApiError } from '../api/request.ts'
import { listVenues } from '../api/venues.ts'
import { askToLeave } from '../parts/ask-to-leave.ts'
import { PageElement } from '../parts/element.ts'
import { badge } from '../parts/state-badge.ts'
import { tellDone, tellNote } from '../parts/toast-stack.ts'
import { isInField } from '../parts/typing.ts'
import { navigate, setLeaveGuard } from '../router.ts'
import type { Backdrop } from '../seats/seat-map-types.ts'
import { may } from '../session.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import type { HallBoard } from './hall-board.ts'
import { HallDesk } from './hall-desk.ts'
import { extrasSentence } from './hall-files.ts'
import { deedOf } from './hall-keys.ts'
import { notice } from './hall-notice.ts'
import { hallPageStyle } from './hall-page-style.ts'
import { mayLoseSeats } from './losing.ts'
import { forgetHere, keepHere, keptHere, type Draft } from './local-keep.ts'
import '../parts/error-panel.ts'
import '../parts/page-header.ts'
import './hall-board.ts'
import './hall-overview.ts'
import './hall-panel.ts'
import './hall-file-tools.ts'
import './hall-start.ts'
import './hall-tools.ts'
import './hall-versions.ts'

const draftDelay = 800

/** /venues/:id/halls/:hallId — the drawing of a hall; `new` begins one by numbers. */
@customElement('hall-page')
export class HallPage extends PageElement {
  @state() private details: HallDetails | null = null
  @state() private venueName = ''
  @state() private failure: unknown = null
  @state() private error: unknown = null
  /** A newer version that somebody else saved meanwhile. */
  @state() private theirs: HallDetails | null = null
  @state() private draft: Draft | null = null
  @state() private notice = ''
  @state() private backdrop: Backdrop | null = null
  @state() private isSaving = false
  @query('hall-board') private readonly board!: HallBoard | null
  readonly #desk = new HallDesk(this)
  #shownId = ''
  #isGuarded = false
  #keptDrawing: HallDrawing | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  static override styles = hallPageStyle

  constructor() {
    super()
    new LiveController(this, tablesOfHalls, () => void this.#refetch())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    setLeaveGuard(null)
    clearTimeout(this.#timer)
  }

  get #id(): string {
    return this.params['hallId'] ?? ''
  }

  get #isNew(): boolean {
    return this.#id === 'new'
  }

  get #mayChange(): boolean {
    return may('organizer')
  }

  get #draftKey(): string {
    return `draft:${this.#id}`
  }

  protected override willUpdate(): void {
    const id = `${this.params['id']}/${this.#id}`
    if (id === this.#shownId) return
    this.#shownId = id
    this.details = this.theirs = this.draft = null
    this.failure = this.error = null
    void this.#fetch()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { drawing, isChanged } = this.#desk
    if (isChanged !== this.#isGuarded) {
      this.#isGuarded = isChanged
      setLeaveGuard(isChanged ? () => this.#mayLeave() : null)
    }
    if (isChanged && drawing && drawing !== this.#keptDrawing) this.#keepDraft(drawing)
    // Every step was taken back: there is nothing to go on with.
    if (!isChanged && this.#keptDrawing) {
      this.#keptDrawing = null
      void this.#dropDraft()
    }
  }

  #keepDraft(drawing: HallDrawing): void {
    this.#keptDrawing = drawing
    clearTimeout(this.#timer)
    const version = this.details?.hall.version ?? 0
    this.#timer = setTimeout(() => void keepHere(this.#draftKey, { drawing, version } satisfies Draft), draftDelay)
  }

  async #dropDraft(): Promise<void> {
    this.draft = null
    clearTimeout(this.#timer)
    await forgetHere(this.#draftKey)
  }

  async #mayLeave(): Promise<boolean> {
    const isLeft = await askToLeave({ sentence: words().halls.leave, save: () => this.#save() })
    if (isLeft) await this.#dropDraft()
    return isLeft
  }

  async #fetch(): Promise<void> {
    try {
      const venues = await listVenues()
      this.venueName = venues.find(({ id }) => id === this.params['id'])?.name ?? ''
      if (this.#isNew) return
      const details = await findHall(this.#id)
      this.details = details
      this.#desk.begin(details.drawing)
      this.draft = await keptHere<Draft>(this.#draftKey)
      this.failure = null
    } catch (error) {
      this.failure = error
    }
  }

  async #refetch(): Promise<void> {
    if (this.#isNew || !this.details) return
    try {
      const details = await findHall(this.#id)
      if (details.hall.version === this.details.hall.version)
        this.details = { ...this.details, versions: details.versions }
      else if (this.#desk.isChanged) this.theirs = details
      else this.#take(details)
    } catch (error) {
      this.error = error
    }
  }

  #take(details: HallDetails): void {
    this.details = details
    this.theirs = null
    this.error = null
    this.#desk.begin(details.drawing)
  }

  async #save(version = this.details?.hall.version ?? 0): Promise<boolean> {
    const { drawing } = this.#desk
    if (!this.details || !drawing || this.isSaving) return false
    this.isSaving = true
    try {
      if (!(await mayLoseSeats(this.#id, this.details.drawing, drawing))) return false
      const hall = await saveDrawing(this.#id, { drawing, note: '', version })
      this.details = { ...this.details, hall, number: hall.number, drawing }
      this.theirs = null
      this.error = null
      this.#desk.saved(drawing)
      await this.#dropDraft()
      tellDone(words().halls.saved(hall.number))
      return true
    } catch (error) {
      if (error instanceof ApiError && error.code === 'stale') await this.#refetch()
      else this.error = error
      return false
    } finally {
      this.isSaving = false
    }
  }

  readonly #start = async (name: string, drawing: HallDrawing): Promise<void> => {
    const hall: Hall = await createHall(this.params['id'] ?? '', { name, drawing })
    tellDone(words().halls.created)
    await navigate(`/venues/${hall.venueId}/halls/${hall.id}`, { replace: true })
  }

  protected override render(): unknown {
    const { halls, shell } = words()
    const crumbs = [
      ['/venues', shell.pages.venues],
      [`/venues/${this.params['id']}`, this.venueName],
    ] as const
    if (this.failure !== null) {
      return html`<page-header heading=${shell.pages.hall} .crumbs=${crumbs}></page-header>
        <error-panel .error=${this.failure} retryable @retried=${() => void this.#fetch()}></error-panel>`
    }
    if (this.#isNew) {
      return html`<page-header heading=${halls.start} .crumbs=${crumbs}></page-header>
        <hall-start .send=${this.#start} .venueId=${this.params['id'] ?? ''}></hall-start>`
    }
    if (!this.details) {
      return html`<page-header heading=${shell.pages.hall} .crumbs=${crumbs}></page-header>
        <p class="muted">${words().common.loading}</p>`
    }
    return this.#editor(this.details, crumbs)
  }

  #editor(details: HallDetails, crumbs: unknown) {
    const { hall } = details
    const { halls } = words()
    const desk = this.#desk
    const stamp = [desk.drawing, desk.picked]
    const hasPicked = desk.picked.seats.size + desk.picked.fixtures.size > 0
    return html`
      <page-header heading=${hall.name} .crumbs=${crumbs}>
        <span slot="beside" class="row">
          ${desk.isChanged ? badge('amber', 'pencil', halls.unsaved) : badge('slate', 'layers', halls.version(hall.number))}
        </span>
        <span slot="actions" class="row">${this.#mayChange ? this.#actions() : nothing}</span>
      </page-header>
      ${this.#notices()}
      <error-panel .error=${this.error}></error-panel>
      <div class="editor" @keydown=${{ handleEvent: this.#onKey, capture: true }}>
        <div class="drawn">
          ${
            this.#mayChange
              ? html`<hall-tools .desk=${desk} .stamp=${stamp} .board=${() => this.board}></hall-tools>`
              : nothing
          }
          <hall-board
            .desk=${desk}
            .stamp=${stamp}
            .name=${hall.name}
            .backdrop=${this.backdrop}
            ?readonly=${!this.#mayChange}
          ></hall-board>
        </div>
        <aside aria-label=${halls.panel}>
          ${
            hasPicked
              ? html`<hall-panel
                  .desk=${desk}
                  .stamp=${stamp}
                  @parts-doubled=${() => desk.double()}
                  @parts-removed=${() => this.#remove()}
                  @map-wanted=${() => this.board?.map.focus({ preventScroll: true })}
                ></hall-panel>`
              : html`<hall-overview
                  .desk=${desk}
                  .stamp=${stamp}
                  .mayChange=${this.#mayChange}
                  @seats-wanted=${({ detail }: CustomEvent<string[]>) => this.#show(detail)}
                  @fixture-wanted=${({ detail }: CustomEvent<string>) => this.#showFixture(detail)}
                ></hall-overview>`
          }
          <hall-versions .desk=${desk} .details=${details} ?readonly=${!this.#mayChange}></hall-versions>
          <hall-file-tools
            .desk=${desk}
            .record=${hall}
            ?readonly=${!this.#mayChange}
            @plan-read=${({ detail }: CustomEvent<PretixRead | string>) => void this.#takePlan(detail)}
            @picture-changed=${({ detail }: CustomEvent<Backdrop | null>) => (this.backdrop = detail)}
          ></hall-file-tools>
        </aside>
      </div>
    `
  }

  #actions() {
    const { halls } = words()
    const desk = this.#desk
    const step = (sign: 'undo-2' | 'redo-2', word: string, can: boolean, act: () => void) =>
      html`<button class="button icon-only" aria-label=${word} title=${word} ?disabled=${!can} @click=${act}>
        ${icon(sign)}
      </button>`
    const save = () => void this.#save()
    return html`
      ${step('undo-2', halls.undo, desk.canUndo, () => desk.undo())}
      ${step('redo-2', halls.redo, desk.canRedo, () => desk.redo())}
      <button class="button primary" aria-busy=${this.isSaving} ?disabled=${!desk.isChanged} @click=${save}>
        ${halls.save}
      </button>
    `
  }

  #notices() {
    const { halls } = words()
    const { theirs, draft } = this
    return html`
      ${
        theirs
          ? notice(halls.stale(theirs.hall.number), [
              [halls.saveOver, () => void this.#save(theirs.hall.version)],
              [halls.takeTheirs, () => this.#take(theirs)],
            ])
          : nothing
      }
      ${
        draft && this.#mayChange
          ? notice(halls.draft, [
              [halls.goOn, () => this.#goOn(draft)],
              [halls.dropDraft, () => void this.#dropDraft()],
            ])
          : nothing
      }
      ${this.notice === '' ? nothing : notice(this.notice, [[words().common.close, () => (this.notice = '')]])}
    `
  }

  #goOn({ drawing }: Draft): void {
    this.draft = null
    this.#desk.do(() => drawing)
  }

  async #takePlan(read: PretixRead | string): Promise<void> {
    const { halls } = words()
    if (typeof read === 'string') {
      this.notice = read
      return
    }
    this.#desk.pick(nothingPicked)
    this.#desk.do(() => read.drawing)
    this.notice = extrasSentence(read)
    await this.updateComplete
    this.board?.map.fit()
    tellNote(halls.imported(this.#desk.hall?.seats.length ?? 0))
  }

  #show(ids: readonly string[]): void {
    // They may stand on a level that is not shown.
    this.#desk.showLevel('')
    this.#desk.pick({ seats: new Set(ids), fixtures: new Set() })
    const [first] = ids
    if (first !== undefined) this.board?.goTo(first)
  }

  #showFixture(id: string): void {
    this.#desk.showLevel('')
    this.#desk.pick({ seats: new Set(), fixtures: new Set([id]) })
    this.board?.map.focus()
  }

  #remove(): void {
    this.#desk.remove()
    this.board?.map.focus()
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const desk = this.#desk
    if (isInField(event) || !this.#mayChange) return
    const isOnMap = event.composedPath().some((each) => each instanceof HTMLElement && each.localName === 'seat-map')
    const deed = deedOf(event, isOnMap && desk.picked.seats.size + desk.picked.fixtures.size > 0)
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    switch (deed.kind) {
      case 'undo':
        return desk.undo()
      case 'redo':
        return desk.redo()
      case 'save':
        return desk.isChanged ? void this.#save() : undefined
      case 'duplicate':
        return desk.double()
      case 'remove':
        return this.#remove()
      case 'none':
        return desk.pick(nothingPicked)
      case 'all':
        return desk.pickAts(desk.hall?.seats.map(({ at }) => at) ?? [], false)
      case 'nudge': {
        const { picked } = desk
        return desk.do((drawing) => moveParts(drawing, picked, deed.dx, deed.dy), 'nudge')
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-page': HallPage
  }
}
