import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { PageElement } from '../parts/element.ts'
import { tabs, tabStyles } from '../parts/tabs.ts'
import { ViewState } from '../router.ts'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import '../parts/page-header.ts'
import { currentCycle, cycles } from '../cycle.ts'
import { practiceNote } from '../forms/practice-note.ts'
import './act-list.ts'

/** /history — everything that was done, and the trash. */
@customElement('history-page')
export class HistoryPage extends PageElement {
  readonly #view = new ViewState(this, { show: '' })

  static override styles = [...controls, tabStyles]

  constructor() {
    super()
    cycles.use(this)
  }

  override render() {
    const { history } = words()
    const isTrash = this.#view.get('show') === 'trash'
    return html`
      <page-header heading=${history.heading}></page-header>
      ${practiceNote(currentCycle()?.standsOn ?? null)}
      ${tabs(history.heading, [
        { href: '/history', word: history.all, isCurrent: !isTrash },
        { href: '/history?show=trash', word: history.trash, isCurrent: isTrash },
      ])}
      <act-list ?isTrash=${isTrash}></act-list>
    `
  }
}
