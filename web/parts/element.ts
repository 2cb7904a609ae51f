import { LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import { useWords } from '../words/words.ts'

/** Base of our elements: drawn again when the language changes. */
export class WordsElement extends LitElement {
  constructor() {
    super()
    useWords(this)
  }

  /** Fires a bubbling event, named in the past tense: `this.tell('seat-assigned', { seat })`. */
  protected tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

/** Base of a page: the router sets `params` from the path (`/congresses/:id` → `params['id']`). */
export class PageElement extends WordsElement {
  @property({ attribute: false }) params: Record<string, string> = {}
}
