import { html } from 'lit'
import type { Desk, DeskPart } from '../programme/desk.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** «Nhập lịch chương trình…» behind «…», for who may change the programme. */
export const importPart: DeskPart = (desk) =>
  desk.mayEdit
    ? html`<button class="button" @click=${(event: Event) => openImport(desk, placeOf(event))}>
        ${icon('upload')} ${words().interchange.import}
      </button>`
    : html``

/** «Xuất cho ứng dụng khác…» beside it. */
export const exportPart: DeskPart = (desk) =>
  html`<button class="button" @click=${(event: Event) => openExport(desk, placeOf(event))}>
    ${icon('download')} ${words().interchange.export}
  </button>`

/** What is behind «…» goes with it: the dialogs stand beside it in the page. */
const placeOf = ({ currentTarget }: Event): Node => (currentTarget as Node).getRootNode()

const openImport = async (desk: Desk, place: Node): Promise<void> => {
  await import('./schedule-import.ts')
  const dialog = document.createElement('schedule-import')
  dialog.congressId = desk.congress.id
  dialog.addEventListener('form-closed', () => dialog.remove())
  dialog.addEventListener('schedule-imported', () => {
    dialog.remove()
    void desk.refresh()
  })
  place.appendChild(dialog)
}

const openExport = async ({ congress, programme }: Desk, place: Node): Promise<void> => {
  await import('./schedule-export.ts')
  const dialog = document.createElement('schedule-export')
  dialog.congressId = congress.id
  const undated = programme.sessions.filter(({ date }) => date === null).flatMap(({ items }) => items)
  dialog.leftOut = undated.length + programme.tray.length
  dialog.addEventListener('form-closed', () => dialog.remove())
  place.appendChild(dialog)
}
