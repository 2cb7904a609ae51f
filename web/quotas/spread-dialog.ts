import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { both, isOfGuestsAlone, plainAim, scaledAims, spread, sumOf } from '../../server/quotas/rules.ts'
import type { Quota, QuotaBoard } from '../../server/quotas/schema.ts'
import { changeQuotas, findQuotaBoard } from '../api/quotas.ts'
import { WordsElement } from '../parts/element.ts'
import { checkField, numberField, selectField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import { controls } from '../style/controls.ts'
import type { Hue } from '../parts/state-badge.ts'
import { icon, type IconName } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

type ClassName = 'official' | 'guests'

interface Fields {
  what: ClassName
  /** '' = all; `chosen`; `block:…`; `type:…`. */
  scope: string
  total: number | null
  rule: 'equal' | 'by-staff'
  minimum: number | null
  keepsEntered: boolean
  scalesAims: boolean
  /** Ids of those who were unticked: they keep what they have. */
  unticked: readonly string[]
}

interface Planned {
  quota: Quota
  weight: number
  now: number
  then: number
}

/**
 * Spreads a total over units by a rule, with what each would get beside what it has:
 * `<spread-dialog congressId="…" .board .chosen=${new Set()}>`. Tells `form-closed`.
 */
@customElement('spread-dialog')
export class SpreadDialog extends WordsElement {
  @property() congressId = ''
  @property({ attribute: false }) board!: QuotaBoard
  @property({ attribute: false }) chosen: ReadonlySet<string> = new Set()
  readonly #form = new Form<Fields>(this, {
    ...{ what: 'official', scope: '', total: null, rule: 'by-staff', minimum: 1, keepsEntered: true, scalesAims: true },
    unticked: [],
  })

  /** The total as it was proposed, not typed. */
  #proposed: number | null = null

  static override styles = [
    ...controls,
    css`
      .preview {
        max-block-size: 18rem;
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }
      .preview tfoot th {
        position: sticky;
        inset-block: auto 0;
      }
      .preview td:first-child {
        overflow-wrap: anywhere;
      }
      .ticks {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
        gap: var(--space-half) var(--space-2);
        max-block-size: 14rem;
        margin-block: var(--space);
        padding: 2px;
        overflow: auto;
        list-style: none;
      }
      .up {
        color: var(--green);
      }
      .down {
        color: var(--red);
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#begin()
  }

  #begin(): void {
    const scope = this.chosen.size > 0 ? 'chosen' : ''
    const total = this.#standing({ scope, what: 'official', unticked: [] })
    this.#form.begin({ ...this.#form.values, what: 'official', unticked: [], scope, total })
    this.#proposed = total
  }

  /** Another scope or class begins with what it has now, unless a total was typed. */
  protected override willUpdate(): void {
    const { total } = this.#form.values
    const standing = this.#standing(this.#form.values)
    if (total === this.#proposed && total !== standing) this.#form.set('total', standing)
    if (total === this.#proposed) this.#proposed = standing
  }

  #standing(whom: Pick<Fields, 'scope' | 'what' | 'unticked'>): number | null {
    return sumOf(this.#sharing(whom))[whom.what] || null
  }

  /** The quotas that share. */
  #sharing({ scope, what, unticked }: Pick<Fields, 'scope' | 'what' | 'unticked'>): Quota[] {
    return this.#tickable(scope, what).filter(({ id }) => !unticked.includes(id))
  }

  #tickable(scope: string, what: ClassName): Quota[] {
    return this.#rowsIn(scope).filter((quota) => what === 'guests' || !isOfGuestsAlone(quota))
  }

  #rowsIn(scope: string): Quota[] {
    const [kind, name = ''] = [scope.split(':')[0], scope.slice(scope.indexOf(':') + 1)]
    return this.board.quotas.filter((quota) => {
      if (kind === 'chosen') return this.chosen.has(quota.id)
      return kind === 'block' ? quota.block === name : kind === 'type' ? quota.type === name : true
    })
  }

  #plan(): { planned: Planned[]; missing: number } {
    const { what, total, rule, minimum, keepsEntered } = this.#form.values
    const rows = this.#sharing(this.#form.values)
    const sharing = rows.map((quota) => ({
      id: quota.id,
      weight: rule === 'equal' ? 1 : weightOf(quota),
      floor: Math.max(quota.approved[what], keepsEntered ? quota.entered[what] : 0),
    }))
    const { shares, missing } = spread(sharing, total ?? 0, minimum ?? 0)
    const planned = rows.map((quota, at) => {
      const now = quota[what]
      return { quota, weight: sharing[at]?.weight ?? 0, now, then: shares?.get(quota.id) ?? now }
    })
    return { planned, missing: missing ?? 0 }
  }

  override render() {
    const { quotas, common } = words()
    const text = quotas.spreadDialog
    const form = this.#form
    const { planned, missing } = this.#plan()
    const changed = planned.filter(({ now, then }) => now !== then)
    const sum = both(sumOf(this.board.quotas)) + changed.reduce((all, { now, then }) => all + then - now, 0)
    const { maximum } = this.board
    const isAbove = maximum !== null && sum > maximum
    const cannot = missing > 0 || isAbove || changed.length === 0
    return html`<modal-dialog
      wide
      heading=${text.heading}
      ?guarded=${form.isChanged}
      @dialog-closed=${() => this.tell('form-closed')}
    >
      <form class="form" id="spread" @submit=${(event: SubmitEvent) => this.#save(event, changed, cannot)}>
        ${this.#fields()}
        <div aria-live="polite">
          ${missing > 0 ? notice('red', 'triangle-alert', text.missing(missing)) : nothing}
          ${isAbove && maximum !== null ? notice('red', 'triangle-alert', text.aboveMaximum(sum, maximum)) : nothing}
          ${this.#guestsAlone()} ${this.#withoutWeight(planned)}
        </div>
        ${planned.length === 0 ? html`<p class="muted">${text.nobody}</p>` : this.#preview(planned)}
        <p class="help">${text.explained}</p>
        <error-panel
          .error=${form.error}
          @mine-kept=${() => this.#lookAgain()}
          @theirs-taken=${() => this.#lookAgain(true)}
        ></error-panel>
      </form>
      <div slot="actions">
        <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
        <button class="button primary" form="spread" ?disabled=${cannot} aria-busy=${form.isSending}>
          ${text.save(changed.length)}
        </button>
      </div>
    </modal-dialog>`
  }

  #fields() {
    const { quotas } = words()
    const text = quotas.spreadDialog
    const form = this.#form
    const names = (key: 'block' | 'type') =>
      [...new Set(this.board.quotas.map((quota) => quota[key]))].filter((name) => name !== '')
    const scopes: (readonly [string, string])[] = [
      ['', text.everybody],
      ...(this.chosen.size > 0 ? [['chosen', text.ofChosen(this.chosen.size)] as const] : []),
      ...names('block').map((name) => [`block:${name}`, text.ofBlock(name)] as const),
      ...names('type').map((name) => [`type:${name}`, text.ofType(name)] as const),
    ]
    const classes = (['official', 'guests'] as const).map((each) => [each, quotas[each]] as const)
    const rules = (['by-staff', 'equal'] as const).map((rule) => [rule, text.rules[rule]] as const)
    return html`<div class="columns">
        ${selectField(form, 'what', { label: text.what, choices: classes })}
        ${selectField(form, 'scope', { label: text.scope, choices: scopes })}
        ${numberField(form, 'total', { label: text.total, autofocus: true })}
        ${selectField(form, 'rule', { label: text.rule, choices: rules })}
        ${numberField(form, 'minimum', { label: text.minimum })}
      </div>
      ${checkField(form, 'keepsEntered', { label: text.keepEntered })}
      ${
        form.values.what === 'official' &&
        this.board.quotas.some(({ aims }) => aims.some(({ isPercent }) => !isPercent))
          ? checkField(form, 'scalesAims', { label: text.scaleAims })
          : nothing
      }
      ${this.#ticks()}`
  }

  /** Folded: most spreads are over all of whom the scope speaks. */
  #ticks() {
    const text = words().quotas.spreadDialog
    const { scope, what, unticked } = this.#form.values
    const rows = this.#tickable(scope, what)
    if (rows.length < 2) return nothing
    const tick = (id: string, isTicked: boolean) =>
      this.#form.set('unticked', isTicked ? unticked.filter((each) => each !== id) : [...unticked, id])
    return html`<details>
      <summary>${text.ticked(this.#sharing(this.#form.values).length, rows.length)}</summary>
      <ul class="ticks" aria-label=${text.ticks}>
        ${rows.map(
          ({ id, name }) =>
            html`<li>
              <label class="check">
                <input
                  type="checkbox"
                  .checked=${live(!unticked.includes(id))}
                  @change=${(event: Event) => tick(id, (event.target as HTMLInputElement).checked)}
                />
                <span>${name}</span>
              </label>
            </li>`,
        )}
      </ul>
      <p class="help">${text.ticksHelp}</p>
    </details>`
  }

  #guestsAlone() {
    const { scope, what } = this.#form.values
    const rows = what === 'guests' ? [] : this.#rowsIn(scope).filter(isOfGuestsAlone)
    if (rows.length === 0) return nothing
    const names = rows.map(({ name }) => `«${name}»`).join(', ')
    return notice('blue', 'info', words().quotas.spreadDialog.guestsAlone(rows.length, names))
  }

  #withoutWeight(planned: readonly Planned[]) {
    if (this.#form.values.rule === 'equal') return nothing
    const without = planned.filter(({ weight }) => weight === 0)
    if (without.length === 0 || without.length === planned.length) return nothing
    const names = without.slice(0, 3).map(({ quota }) => quota.name)
    const text = words().quotas.spreadDialog
    return notice(
      'amber',
      'triangle-alert',
      text.withoutWeight(without.length, [...names, ...(without.length > 3 ? ['…'] : [])].join(', ')),
    )
  }

  #preview(planned: readonly Planned[]) {
    const { quotas } = words()
    const text = quotas.spreadDialog
    const sum = (of: (row: Planned) => number) => planned.reduce((all, row) => all + of(row), 0)
    return html`<div class="preview" tabindex="0" role="region" aria-label=${text.heading}>
      <table class="table">
        <thead>
          <tr>
            <th>${quotas.unit}</th>
            <th class="number">${text.weight}</th>
            <th class="number">${quotas.entered}</th>
            <th class="number">${quotas.approved}</th>
            <th class="number">${text.now}</th>
            <th class="number">${text.then}</th>
            <th class="number">${text.change}</th>
          </tr>
        </thead>
        <tbody>
          ${planned.map(
            ({ quota, weight, now, then }) =>
              html`<tr>
                <td>${quota.name}</td>
                <td class="number">${weight}</td>
                <td class="number">${quota.entered[this.#form.values.what]}</td>
                <td class="number">${quota.approved[this.#form.values.what]}</td>
                <td class="number">${now}</td>
                <td class="number"><strong>${then}</strong></td>
                <td class="number ${then > now ? 'up' : then < now ? 'down' : ''}">${signed(then - now)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th>${quotas.total}</th>
            <th class="number">${sum(({ weight }) => weight)}</th>
            <th class="number">${sum(({ quota }) => quota.entered[this.#form.values.what])}</th>
            <th class="number">${sum(({ quota }) => quota.approved[this.#form.values.what])}</th>
            <th class="number">${sum(({ now }) => now)}</th>
            <th class="number">${sum(({ then }) => then)}</th>
            <th class="number">${signed(sum(({ now, then }) => then - now))}</th>
          </tr>
        </tfoot>
      </table>
    </div>`
  }

  /** Shows the spread over what stands now, before anything is sent again: what was typed stays, or gives way. */
  async #lookAgain(isNew = false): Promise<void> {
    try {
      this.board = await findQuotaBoard(this.congressId)
    } catch (error) {
      this.#form.error = error
      return this.requestUpdate()
    }
    if (isNew) this.#begin()
    else {
      this.#form.error = null
      this.requestUpdate()
    }
  }

  async #save(event: SubmitEvent, changed: readonly Planned[], cannot: boolean): Promise<void> {
    event.preventDefault()
    if (cannot) return
    const { what, rule: setBy, scalesAims } = this.#form.values
    const rows = changed.map(({ quota: { id, version, aims }, now, then }) => ({
      ...{ id, version, [what]: then, setBy },
      ...(what === 'official' && scalesAims ? { aims: scaledAims(aims.map(plainAim), now, then) } : {}),
    }))
    if (!(await this.#form.submit(() => changeQuotas(this.congressId, { rows })))) return
    tellDone(words().quotas.done.spread(rows.length))
    this.tell('form-closed')
  }
}

const weightOf = ({ weight, staffNumber }: Quota): number => weight ?? staffNumber ?? 0

const signed = (change: number): string =>
  change > 0 ? `+${String(change)}` : change === 0 ? '0' : `−${String(-change)}`

const notice = (hue: Hue, name: IconName, sentence: string) =>
  html`<p class="notice ${hue}">${icon(name)} <span>${sentence}</span></p>`

declare global {
  interface HTMLElementTagNameMap {
    'spread-dialog': SpreadDialog
  }
}
