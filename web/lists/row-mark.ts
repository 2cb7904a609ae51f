import { html } from 'lit'

/** By id what is said beside the name of rows that do not count like the others: «đã rút». */
export type RowMarks = ReadonlyMap<string, string>

export const noMarks: RowMarks = new Map()

/** A name, and what is said beside it, which stays whole where the name has not room enough. */
export const markedName = (name: string, mark: string | undefined) =>
  mark === undefined
    ? name
    : html`<span class="marked"><span class="name">${name}</span> <span class="mark">${mark}</span></span>`

export const classOfRow = (isChosen: boolean, mark: string | undefined): string =>
  [isChosen ? 'chosen' : '', mark === undefined ? '' : 'quiet'].join(' ').trim()
