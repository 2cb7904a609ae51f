import type { PaperFill, PaperList, PaperPages, PaperState, SheetName } from '../../server/documents/schema.ts'
import { getJson, write } from './request.ts'

export const listPapers = (congressId: string) => getJson<PaperList>(`/api/congresses/${congressId}/papers`)
export const changePaper = (congressId: string, kind: string, body: PaperFill) =>
  write<PaperState>('PUT', `/api/congresses/${congressId}/papers/${kind}`, { body })

interface Edition {
  language: 'vi' | 'en'
  /** With the sample list of its kind. */
  isSample: boolean
  /** Of a paper that is printed in several sizes. */
  sheet?: SheetName | null
}

const editionQuery = ({ language, isSample, sheet = null }: Edition): string =>
  `language=${language}${isSample ? '&sample=yes' : ''}${sheet === null ? '' : `&sheet=${sheet}`}`

/** Address of the paper as PDF, in the language it is to be printed in; with the sample list where there is none yet. */
export const paperPath = (congressId: string, kind: string, edition: Edition): string =>
  `/api/congresses/${congressId}/papers/${kind}/pdf?${editionQuery(edition)}`

/** Address of one that was replaced or withdrawn before, as it was signed. */
export const formerPaperPath = (
  congressId: string,
  kind: string,
  { language, paperId }: { language: 'vi' | 'en'; paperId: string },
): string => `/api/congresses/${congressId}/papers/${kind}/pdf?language=${language}&paper=${paperId}`

/** How the paper is turned page by page, and where the picture of a page is. */
export const findPages = (congressId: string, kind: string, edition: Edition) =>
  getJson<PaperPages>(`/api/congresses/${congressId}/papers/${kind}/pages?${editionQuery(edition)}`)
export const pagePicturePath = (
  congressId: string,
  kind: string,
  { stamp, page, width, ...edition }: Edition & { stamp: string; page: number; width: number },
): string =>
  `/api/congresses/${congressId}/papers/${kind}/pages/${page}?${editionQuery(edition)}&width=${width}&edition=${stamp}`

/** The same for Word, and the tables of a paper as a workbook. */
export const wordPath = (congressId: string, kind: string, language: 'vi' | 'en'): string =>
  `/api/congresses/${congressId}/papers/${kind}/docx?language=${language}`
export const workbookPath = (congressId: string, kind: string, language: 'vi' | 'en'): string =>
  `/api/congresses/${congressId}/papers/${kind}/xlsx?language=${language}`
