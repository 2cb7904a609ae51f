import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { ApiError, errorSentence } from '../api/request.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'

/** A field that both versions of a record are compared by. */
export interface ComparedField {
  label: string
  mine: string
  theirs: string
}

/**
 * Says what went wrong where it happened: `<error-panel .error=${form.error}>`; nothing while it is null.
 * `retryable` offers *Thử lại* (`retried`). For a stale write give `.compared`, the fields of both versions that
 * differ; it offers *Giữ của tôi* (`mine-kept`) and *Lấy bản mới* (`theirs-taken`).
 */
@customElement('error-panel')
export class ErrorPanel extends WordsElement {
  static override styles = [
    ...controls,
    css`
      .panel {
        display: block;
      }
      .panel .icon {
        color: var(--hue);
      }
      table {
        margin-block: var(--space);
        background: var(--surface);
        border: 1px solid var(--line);
      }
      :is(th, td) {
        overflow-wrap: anywhere;
        white-space: normal;
      }
      .actions {
        margin-block-start: var(--space);
      }
    `,
  ]

  @property({ attribute: false }) error: unknown = null
  @property({ attribute: false }) compared: readonly ComparedField[] = []
  @property({ type: Boolean }) retryable = false

  /** What was refused is seen, also where it is said below the fold of a dialog. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('error') && this.error) this.scrollIntoView({ block: 'nearest' })
  }

  override render() {
    if (this.error === null || this.error === undefined) return nothing
    const isStale = this.error instanceof ApiError && this.error.code === 'stale'
    return html`<div class="notice panel ${isStale ? 'amber' : 'red'}" role="alert">
      ${isStale ? this.#staleTemplate(this.error as ApiError) : this.#plainTemplate()}
    </div>`
  }

  #plainTemplate() {
    const retry = html`<div class="actions">
      <button class="button small" @click=${() => this.tell('retried')}>
        ${icon('rotate-ccw')} ${words().common.again}
      </button>
    </div>`
    return html`<p>${icon('circle-alert')} ${errorSentence(this.error)}</p>
      ${this.retryable ? retry : nothing}`
  }

  #staleTemplate(error: ApiError) {
    const { error: text } = words().parts
    const isDeleted = error.current === null
    const differing = this.compared.filter(({ mine, theirs }) => mine !== theirs)
    return html`<h3>${icon('triangle-alert')} ${isDeleted ? text.deleted : text.stale}</h3>
      ${
        differing.length === 0
          ? nothing
          : html`<table class="table">
              <thead>
                <tr>
                  <td></td>
                  <th scope="col">${text.mine}</th>
                  <th scope="col">${text.theirs}</th>
                </tr>
              </thead>
              <tbody>
                ${differing.map(
                  ({ label, mine, theirs }) =>
                    html`<tr>
                      <th scope="row">${label}</th>
                      <td>${mine || text.empty}</td>
                      <td>${theirs || text.empty}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
      <div class="row actions">
        ${
          isDeleted
            ? nothing
            : html`<button class="button small" @click=${() => this.tell('mine-kept')}>${text.keepMine}</button>`
        }
        <button class="button small" @click=${() => this.tell('theirs-taken')}>${text.takeTheirs}</button>
      </div>`
  }
}
