import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'
import './modal-dialog.ts'

type Choice = 'stay' | 'discard' | 'save'

interface Question {
  sentence: string
  /** Answers whether it was saved: what was refused keeps the user. */
  save: () => Promise<boolean>
  /** Cannot be kept but as a draft. */
  isDraft?: boolean
}

/** Asks before a page with something unsaved is left: stay, discard, or save first. Answers whether it may be left. */
export const askToLeave = async ({ sentence, save, isDraft = false }: Question): Promise<boolean> => {
  const choice = await chosen(sentence, isDraft)
  return choice === 'save' ? save() : choice === 'discard'
}

const chosen = (sentence: string, isDraft: boolean): Promise<Choice> =>
  new Promise((resolve) => {
    const dialog = document.createElement('modal-dialog')
    dialog.heading = words().parts.dialog.unsaved
    const text = document.createElement('p')
    text.textContent = sentence
    const actions = document.createElement('leave-actions')
    actions.slot = 'actions'
    actions.isDraft = isDraft
    dialog.append(text, actions)
    const answer = (choice: Choice) => {
      dialog.remove()
      resolve(choice)
    }
    dialog.addEventListener('dialog-closed', () => answer('stay'))
    actions.addEventListener('leave-chosen', (event) => answer((event as CustomEvent<Choice>).detail))
    document.body.append(dialog)
  })

/** The three buttons of `askToLeave`. */
@customElement('leave-actions')
export class LeaveActions extends WordsElement {
  static override styles = controls

  @property({ type: Boolean }) isDraft = false

  override render() {
    const { parts, papers } = words()
    const choose = (choice: Choice) => () => this.tell('leave-chosen', choice)
    return html`<div class="row">
      <button class="button" @click=${choose('stay')}>${parts.dialog.keepEditing}</button>
      <button class="button danger" @click=${choose('discard')}>${parts.dialog.discard}</button>
      <button class="button primary" @click=${choose('save')}>
        ${this.isDraft ? papers.saveDraftAndGo : papers.saveAndGo}
      </button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leave-actions': LeaveActions
  }
}
