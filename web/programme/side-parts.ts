import { html } from 'lit'
import type { DeskPart } from './desk.ts'
import '../releases/release-side.ts'

/** Stands under what the grid says of the chosen item: one line for each. */
export const sideParts: readonly DeskPart[] = [(desk) => html`<release-side .desk=${desk}></release-side>`]
