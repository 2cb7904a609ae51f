import { html } from 'lit'
import type { DeskPart } from './desk.ts'
import './remark-list.ts'
import '../releases/release-side.ts'

/** Stands under what the grid says of the chosen item: one line for each. */
export const sideParts: readonly DeskPart[] = [
  (desk) => html`<remark-list .desk=${desk}></remark-list>`,
  (desk) => html`<release-side .desk=${desk}></release-side>`,
]
