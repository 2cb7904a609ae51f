import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { findDuplicates } from '../api/duplicates.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** To the page of people who may be kept twice, with how many pairs there are: `<duplicates-link unit="…" congress="…">`. */
@customElement('duplicates-link')
export class DuplicatesLink extends WordsElement {
  static override styles = [...controls]

  @property() unit = ''
  /** To whose delegates that page leads back. */
  @property() congress = ''
  @state() private count = 0
  #asked = ''

  protected override willUpdate(): void {
    if (this.unit === this.#asked) return
    this.#asked = this.unit
    void this.#count(this.unit)
  }

  /** Without a number it is a link all the same. */
  async #count(unitId: string): Promise<void> {
    const found = await findDuplicates(unitId).catch(() => null)
    if (unitId === this.#asked) this.count = found?.pairCount ?? 0
  }

  override render() {
    return html`<a class="button" href=${`/people/duplicates?unit=${this.unit}&congress=${this.congress}`}>
      ${icon('users-round')} ${words().duplicates.link(this.count)}
    </a>`
  }
}
