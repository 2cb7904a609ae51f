import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { holderOn, problemOfReplacement, warningsOfReplacement } from '../../server/leaders/rules.ts'
import type { ReplacementProblem } from '../../server/leaders/schema.ts'
import type { Conflict } from '../../server/conflicts/schema.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { leaderRanks, type Post } from '../../server/people/schema.ts'
import { replaceLeader } from '../api/leaders.ts'
import { wordConflict } from '../conflicts/word-conflict.ts'
import { wordDay } from '../conflicts/word-day.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, comboField, dateField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'
import { holderName, leaderName } from './leader-name.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'
import './mention-list.ts'

/**
 * One leader attends in another's place, at the congresses of a period or at one: `<replace-leader-dialog .loaded .post .from
 * .to .congressId>`. After the act it shows who is still named. Tells `leader-replaced` and `form-closed`.
 */
@customElement('replace-leader-dialog')
export class ReplaceLeaderDialog extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) post!: Post
  @property() from = ''
  @property() to = ''
  /** Only at this one. */
  @property({ attribute: false }) congressId: string | null = null
  /** What was done: who attends now, and where. */
  @state() private done: { after: Post; congresses: readonly Congress[] } | null = null
  @state() private dropped: ReadonlySet<string> = new Set()
  readonly #form = new Form(this, {
    newPostId: null as string | null,
    from: null as string | null,
    to: null as string | null,
    congresses: '',
    reason: '',
    paperNumber: '',
    source: '',
  })

  static override styles = [
    ...controls,
    css`
      .outcome ul {
        margin-block: var(--space) var(--space-2);
      }
      ul {
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }
      li {
        padding: var(--space-half) 0.625rem;
        font-size: var(--size-dense);
        overflow-wrap: anywhere;
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      .warning {
        display: flex;
        gap: var(--space-half);
        padding-inline-start: 1.625rem;
      }
      .warning .icon {
        flex: none;
        margin-block-start: 0.2em;
        color: var(--amber);
      }
      .fine {
        padding-inline-start: 1.625rem;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#form.begin({ ...this.#form.values, from: this.from || null, to: this.to || null })
  }

  override render() {
    const { common, leaders } = words()
    const { replace: text } = leaders
    const form = this.#form
    const name = leaderName(this.post, this.from || this.loaded.road.today)
    const chosen = this.#chosen
    return html`
      <modal-dialog
        wide
        heading=${text.heading(name)}
        ?guarded=${form.isChanged && this.done === null}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        ${
          this.done
            ? html`${this.#outcome()}
                <mention-list always .loaded=${this.loaded} .postId=${this.post.id}></mention-list>`
            : html`<form class="form" id="replace" @submit=${(event: SubmitEvent) => this.#save(event)}>
                ${comboField(form, 'newPostId', { label: text.newPost, choices: this.#choices })}
                ${
                  this.congressId === null
                    ? html`<div class="columns">
                        ${dateField(form, 'from', { label: text.from })} ${dateField(form, 'to', { label: text.to })}
                      </div>`
                    : nothing
                }
                <fieldset class="form">
                  <legend class="label">${text.which}</legend>
                  ${this.#list()}
                  ${form.faults['congresses'] ? html`<p class="fault">${form.faults['congresses']}</p>` : nothing}
                </fieldset>
                ${areaField(form, 'reason', { label: words().congresses.fields.reason, isOptional: true, maxLength: 500 })}
                <div class="columns">
                  ${textField(form, 'paperNumber', {
                    label: words().congresses.fields.paperNumber,
                    isOptional: true,
                    maxLength: 80,
                  })}
                  ${textField(form, 'source', { label: text.source, help: text.sourceHelp, isOptional: true, maxLength: 200 })}
                </div>
                <error-panel .error=${form.error}></error-panel>
              </form>`
        }
        <div slot="actions" class="form-actions">
          ${
            this.done
              ? html`<button class="button primary" @click=${() => this.tell('form-closed')}>${common.close}</button>`
              : html`<button class="button" type="button" @click=${() => this.tell('form-closed')}>
                    ${common.cancel}
                  </button>
                  <button class="button primary" form="replace" aria-busy=${form.isSending}>
                    ${text.save(chosen.length)}
                  </button>`
          }
        </div>
      </modal-dialog>
    `
  }

  /** Who stood aside, who attends now, and at which congresses. */
  #outcome() {
    if (this.done === null) return nothing
    const { replace: text } = words().leaders
    const { after, congresses } = this.done
    const named = (post: Post, date: string) => {
      const person = holderOn(post, date)
      return person === '' ? translated(post.name) : `${person} (${translated(post.name)})`
    }
    const day = this.from || this.loaded.road.today
    return html`<section class="outcome">
      <p>${icon('check')} <strong>${text.formerly(named(this.post, day), named(after, day))}</strong></p>
      <ul>
        ${congresses.map((congress) => {
          const { id, unitId, dateFrom, halfDay } = congress
          const when = dateFrom === null ? words().congresses.noDate : wordDay(dateFrom, halfDay)
          return html`<li>
            <a href=${`/congresses/${id}`}>${this.loaded.unit(unitId)?.name ?? congress.title}</a>
            <span class="muted">· ${when}</span>
          </li>`
        })}
      </ul>
    </section>`
  }

  /** Those of fitting rank first, then by name. */
  get #choices() {
    const today = this.from || this.loaded.road.today
    const place = ({ rank }: Post) => (rank === null ? leaderRanks.length : leaderRanks.indexOf(rank))
    const collator = new Intl.Collator('vi')
    return this.loaded.road.posts
      .filter(({ id }) => id !== this.post.id)
      .sort((a, b) => place(a) - place(b) || collator.compare(a.name, b.name))
      .map((post) => ({ value: post.id, label: translated(post.name), detail: holderName(post, today) }))
  }

  /** The congresses that he attends in the period and that are still to come or to be said of. */
  get #attended(): Congress[] {
    const { from, to } = this.#form.values
    return this.loaded.road.congresses
      .filter(({ id, postIds, state, dateFrom, dateTo }) => {
        if (!postIds.includes(this.post.id) || state === 'cancelled') return false
        if (this.congressId !== null) return id === this.congressId
        return dateFrom !== null && (to ?? '9999') >= dateFrom && (from ?? '') <= (dateTo ?? dateFrom)
      })
      .filter(({ unitId }) => this.loaded.may('organizer', unitId))
      .sort((a, b) => ((a.dateFrom ?? '') < (b.dateFrom ?? '') ? -1 : 1))
  }

  #problem({ id }: Congress): ReplacementProblem | null {
    const { newPostId } = this.#form.values
    return newPostId === null ? null : problemOfReplacement(this.loaded.index, id, { postId: this.post.id, newPostId })
  }

  get #chosen(): Congress[] {
    return this.#attended.filter((congress) => !this.dropped.has(congress.id) && this.#problem(congress) === null)
  }

  /** What the new leader would run into at all that are chosen. */
  get #warnings(): ReadonlyMap<string, Conflict[]> {
    const { newPostId } = this.#form.values
    if (newPostId === null) return new Map()
    const ids = this.#chosen.map(({ id }) => id)
    return warningsOfReplacement(this.loaded.road, ids, { postId: this.post.id, newPostId })
  }

  #list() {
    const { replace: text } = words().leaders
    const attended = this.#attended
    const warnings = this.#warnings
    if (attended.length === 0) return html`<p class="muted">${text.none}</p>`
    return html`
      <ul>
        ${attended.map((congress) => this.#row(congress, warnings.get(congress.id)))}
      </ul>
      ${this.#form.values.newPostId === null ? html`<p class="muted small">${text.chooseFirst}</p>` : nothing}
    `
  }

  #row(congress: Congress, warnings: readonly Conflict[] | undefined) {
    const { replace: text } = words().leaders
    const { dateFrom, halfDay } = congress
    const problem = this.#problem(congress)
    const day = dateFrom === null ? words().congresses.noDate : wordDay(dateFrom, halfDay)
    const write = (date: string) => formatShortDate(date, language())
    return html`<li>
      <label class="check">
        <input
          type="checkbox"
          .checked=${problem === null && !this.dropped.has(congress.id)}
          ?disabled=${problem !== null}
          @change=${() => this.#toggle(congress.id)}
        />
        <span>${this.loaded.unit(congress.unitId)?.name} <span class="muted">· ${day}</span></span>
      </label>
      ${
        problem === null
          ? nothing
          : html`<p class="warning">${icon('ban')} ${problem === 'same-leader' ? text.same : text.attends}</p>`
      }
      ${(warnings ?? []).map(
        (warning) =>
          html`<p class="warning">
            ${icon('triangle-alert')} <span>${wordConflict(warning, this.loaded, words(), write)}</span>
          </p>`,
      )}
      ${warnings?.length === 0 ? html`<p class="fine muted small">${text.free}</p>` : nothing}
    </li>`
  }

  #toggle(id: string): void {
    this.dropped = new Set(
      this.dropped.has(id) ? [...this.dropped].filter((each) => each !== id) : [...this.dropped, id],
    )
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { replace: text } = words().leaders
    const { required } = words().errors.rules
    const { newPostId, reason, paperNumber, source } = this.#form.values
    const chosen = this.#chosen
    const faults = {
      ...(newPostId === null ? { newPostId: required } : {}),
      ...(chosen.length === 0 ? { congresses: text.chooseOne } : {}),
    }
    if (!this.#form.refuse(faults) || newPostId === null) return
    const congresses = chosen.map(({ id, version }) => ({ id, version }))
    const isSaved = await this.#form.submit(() =>
      replaceLeader({ postId: this.post.id, newPostId, congresses, reason, paperNumber, source }),
    )
    if (!isSaved) return
    const post = this.loaded.post(newPostId)
    tellDone(text.saved(chosen.length, post ? leaderName(post, this.from || this.loaded.road.today) : ''))
    if (post) this.done = { after: post, congresses: chosen }
    this.tell('leader-replaced')
  }
}
