import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LinkMade } from '../../server/accounts/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { dayOf } from './format.ts'
import { reachNote } from './reach-note.ts'
import '../parts/copy-field.ts'

/** A link to pass on, shown once, with a warning where others cannot open it: `<one-time-link label="…" .link=${…}>`. */
@customElement('one-time-link')
export class OneTimeLink extends WordsElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }
    `,
  ]

  @property() label = ''
  @property({ attribute: false }) link!: LinkMade

  override render() {
    const { oneTime: text } = words().accounts
    const { url, expiresAt } = this.link
    return html`
      <p>${text.passOn} ${text.expires(dayOf(expiresAt))}</p>
      <copy-field label=${this.label || text.link} value=${url}></copy-field>
      ${reachNote(url)}
    `
  }
}
