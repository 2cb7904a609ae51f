import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { formatInstant } from '../../server/format/dates.ts'
import { findAffected, type Affected } from '../../server/releases/rules/affected.ts'
import { sentenceOfPart, standingName } from '../../server/releases/rules/sentences.ts'
import type { TellableProgramme } from '../../server/releases/rules/told.ts'
import type { ReleaseRead, Tellings } from '../../server/releases/schema.ts'
import { LiveController } from '../api/changes.ts'
import { listTold, noteTold, withdrawTelling } from '../api/releases.ts'
import { did } from '../did.ts'
import { copyText, writeTsv } from '../parts/clipboard.ts'
import { WordsElement } from '../parts/element.ts'
import { phoneLinks } from '../parts/phone.ts'
import { tellNote } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import { affectedName, affectedStyles, partsOf, standingBadge } from './affected-list.ts'
import { telling } from './change-list.ts'

/** Whom a release touches, each ticked when told: `<told-list .release .former>`. */
@customElement('told-list')
export class ToldList extends WordsElement {
  @property({ attribute: false }) release!: ReleaseRead
  /** What was in force before it. */
  @property({ attribute: false }) former!: TellableProgramme
  @state() private told: Tellings = { tellings: [], contacts: [] }

  static override styles = [
    ...controls,
    affectedStyles,
    css`
      .affected > li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 var(--space);
      }
      input {
        inline-size: 1.125rem;
        block-size: 1.125rem;
        margin-block-start: 0.2rem;
        accent-color: var(--red);
      }
      h4 {
        margin: 0;
      }
      @media (pointer: coarse) {
        input {
          inline-size: 1.75rem;
          block-size: 1.75rem;
        }
      }
    `,
  ]

  constructor() {
    super()
    new LiveController(this, ['tellings'], () => void this.#fetch())
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('release')) void this.#fetch()
  }

  /** Without who was told, whom to tell is known all the same. */
  async #fetch(): Promise<void> {
    this.told = await listTold(this.release.id).catch(() => ({ tellings: [], contacts: [] }))
  }

  override render() {
    const text = words().releases
    const affected = findAffected(this.former, this.release.content)
    if (affected.length === 0) return html`<p class="muted">${text.nobody}</p>`
    const toldTo = new Set(this.told.tellings.map(({ who }) => who))
    const left = affected.filter(({ who }) => !toldTo.has(who))
    return html`
      <div class="row">
        <h4>${text.tell}</h4>
        <span class="muted small">${text.toldCount(affected.length - left.length, affected.length)}</span>
        <button class="button small" @click=${() => this.#copy(affected)}>${icon('copy')} ${text.copy}</button>
        ${
          left.length === 0
            ? nothing
            : html`<button class="button small" @click=${() => this.#note(left)}>
                ${icon('check-check')} ${text.tellAll}
              </button>`
        }
      </div>
      <p class="muted small">${text.tellHelp}</p>
      <ul class="affected">
        ${affected.map((each) => this.#row(each))}
      </ul>
    `
  }

  #row(affected: Affected) {
    const text = words().releases
    const telling = this.told.tellings.find(({ who }) => who === affected.who)
    const phone = this.#phoneOf(affected)
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return html`<li>
      <input
        type="checkbox"
        id=${affected.who}
        .checked=${telling !== undefined}
        @change=${() => (telling ? this.#withdraw(telling.id, telling.version) : this.#note([affected]))}
      />
      <div>
        <label class="row" for=${affected.who}>${affectedName(affected)} ${standingBadge(affected.standing)}</label>
        ${phone === '' ? nothing : html`<div class="small">${phoneLinks(phone)}</div>`}
        <div class="small muted">${partsOf(affected)}</div>
        ${
          telling
            ? html`<div class="small">
                ${text.told(telling.accountName, formatInstant(telling.at, zone, language()))}
              </div>`
            : nothing
        }
      </div>
    </li>`
  }

  #phoneOf({ who }: Affected): string {
    return this.told.contacts.find((contact) => contact.who === who)?.phone ?? ''
  }

  async #note(affected: readonly Affected[]): Promise<void> {
    await did(noteTold(this.release.id, { who: affected.map(({ who }) => who) }), words().releases.noted)
    await this.#fetch()
  }

  async #withdraw(id: string, version: number): Promise<void> {
    await did(withdrawTelling(id, version), words().releases.noted)
    await this.#fetch()
  }

  /** As Excel and Zalo take it: who, telephone, why, what. */
  async #copy(affected: readonly Affected[]): Promise<void> {
    const text = words().releases
    const { who, phone, standing, what } = text.columns
    const rows = affected.map((each) => [
      [each.name, each.post].filter(Boolean).join(', '),
      this.#phoneOf(each),
      standingName(each.standing, telling()),
      each.parts.map((part) => sentenceOfPart(part, telling())).join('; '),
    ])
    tellNote((await copyText(writeTsv([[who, phone, standing, what], ...rows]))) ? text.copied : text.notCopied)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'told-list': ToldList
  }
}
