import { html } from 'lit'

/** What is said beside a name: that the row does not count like the others («đã rút»), or that it is to be looked at. */
export interface RowMark {
  word: string
  look: 'quiet' | 'amber'
}

export type RowMarks = ReadonlyMap<string, RowMark>

export const noMarks: RowMarks = new Map()

/** A name, and what is said beside it, which stays whole where the name has not room enough. */
export const markedName = (name: string, mark: RowMark | undefined) =>
  mark === undefined
    ? name
    : html`<span class="marked"
        ><span class="name">${name}</span> <span class="mark ${mark.look}">${mark.word}</span></span
      >`

export const classOfRow = (isChosen: boolean, mark: RowMark | undefined): string =>
  [isChosen ? 'chosen' : '', mark?.look ?? ''].join(' ').trim()
