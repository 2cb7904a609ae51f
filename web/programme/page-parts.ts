import { html } from 'lit'
import { exportPart, importPart } from '../interchange/schedule-parts.ts'
import { words } from '../words/words.ts'
import type { DeskPart, ProgrammeSight } from './desk.ts'
import '../day/run-view.ts'
import { gridTools } from './grid-tools.ts'
import { publicPart } from '../releases/public-part.ts'
import '../releases/release-head.ts'
import '../releases/release-sight.ts'
import './programme-grid.ts'
import './programme-list.ts'

/** The views of the programme; the first is shown where the address names none. */
export const sights: readonly ProgrammeSight[] = [
  {
    id: 'grid',
    word: () => words().editor.views.grid,
    tools: gridTools,
    draw: (desk) => html`<programme-grid .desk=${desk}></programme-grid>`,
  },
  {
    id: 'list',
    word: () => words().editor.views.list,
    draw: (desk) => html`<programme-list .desk=${desk}></programme-list>`,
  },
  {
    id: 'script',
    word: () => words().day.runSheet,
    draw: (desk) => html`<run-view .desk=${desk}></run-view>`,
  },
]

/** Stands at the end of the page's head. */
export const headParts: readonly DeskPart[] = [(desk) => html`<release-head .desk=${desk}></release-head>`]

/** Behind «…»: buttons and links of the class `button`. */
export const moreParts: readonly DeskPart[] = [publicPart, importPart, exportPart]
