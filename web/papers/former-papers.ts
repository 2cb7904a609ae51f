import { html, nothing } from 'lit'
import { formatInstant, formatShortDate } from '../../server/format/dates.ts'
import type { FormerPaper, KeptStep } from '../../server/papers/schema.ts'
import { formerPaperPath } from '../api/documents.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import '../parts/file-list.ts'

interface Place {
  congressId: string
  kind: string
  language: 'vi' | 'en'
}

/** The papers of the kind that were replaced or withdrawn before: each with its reason, its steps and its signed scan. */
export const formerPapers = (former: readonly FormerPaper[], place: Place) => {
  const { paperLife: text } = words()
  if (former.length === 0) return nothing
  return html`<div class="former">
    <h3>${text.former.heading}</h3>
    ${former.map((paper) => formerPaper(paper, place))}
  </div>`
}

const formerPaper = (paper: FormerPaper, { congressId, kind, language: printed }: Place) => {
  const { paperLife: text } = words()
  const name = nameOf(paper)
  const last = paper.history.findLast(({ step }) => step === 'replace' || step === 'withdraw')
  const state = text.standings[paper.standing].toLocaleLowerCase(language())
  return html`<details>
    <summary>${name}, ${state}${last && last.reason !== '' ? ` (${last.reason})` : nothing}</summary>
    ${
      paper.isKept
        ? html`<p>
            <a href=${formerPaperPath(congressId, kind, { language: printed, paperId: paper.id })} target="_blank"
              >${icon('external-link')} ${text.former.open(name)}</a
            >
          </p>`
        : html`<p class="small muted">${text.former.notKept}</p>`
    }
    <file-list congressId=${congressId} owner="paper" paperId=${paper.id} label=${text.copy}></file-list>
    <ol class="small muted" aria-label=${text.history}>
      ${paper.history.map((step) => html`<li>${lineOf(step)}</li>`)}
    </ol>
  </details>`
}

/** «Số 56/KH-BTCĐH, ngày 19/6/2020», or which one it was where it had no number. */
export const nameOf = ({ number, day, edition }: Pick<FormerPaper, 'number' | 'day' | 'edition'>): string => {
  const { paperLife: text } = words()
  return number === '' || day === null
    ? text.former.edition(edition)
    : text.numbered(number, formatShortDate(day, language()))
}

/** «Đính chính bằng số 60/CV-BTCĐH, ngày 5/7/2020: sai ngày · 5/7/2020 09:10 · Nguyễn Văn An» */
export const lineOf = ({ step, reason, byNumber, day, accountName, at }: KeptStep): string => {
  const { done, by } = words().paperLife
  const when = formatInstant(at, Intl.DateTimeFormat().resolvedOptions().timeZone, language())
  const named =
    byNumber === '' || day === null ? done[step] : `${done[step]} ${by(byNumber, formatShortDate(day, language()))}`
  const what = step === 'number' ? `${done.number} ${reason}` : reason === '' ? named : `${named}: ${reason}`
  return [what, when, accountName].join(' · ')
}
