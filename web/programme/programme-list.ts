import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { formatDate } from '../../server/format/dates.ts'
import type { ProgrammeConflict } from '../../server/programme/rules/conflicts.ts'
import { shownPlace } from '../../server/programme/rules/places.ts'
import { endOfSession, minutesOf } from '../../server/programme/rules.ts'
import type { Programme, ProgrammeItem } from '../../server/programme/schema.ts'
import * as api from '../api/programme.ts'
import { clockWords } from '../parts/clock.ts'
import { WordsElement } from '../parts/element.ts'
import { mostWhole } from '../parts/near-rows.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { conflictList, conflictListStyles } from './conflict-list.ts'
import type { Desk } from './desk.ts'
import { timesOf } from './grid-words.ts'
import { editItem, newItem, squeeze, type ItemEdit } from './item-acts.ts'
import { wordConflict } from './programme-conflicts.ts'
import { programmeListStyles } from './programme-list-style.ts'
import './session-items.ts'

type Session = Programme['sessions'][number]

/** The sessions below each other with their items, edited where they stand: `<programme-list .desk>`. */
@customElement('programme-list')
export class ProgrammeList extends WordsElement {
  @property({ attribute: false }) desk!: Desk
  #revealed = ''

  static override styles = [...controls, conflictListStyles, programmeListStyles]

  override render() {
    const { programme, conflicts } = this.desk
    const isOfMany = programme.sessions.reduce((sum, { items }) => sum + items.length, 0) > mostWhole
    return html`
      ${conflictList(programme, conflicts)}
      <div class="sessions">${programme.sessions.map((session) => this.#session(session, isOfMany))}</div>
    `
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const at = this.desk.get('at')
    if (at === this.#revealed) return
    this.#revealed = at
    void this.#reveal(at)
  }

  /** Brings the item or session into sight. */
  async #reveal(at: string): Promise<void> {
    const { sessions } = this.desk.programme
    const session = sessions.find(({ id, items }) => id === at || items.some((item) => item.id === at))
    if (!session) return
    const place = this.renderRoot.querySelector(`#session-${session.id}`)
    if (session.id === at) place?.scrollIntoView({ block: 'center' })
    else await place?.querySelector('session-items')?.reveal(at)
  }

  #session(session: Session, isOfMany: boolean) {
    const { programme } = words()
    const { mayEdit, conflicts } = this.desk
    const end = endOfSession(session.startsAt, session.items)
    const date = session.date === null ? programme.noDate : formatDate(session.date, language())
    const where = shownPlace(session, language(), translated)
    const place = where === '' ? '' : ` · ${where}`
    const own = conflicts.filter(({ sessionId }) => sessionId === session.id)
    return html`
      <section class="session ${session.kind}" id=${`session-${session.id}`} aria-labelledby=${`title-${session.id}`}>
        <header>
          <h2 id=${`title-${session.id}`}>${translated(session.title)}</h2>
          <span class="when figures small">${date} · ${timesOf(session, end)}${place}</span>
          ${mayEdit ? this.#sessionButtons(session) : nothing}
          ${own.filter(({ itemId }) => itemId === null).map((conflict) => this.#sessionConflict(conflict, session))}
        </header>
        <session-items
          .session=${session}
          .speakers=${this.desk.programme.speakers}
          .warnings=${this.#warningsOf(own)}
          shownId=${this.desk.get('at')}
          .isReadOnly=${!mayEdit}
          .isOfMany=${isOfMany}
          @item-edited=${({ detail }: CustomEvent<{ item: ProgrammeItem; edit: ItemEdit }>) =>
            editItem(this.desk, detail.item, detail.edit)}
          @item-deleted=${({ detail }: CustomEvent<{ item: ProgrammeItem }>) => this.#deleteItem(detail.item)}
          @items-ordered=${({ detail }: CustomEvent<{ itemIds: string[]; items: ProgrammeItem[] }>) =>
            this.#order(session, detail)}
        ></session-items>
        <footer>
          ${
            mayEdit
              ? html`<button class="button small" @click=${() => this.#addItem(session)}>
                  ${icon('plus')} ${programme.addItem}
                </button>`
              : html`<span></span>`
          }
          <span class="small muted figures">
            ${programme.ends(clockWords(end), end - minutesOf(session.startsAt))}
          </span>
        </footer>
      </section>
    `
  }

  #warningsOf(conflicts: readonly ProgrammeConflict[]): ReadonlyMap<string, readonly string[]> {
    const warnings = new Map<string, string[]>()
    for (const conflict of conflicts) {
      if (conflict.itemId === null) continue
      const sentence = wordConflict(conflict, this.desk.programme)
      warnings.set(conflict.itemId, [...(warnings.get(conflict.itemId) ?? []), sentence])
    }
    return warnings
  }

  #sessionConflict(conflict: ProgrammeConflict, session: Session) {
    return html`<p class="doubt small">
      ${icon('triangle-alert')} ${wordConflict(conflict, this.desk.programme)}
      ${
        conflict.wayOut === 'squeeze' && this.desk.mayEdit
          ? html`<button class="button small" @click=${() => squeeze(this.desk, session.id)}>
              ${words().programme.squeeze}
            </button>`
          : nothing
      }
    </p>`
  }

  #sessionButtons(session: Session) {
    const { assignments, programme } = words()
    return html`
      <span class="row">
        <button
          class="button quiet small icon-only"
          aria-label=${`${programme.editSession}: ${translated(session.title)}`}
          title=${programme.editSession}
          @click=${() => this.desk.editSession(session)}
        >
          ${icon('pencil')}
        </button>
        <a
          class="button quiet small icon-only"
          aria-label=${`${assignments.who}: ${translated(session.title)}`}
          title=${assignments.who}
          href=${`/congresses/${this.desk.congress.id}/assignments?at=${session.id}`}
        >
          ${icon('users-round')}
        </a>
        <button
          class="button quiet small icon-only"
          aria-label=${`${programme.deleteSession}: ${translated(session.title)}`}
          title=${programme.deleteSession}
          @click=${() => this.desk.write(api.deleteSession(session.id, session.version), programme.done.sessionDeleted)}
        >
          ${icon('trash-2')}
        </button>
      </span>
    `
  }

  async #addItem(session: Session): Promise<void> {
    const added = await newItem(this.desk, { sessionId: session.id })
    if (added === undefined) return
    await this.updateComplete
    await this.renderRoot.querySelector(`#session-${session.id}`)?.querySelector('session-items')?.write(added)
  }

  async #deleteItem({ id, version }: ProgrammeItem): Promise<void> {
    await this.desk.write(api.deleteItem(id, version), words().programme.done.itemDeleted)
  }

  /** Shows the new order at once; the server's answer confirms it or puts it back. */
  async #order(session: Session, { itemIds, items }: { itemIds: string[]; items: ProgrammeItem[] }): Promise<void> {
    const { programme } = this.desk
    const sessions = programme.sessions.map((each) => (each.id === session.id ? { ...each, items } : each))
    this.desk.foresee({ ...programme, sessions })
    await this.desk.write(api.orderItems(session.id, { itemIds }), words().programme.done.ordered)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'programme-list': ProgrammeList
  }
}
