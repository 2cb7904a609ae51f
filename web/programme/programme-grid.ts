import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { arranged } from '../../server/programme/rules/arrange.ts'
import * as api from '../api/programme.ts'
import { ApiError } from '../api/request.ts'
import { WordsElement } from '../parts/element.ts'
import { keepToastsAside, tellDone, tellError, tellNote } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { carryStrip } from './carry-strip.ts'
import type { Desk } from './desk.ts'
import { Carry, findItem } from './grid-carry.ts'
import { clashNotice, clashOf, type Clash } from './grid-clash.ts'
import { choose, zoomBeside, zoomOf } from './grid-choices.ts'
import { KeysController } from './grid-keys.ts'
import { columnsOf, dayOf, noDay, reachOf, vacantColumns, zoomedScale, type Column } from './grid-layout.ts'
import type { Carried, Place } from './grid-move.ts'
import { firstPlaceIn } from './grid-places.ts'
import { PointerController } from './grid-pointer.ts'
import { daysShown } from './grid-tools.ts'
import { inShort, tagOf } from './grid-words.ts'
import { gridStyles } from './programme-grid-style.ts'
import type { ProgrammeBoard } from './programme-board.ts'
import type { ItemPanel } from './item-panel.ts'
import type { ProgrammeTray } from './programme-tray.ts'
import { sideParts } from './side-parts.ts'
import './grid-help.ts'
import './item-panel.ts'
import './programme-board.ts'
import './programme-tray.ts'

/** Signs of a title in the sentence that says what was done with it. */
const longestName = 40

/**
 * The programme as a grid, composed by the pointer or by the keys: the tray, the board of a day, and what there is to
 * say about the chosen item: `<programme-grid .desk>`.
 */
@customElement('programme-grid')
export class ProgrammeGrid extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  @state() private announcement = ''
  @state() private clash: Clash | null = null
  @state() private isHelping = false
  /** On a phone the tray is a sheet. */
  @state() private isTrayOpen = false
  /** On a phone, what there is to say about all of the programme is a sheet too. */
  @state() private isSideOpen = false
  @query('programme-board') readonly board!: ProgrammeBoard
  @query('programme-tray') readonly tray!: ProgrammeTray
  @query('item-panel') readonly panel!: ItemPanel
  @query('.desk') private readonly deskElement!: HTMLElement
  @query('.strip') private readonly strip!: HTMLElement
  carry: Carry | null = null
  columns: Column[] = []
  day = noDay
  #drawn: readonly unknown[] = []
  /** The item whose title is to be written as soon as the panel shows it. */
  #edited = ''

  static override styles = [...controls, gridStyles]

  /** The board's place moves when a line above it is drawn later, or wraps. */
  readonly #pageResized = new ResizeObserver(() => this.#measure())

  constructor() {
    super()
    new PointerController(this)
    new KeysController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#pageResized.observe(document.body)
    keepToastsAside(true)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#pageResized.disconnect()
    keepToastsAside(false)
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const { programme } = this.desk
    this.day = daysShown(this.desk).day
    const columns = this.columnsOn(this.day)
    const drawn = [programme.sessions, this.day, this.#wantsRoom(columns)]
    if (drawn.every((each, index) => each === this.#drawn[index])) return
    this.#drawn = drawn
    const rooms = programme.venue?.rooms ?? []
    this.columns = this.#wantsRoom(columns) ? [...columns, ...vacantColumns(columns, rooms)] : columns
  }

  /** The columns of a day in which something is held. */
  columnsOn(day: string): Column[] {
    return columnsOf(this.desk.programme.sessions.filter((session) => dayOf(session) === day))
  }

  /** A session may go to any room; an item that has no place yet, or finds none on a day, may too. */
  #wantsRoom(columns: readonly Column[]): boolean {
    const { carried, session } = this.carry ?? {}
    if (carried?.kind === 'session') return true
    return carried?.kind === 'item' && (session === undefined || columns.length === 0)
  }

  /** Where something comes that is given a day alone. */
  firstPlaceOn(day: string): Place {
    return firstPlaceIn(this.columnsOn(day), day)
  }

  override render() {
    const { desk } = this
    const { editor } = words()
    const chosenId = desk.get('at')
    const isChosen = this.#chosen()
    const hasTray = desk.mayEdit || desk.programme.tray.length > 0
    return html`
      ${this.clash === null ? nothing : clashNotice(this.clash, (isAgain) => this.#settle(isAgain))}
      <p class="visually-hidden" id="keys">${editor.keysHint}</p>
      <div class="desk ${isChosen || this.isSideOpen ? 'panel-open' : ''} ${hasTray ? '' : 'trayless'}">
        <programme-tray
          ?hidden=${!hasTray}
          .desk=${desk}
          chosenId=${chosenId}
          ?open=${this.isTrayOpen}
          @item-added=${({ detail }: CustomEvent<{ id: string }>) => this.edit(detail.id)}
          @tray-toggled=${() => (this.isTrayOpen = !this.isTrayOpen)}
        ></programme-tray>
        <button class="chip overview" aria-expanded=${this.isSideOpen && !isChosen} @click=${() => this.#toggleSide()}>
          ${icon(desk.conflicts.length === 0 ? 'info' : 'triangle-alert')} ${editor.overview(desk.conflicts.length)}
          ${icon('chevron-right')}
        </button>
        <programme-board
          role="region"
          aria-label=${editor.boardLabel}
          aria-describedby="keys"
          .desk=${desk}
          day=${this.day}
          .columns=${this.columns}
          .reach=${reachOf(this.columns, this.carry?.carried.kind === 'session' ? [this.carry] : [])}
          .pixels=${zoomedScale(this.columns, zoomOf(desk))}
          chosenId=${chosenId}
          .conflicts=${desk.conflicts}
        ></programme-board>
        <aside class="side" aria-label=${editor.sideLabel}>
          ${
            isChosen
              ? nothing
              : html`<button
                  class="button quiet small icon-only close"
                  aria-label=${words().common.close}
                  @click=${() => this.#toggleSide()}
                >
                  ${icon('x')}
                </button>`
          }
          <item-panel
            .desk=${desk}
            chosenId=${chosenId}
            @item-added=${({ detail }: CustomEvent<{ id: string }>) => this.edit(detail.id)}
            @panel-left=${() => this.focusOn(chosenId)}
          ></item-panel>
          ${sideParts.map((part) => part(desk))}
          ${
            desk.mayEdit
              ? html`<button class="link-button small help" @click=${() => (this.isHelping = true)}>
                  ${icon('circle-question-mark')} ${editor.help}
                </button>`
              : nothing
          }
        </aside>
        <div class="strip" hidden></div>
      </div>
      <p class="visually-hidden" aria-live="assertive">${this.announcement}</p>
      ${this.isHelping ? html`<grid-help @form-closed=${() => (this.isHelping = false)}></grid-help>` : nothing}
    `
  }

  /** As high as what is left of the window beneath it. */
  #measure(): void {
    if (!this.hasUpdated) return
    const above = this.deskElement.getBoundingClientRect().top + scrollY + 16
    this.style.setProperty('--above', `${Math.round(above)}px`)
  }

  protected override updated(): void {
    this.#measure()
    carryStrip(this.strip, this.carry)
    this.#writeTitle()
  }

  /** Not before the panel shows that item: what was selected in another's title would be lost. */
  #writeTitle(): void {
    const { desk } = this
    if (desk.get('at') !== this.#edited || !findItem(desk.programme, this.#edited)) return
    this.#edited = ''
    void this.panel.edit()
  }

  #chosen(): boolean {
    const at = this.desk.get('at')
    return (
      at !== '' &&
      (findItem(this.desk.programme, at) ?? this.desk.programme.sessions.find(({ id }) => id === at)) !== undefined
    )
  }

  /** What was chosen makes way for the whole. */
  #toggleSide(): void {
    const isOpen = this.isSideOpen && !this.#chosen()
    if (this.#chosen()) this.desk.set({ at: '' })
    this.isSideOpen = !isOpen
  }

  openHelp(): void {
    this.isHelping = true
  }

  /** A step higher or lower, or as the items ask for. */
  zoom(way: -1 | 1 | 0): true {
    const zoom = way === 0 ? 1 : zoomBeside(zoomOf(this.desk), way)
    if (zoom !== null) choose(this.desk, 'zoom', String(zoom))
    return true
  }

  select(id: string): void {
    this.#edited = ''
    this.desk.set({ at: id, day: this.day })
  }

  showDay(day: string): void {
    this.desk.set({ day })
  }

  /** Puts the focus on an item, or the head of a session, wherever it lies. */
  async focusOn(id: string): Promise<void> {
    await this.updateComplete
    if (this.desk.programme.tray.some((item) => item.id === id)) await this.tray.focusOn(id)
    else await this.board.focusOn(id)
  }

  /** Goes to what can be written about an item or a session; answers that it does. */
  edit(id: string): true {
    this.select(id)
    const session = this.desk.programme.sessions.find((each) => each.id === id)
    if (session) this.desk.editSession(session)
    else this.#edited = id
    this.requestUpdate()
    return true
  }

  announce(sentence: string): void {
    this.announcement = sentence
  }

  /** Takes something in hand; answers whether it may be. */
  take(carried: Carried, by: 'pointer' | 'keys'): boolean {
    if (!this.desk.mayEdit) return false
    this.carry = new Carry(this.desk, carried, by)
    this.isTrayOpen = false
    this.requestUpdate()
    this.announce(words().editor.taken(translated(this.carry.title)))
    return true
  }

  /** Holds it at a place and shows what would become of it. */
  hold(place: Place): void {
    if (!this.carry?.to(place)) return
    this.#paint()
  }

  /** Items are shortened where a held end would be missed, or are not. */
  squeeze(isOn: boolean): void {
    if (!this.carry || this.carry.squeezes === isOn) return
    this.carry.squeezes = isOn
    this.#paint()
  }

  #paint(): void {
    this.board.paint(this.carry)
    carryStrip(this.strip, this.carry)
    const { carry } = this
    if (carry?.by !== 'keys' || !carry.foreseen) return
    this.announce(carry.place?.kind === 'tray' ? words().editor.overTray : tagOf(carry, carry.foreseen))
  }

  cancel(): void {
    if (!this.carry) return
    this.#letGo()
    this.announce(words().editor.cancelled)
  }

  #letGo(): void {
    this.carry = null
    this.requestUpdate()
    this.board.paint(null)
    carryStrip(this.strip, null)
  }

  /** Lets go: one act, drawn before the server has answered. */
  drop(): void {
    const { carry } = this
    const { editor } = words()
    if (!carry) return
    this.#letGo()
    const { foreseen, place } = carry
    if (!foreseen || !place || foreseen.refusal === 'same-place') return this.announce(editor.cancelled)
    if (foreseen.refusal !== null) return tellNote(editor.refusals[foreseen.refusal])
    void this.#send(carry)
  }

  async #send(carry: Carry): Promise<void> {
    const { desk } = this
    const { editor } = words()
    const { foreseen, place } = carry
    if (!foreseen || !place) return
    desk.foresee({ ...desk.programme, ...arranged(desk.programme, foreseen.arrangement) })
    const name = inShort(translated(carry.title), longestName)
    const sentence =
      place.kind === 'tray' ? editor.done.intoTray(name) : editor.done.moved(name, tagOf(carry, foreseen))
    try {
      await api.arrange(desk.congress.id, foreseen.arrangement)
      tellDone(sentence)
      this.announce(sentence)
      await desk.refresh()
    } catch (error) {
      await desk.refresh()
      if (error instanceof ApiError && error.code === 'stale') this.clash = clashOf(carry, this.desk.programme)
      else tellError(error)
    }
  }

  /** Somebody else changed it meanwhile: it is put where it was meant to go, or left. */
  #settle(isAgain: boolean): void {
    const { clash } = this
    this.clash = null
    if (!clash || !isAgain) return
    const carry = new Carry(this.desk, clash.carried, 'pointer')
    if (!carry.item && !carry.session) return tellNote(words().editor.gone)
    carry.to(clash.place)
    this.carry = carry
    this.drop()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'programme-grid': ProgrammeGrid
  }
}
