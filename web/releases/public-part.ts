import { html } from 'lit'
import type { Desk, DeskPart } from '../programme/desk.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** «Trang công khai…» behind «…». */
export const publicPart: DeskPart = (desk) =>
  html`<button class="button" @click=${(event: Event) => openPublicPage(desk, event.currentTarget as Node)}>
    ${icon('external-link')} ${words().releases.publicPage}
  </button>`

/** Opens the page's dialog beside the place: what is behind «…» goes with it. */
export const openPublicPage = async ({ congress, mayRelease }: Desk, place: Node): Promise<void> => {
  await import('./public-page.ts')
  const dialog = document.createElement('public-page')
  dialog.congressId = congress.id
  dialog.mayPublish = mayRelease
  dialog.addEventListener('form-closed', () => dialog.remove())
  place.getRootNode().appendChild(dialog)
}
