import type { LogoOfUnit } from '../../server/logos/schema.ts'
import type {
  ImportedTemplates,
  PreviewOfTemplate,
  TemplateChange,
  TemplateList,
  TemplateLooked,
  TemplateRestore,
  TemplateTexts,
  TemplateView,
  ZipOfTemplates,
} from '../../server/templates/schema.ts'
import { getJson, write } from './request.ts'

/** A kind at a unit, for the congresses of one level or of all. */
export interface TemplatePlace {
  unitId: string
  kind: string
  levelId: string | null
}

const levelOf = ({ levelId }: TemplatePlace) => ({ level: levelId ?? undefined })

export const listTemplates = (unitId: string) => getJson<TemplateList>(`/api/units/${unitId}/templates`)
export const findTemplate = (place: TemplatePlace) =>
  getJson<TemplateView>(`/api/units/${place.unitId}/templates/${place.kind}`, { query: levelOf(place) })
/** The texts of a version; number 0 = those that ship. */
export const findTemplateTexts = (place: TemplatePlace, number: number) =>
  getJson<TemplateTexts>(`/api/units/${place.unitId}/templates/${place.kind}/texts`, {
    query: { ...levelOf(place), number },
  })
/** How texts would print, and what is wrong with them; nothing is kept. */
export const previewTemplate = ({ unitId, kind }: TemplatePlace, body: PreviewOfTemplate, signal: AbortSignal) =>
  write<TemplateLooked>('POST', `/api/units/${unitId}/templates/${kind}/preview`, { body, signal })
export const saveTemplate = ({ unitId, kind, levelId }: TemplatePlace, change: Omit<TemplateChange, 'levelId'>) =>
  write('PUT', `/api/units/${unitId}/templates/${kind}`, { body: { levelId, ...change } })
export const restoreTemplate = ({ unitId, kind, levelId }: TemplatePlace, wish: Omit<TemplateRestore, 'levelId'>) =>
  write('POST', `/api/units/${unitId}/templates/${kind}/restore`, { body: { levelId, ...wish } })
export const removeTemplate = (place: TemplatePlace, version: number) =>
  write('DELETE', `/api/units/${place.unitId}/templates/${place.kind}`, { query: { ...levelOf(place), version } })

/** Address of what the papers of a unit take, as a zip; of one kind or of all. */
export const templatesZipPath = (unitId: string, kind: string | null): string =>
  `/api/units/${unitId}/templates.zip${kind === null ? '' : `?kind=${kind}`}`
export const checkTemplatesZip = (unitId: string, file: File) =>
  write<ZipOfTemplates>('POST', `/api/units/${unitId}/templates/check-zip`, { file })
export const importTemplatesZip = (unitId: string, file: File, digest: string) =>
  write<ImportedTemplates>('POST', `/api/units/${unitId}/templates/import-zip`, { file, query: { digest } })

export const findLogo = (unitId: string) => getJson<LogoOfUnit>(`/api/units/${unitId}/logo`)
/** Version 0 = the unit keeps none yet. */
export const saveLogo = (unitId: string, version: number, file: File) =>
  write('POST', `/api/units/${unitId}/logo`, { file, query: { version } })
export const removeLogo = (unitId: string, version: number) =>
  write('DELETE', `/api/units/${unitId}/logo`, { query: { version } })
