import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { mayChangeState } from '../../server/congresses/rules.ts'
import type { Congress } from '../../server/congresses/schema.ts'
import { changeMany } from '../api/congresses.ts'
import { WordsElement } from '../parts/element.ts'
import { areaField, textField } from '../parts/field.ts'
import { Form } from '../parts/form.ts'
import { tellDone } from '../parts/toast-stack.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/error-panel.ts'
import '../parts/modal-dialog.ts'

/** Names of those that are postponed, and of those that cannot be; the rest is counted. */
const mostNamed = 6

/**
 * Postpones many congresses without a new date, for one reason: `<postpone-dialog .loaded .ids>`. Tells `congress-saved`
 * and `form-closed`.
 */
@customElement('postpone-dialog')
export class PostponeDialog extends WordsElement {
  @property({ attribute: false }) loaded!: LoadedRoad
  @property({ attribute: false }) ids: readonly string[] = []
  readonly #form = new Form(this, { reason: '', paperNumber: '' })

  static override styles = [
    ...controls,
    css`
      .named,
      li {
        overflow-wrap: anywhere;
      }
      details ul {
        max-block-size: 12rem;
        overflow: auto;
      }
      summary {
        min-block-size: 24px;
        cursor: pointer;
      }
    `,
  ]

  override render() {
    const { many, congresses, common } = words()
    const { fields, states } = congresses
    const chosen = this.ids.flatMap((id) => this.loaded.congress(id) ?? [])
    const open = chosen.filter(isOpen)
    const form = this.#form
    return html`
      <modal-dialog
        heading=${open.length === 0 ? many.postpone.open : many.postpone.heading(open.length)}
        ?guarded=${form.isChanged}
        @dialog-closed=${() => this.tell('form-closed')}
      >
        <form class="form" id="postponed" @submit=${(event: SubmitEvent) => this.#save(event, open)}>
          <p>${open.length === 0 ? many.postpone.none : many.postpone.help}</p>
          ${this.#named(open)} ${this.#left(chosen.filter((congress) => !isOpen(congress)))}
          ${
            open.length === 0
              ? nothing
              : html`${areaField(form, 'reason', { label: fields.reason, help: states.reasonHelp, maxLength: 500 })}
                  ${textField(form, 'paperNumber', { label: fields.paperNumber, isOptional: true, maxLength: 80 })}
                  <error-panel
                    .error=${form.error}
                    @theirs-taken=${() => this.#lookAgain()}
                    @mine-kept=${() => this.#lookAgain()}
                  ></error-panel>`
          }
        </form>
        <div slot="actions" class="form-actions">
          <button class="button" type="button" @click=${() => this.tell('form-closed')}>${common.cancel}</button>
          ${
            open.length === 0
              ? nothing
              : html`<button class="button primary" form="postponed" aria-busy=${form.isSending}>
                  ${many.postpone.send(open.length)}
                </button>`
          }
        </div>
      </modal-dialog>
    `
  }

  /** Whom it concerns: some by name, all of them on demand. */
  #named(open: readonly Congress[]) {
    if (open.length === 0) return nothing
    const names = open.map(({ unitId }) => this.loaded.unit(unitId)?.name ?? '')
    const rest = names.slice(mostNamed)
    return html`<div class="named">
      <p>${names.slice(0, mostNamed).join(', ')}${rest.length === 0 ? '.' : ''}</p>
      ${
        rest.length === 0
          ? nothing
          : html`<details>
              <summary>${words().many.postpone.others(rest.length)}</summary>
              <ul>
                ${rest.map((name) => html`<li>${name}</li>`)}
              </ul>
            </details>`
      }
    </div>`
  }

  #left(left: readonly Congress[]) {
    const { many, terms } = words()
    if (left.length === 0) return nothing
    const rest = left.length - mostNamed
    return html`<div class="notice slate small">
      <div>
        <p>${many.postpone.left(left.length)}</p>
        <ul>
          ${left
            .slice(0, mostNamed)
            .map(
              ({ unitId, state }) => html`<li>${this.loaded.unit(unitId)?.name ?? ''} · ${terms.states[state]}</li>`,
            )}
          ${rest > 0 ? html`<li>${words().parts.table.more(rest)}</li>` : nothing}
        </ul>
      </div>
    </div>`
  }

  /** The road was fetched anew since: its versions are sent next time. */
  #lookAgain(): void {
    this.#form.error = null
    this.requestUpdate()
  }

  async #save(event: SubmitEvent, open: readonly Congress[]): Promise<void> {
    event.preventDefault()
    const congresses = open.map(({ id, version }) => ({ id, version }))
    const isSaved = await this.#form.submit((why) =>
      changeMany({ congresses, changes: { state: 'postponed' }, ...why }),
    )
    if (!isSaved) return
    tellDone(words().many.postpone.done(open.length))
    this.tell('congress-saved')
  }
}

/** One that stands postponed without a date already would only be postponed for another reason. */
const isOpen = ({ state, dateFrom, weekOf }: Congress): boolean =>
  mayChangeState(state, 'postponed') && (state !== 'postponed' || dateFrom !== null || weekOf !== null)
