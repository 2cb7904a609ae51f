import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { FeedKind } from '../../server/feeds/schema.ts'
import type { Choice } from '../parts/combo-field.ts'
import { WordsElement } from '../parts/element.ts'
import { may, session } from '../session.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** Opens the calendar links of what a page shows: `<feed-button kind="venue" .targets=${…}>`, for those who may. */
@customElement('feed-button')
export class FeedButton extends WordsElement {
  @property() kind: FeedKind = 'unit'
  @property({ attribute: false }) targets: readonly Choice[] = []
  @state() private isOpen = false

  static override styles = controls

  constructor() {
    super()
    session.use(this)
  }

  override render() {
    if (!may('secretariat') || this.targets.length === 0) return nothing
    return html`<button class="button" @click=${() => this.#open()}>
        ${icon('calendar-days')} ${words().feeds.action}
      </button>
      ${
        this.isOpen
          ? html`<feed-dialog
              kind=${this.kind}
              .targets=${this.targets}
              @form-closed=${() => (this.isOpen = false)}
            ></feed-dialog>`
          : nothing
      }`
  }

  async #open(): Promise<void> {
    await import('./feed-dialog.ts')
    this.isOpen = true
  }
}
