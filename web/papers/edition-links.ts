import { html, nothing } from 'lit'
import type { PaperState } from '../../server/documents/schema.ts'
import { wordPath, workbookPath } from '../api/documents.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** The paper for Word and its tables for Excel, where it has them. */
export const editionLinks = (congressId: string, { kind, isCards, hasTables }: PaperState, printed: 'vi' | 'en') => {
  const { papers } = words()
  return html`
    ${
      isCards
        ? nothing
        : html`<a class="button" href=${wordPath(congressId, kind, printed)} download>
            ${icon('file-text')} ${papers.word}
          </a>`
    }
    ${
      hasTables
        ? html`<a class="button" href=${workbookPath(congressId, kind, printed)} download>
            ${icon('file-spreadsheet')} ${papers.workbook}
          </a>`
        : nothing
    }
  `
}
