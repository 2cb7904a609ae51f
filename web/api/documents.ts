import { getJson, write } from './request.ts'

/** A text of a paper that the office words itself; `value` null = the `fallback` is printed. */
export interface PaperField {
  name: string
  labels: { vi: string; en: string }
  helps: { vi: string; en: string }
  kind: 'line' | 'text' | 'date'
  fallback: string
  value: string | null
}

/** A paper of a congress; `version` null = nothing of it was written yet, `blanks` are left empty on paper. */
export interface PaperState {
  kind: string
  titles: { vi: string; en: string }
  fields: PaperField[]
  version: number | null
  blanks: string[]
}

export const listPapers = (congressId: string) =>
  getJson<{ papers: PaperState[] }>(`/api/congresses/${congressId}/papers`)
export const changePaper = (
  congressId: string,
  kind: string,
  body: { fields: Record<string, string>; version: number | null },
) => write<PaperState>('PUT', `/api/congresses/${congressId}/papers/${kind}`, { body })

/** Address of the paper as PDF, in the language it is to be printed in. */
export const paperPath = (congressId: string, kind: string, language: 'vi' | 'en'): string =>
  `/api/congresses/${congressId}/papers/${kind}.pdf?language=${language}`
