import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../style/controls.ts'
import { icon, type IconName } from '../style/icons.ts'

/** Says what to do next where there is nothing yet: `<empty-state heading="…" sentence="…" icon="landmark"><button …></empty-state>`. */
@customElement('empty-state')
export class EmptyState extends LitElement {
  static override styles = [
    ...controls,
    css`
      div {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--space);
        max-inline-size: 34rem;
        margin: var(--space-4) auto;
        padding: var(--space-3);
        text-align: center;
      }
      .icon {
        inline-size: 2rem;
        block-size: 2rem;
        color: var(--muted);
      }
      .actions {
        flex-direction: row;
        flex-wrap: wrap;
        justify-content: center;
        margin: var(--space) 0 0;
        padding: 0;
      }
    `,
  ]

  @property() heading = ''
  @property() sentence = ''
  @property() icon: IconName | '' = ''

  override render() {
    return html`<div>
      ${this.icon === '' ? nothing : icon(this.icon)}
      <h2>${this.heading}</h2>
      ${this.sentence === '' ? nothing : html`<p class="muted">${this.sentence}</p>`}
      <div class="actions"><slot></slot></div>
    </div>`
  }
}
