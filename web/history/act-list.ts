import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatInstant } from '../../server/format/dates.ts'
import type { ActLine } from '../../server/history/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listActs } from '../api/history.ts'
import { undoAct } from '../api/request.ts'
import { did } from '../did.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { wordChanges } from './word-changes.ts'
import { wordSubject } from './word-subject.ts'
import '../parts/empty-state.ts'

/** What was done, newest first: of one congress (`.congressId`), of everything, or only what was deleted (`isTrash`). */
@customElement('act-list')
export class ActList extends WordsElement {
  @property({ attribute: false }) congressId: string | null = null
  @property({ type: Boolean }) isTrash = false
  @state() private acts: readonly ActLine[] = []
  @state() private next: string | null = null
  @state() private isLoaded = false

  constructor() {
    super()
    new LiveController(this, [], () => void this.#fetch())
  }

  static override styles = [
    ...controls,
    css`
      @media (max-width: 700px) {
        .acts thead {
          display: none;
        }
        .acts tr {
          display: block;
          padding-block: var(--space);
          border-block-end: 1px solid var(--line);
        }
        .acts td {
          display: block;
          padding: 0.125rem 0;
          border: 0;
          text-align: start;
        }
      }
      :host {
        display: block;
        overflow-x: auto;
      }
      td {
        overflow-wrap: anywhere;
      }
      .undone {
        text-decoration: line-through;
        color: var(--muted);
      }
      td:last-child {
        text-align: end;
        white-space: nowrap;
      }
      .more {
        margin-block-start: var(--space);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (this.isLoaded && (changed.has('isTrash') || changed.has('congressId'))) void this.#fetch()
  }

  async #fetch(cursor?: string): Promise<void> {
    const { acts, next } = await listActs({
      ...(this.congressId === null ? {} : { congressId: this.congressId }),
      ...(this.isTrash ? { deleted: 'yes' as const } : {}),
      ...(cursor === undefined ? {} : { cursor }),
      language: language(),
    })
    this.acts = cursor === undefined ? acts : [...this.acts, ...acts]
    this.next = next
    this.isLoaded = true
  }

  override render() {
    const { history, common } = words()
    if (!this.isLoaded) return html`<p class="muted">${common.loading}</p>`
    if (this.acts.length === 0) {
      return this.isTrash
        ? html`<empty-state icon="trash-2" heading=${history.trashEmpty} sentence=${history.trashHelp}></empty-state>`
        : html`<p class="muted">${history.none}</p>`
    }
    const { columns } = history
    return html`
      <table class="table acts">
        <thead>
          <tr>
            <th scope="col" class="number">${columns.at}</th>
            <th scope="col">${columns.what}</th>
            <th scope="col">${columns.subject}</th>
            <th scope="col">${columns.who}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${this.acts.map((act) => this.#row(act))}
        </tbody>
      </table>
      ${
        this.next === null
          ? nothing
          : html`<button class="button more" @click=${() => this.#fetch(this.next ?? undefined)}>
              ${history.more}
            </button>`
      }
    `
  }

  #row(act: ActLine) {
    const { history, common, terms } = words()
    const [name = '', detail = ''] = act.action.replace(/^undo:/, '').split(':')
    const plain = (history.actions as Record<string, string>)[name] ?? name
    const stateWord = (terms.states as Record<string, string>)[detail]
    const what = stateWord === undefined ? plain : `${plain}: ${stateWord}`
    const reason = (terms.roles as Record<string, string>)[act.reason] ?? translated(act.reason)
    const isUndo = act.action.startsWith('undo:')
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const isStanding = act.undoneByActId === null && act.mayUndo
    const changed = wordChanges(act.changed)
    return html`
      <tr>
        <td class="number">${formatInstant(act.at, zone, language())}</td>
        <td class=${act.undoneByActId === null ? '' : 'undone'}>${isUndo ? history.undoOf(what) : what}</td>
        <td>
          ${wordSubject(act)} ${changed === '' ? nothing : html`<br /><span class="small">${changed}</span>`}
          ${reason === '' ? nothing : html`<br /><span class="muted small">${reason}</span>`}
        </td>
        <td>${translated(act.accountName)}</td>
        <td>
          ${
            isStanding
              ? html`<button class="button small" @click=${() => this.#undo(act)}>
                  ${icon('undo-2')} ${this.isTrash ? common.restore : common.undo}
                </button>`
              : act.undoneByActId === null
                ? nothing
                : html`<span class="muted small">${history.wasUndone}</span>`
          }
        </td>
      </tr>
    `
  }

  async #undo({ id }: ActLine): Promise<void> {
    await did(undoAct(id), this.isTrash ? words().history.restored : words().common.undone)
    await this.#fetch()
  }
}
