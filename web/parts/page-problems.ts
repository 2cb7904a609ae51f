import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { controls } from '../style/controls.ts'
import { words } from '../words/words.ts'
import { WordsElement } from './element.ts'
import './empty-state.ts'
import './page-header.ts'

/** Nothing stands at the address, or the account may not open it. */
@customElement('not-found-page')
export class NotFoundPage extends WordsElement {
  static override styles = controls

  override render() {
    const { notFound } = words().shell
    return html`<page-header heading=${notFound.heading}></page-header>
      <empty-state heading=${notFound.heading} sentence=${notFound.sentence} icon="map-pin">
        <a class="button primary" href="/">${notFound.home}</a>
      </empty-state>`
  }
}

/** The script of a page did not arrive: no network, or a newer version was installed meanwhile. */
@customElement('page-failed')
export class PageFailed extends WordsElement {
  static override styles = controls

  override render() {
    const { pageFailed } = words().shell
    return html`<page-header heading=${pageFailed.heading}></page-header>
      <empty-state heading=${pageFailed.heading} sentence=${pageFailed.sentence} icon="wifi-off">
        <button class="button primary" @click=${() => location.reload()}>${pageFailed.reload}</button>
      </empty-state>`
  }
}

export const showPageNotFound = (place: Element): void =>
  place.replaceChildren(document.createElement('not-found-page'))
export const showPageFailed = (place: Element): void => place.replaceChildren(document.createElement('page-failed'))
