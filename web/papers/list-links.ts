import { html, nothing } from 'lit'
import type { PaperState } from '../../server/documents/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { derivedList, isSample } from './paper-values.ts'

type Listed = Pick<PaperState, 'list' | 'rowCount'>

/** A chart of seats is made from the plan of its hall, where there is one, and from the people who have a seat. */
const isOfSeats = ({ list }: Listed): boolean => list === 'seats'

const addressOf = (congressId: string, list: string): string => `/congresses/${congressId}/lists?list=${list}`

/** Where the list is kept that a paper is made from. */
export const listLinks = (congressId: string, paper: Listed) => {
  const { papers } = words()
  const { list, rowCount } = paper
  if (list === null || list === derivedList) return nothing
  if (!isOfSeats(paper)) return html`<a href=${addressOf(congressId, list)}>${papers.toList(rowCount ?? 0)}</a>`
  return html`<a href=${addressOf(congressId, 'delegates')}>${papers.toSeats(rowCount ?? 0)}</a>
    <a href=${addressOf(congressId, list)}>${papers.toHall}</a>`
}

/** Why what is shown is but a sample, and for seats where they are entered. */
export const sampleNotice = (congressId: string, paper: PaperState) => {
  const { papers } = words()
  if (!isSample(paper)) return nothing
  return html`<div class="notice amber">
    ${icon('triangle-alert')}
    ${
      isOfSeats(paper)
        ? html`<p>${papers.noSeats} <a href=${addressOf(congressId, 'delegates')}>${papers.enterSeats}</a></p>`
        : html`<p>${papers.sample}</p>`
    }
  </div>`
}
