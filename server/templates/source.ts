import { createHash } from 'node:crypto'
import type { Reader } from '../../db/open.ts'
import { findCycle } from '../cycles/queries.ts'
import type { CongressFacts } from '../documents/facts.ts'
import { readTemplate, shippedFiles, type Template, type TemplateFiles } from '../documents/templates.ts'
import { cleanText } from '../format/search.ts'
import { lineOfUnit } from '../units/queries.ts'
import { listInForce } from './queries.ts'
import { nearestCopy } from './rules.ts'

/** Reads templates as they apply to the papers of one congress. */
export type TemplatesOf = (kind: string) => Promise<Template>

/**
 * The templates of a congress: each kind from the nearest copy that is in force (`nearestCopy`), else as it ships. The
 * copies are read anew with each paper, so that a saved wording shows in the next print; what their texts say is read
 * once for each text (`parseFile`).
 */
export const templatesOf = (
  read: Reader,
  { units, congress }: Pick<CongressFacts, 'units' | 'congress'>,
): Promise<TemplatesOf> => templatesAt(read, { line: units.map(({ id }) => id), levelId: congress.levelId })

/** The template of a paper that tells of a whole road, as it applies at the unit that keeps it. */
export const templateOfRoad = async (read: Reader, cycleId: string, kind: string): Promise<Template> => {
  const cycle = await findCycle(read, cycleId)
  const line = cycle ? await lineOfUnit(read, cycle.unitId) : []
  return (await templatesAt(read, { line, levelId: null }))(kind)
}

const templatesAt = async (
  read: Reader,
  place: { line: readonly string[]; levelId: string | null },
): Promise<TemplatesOf> => {
  const copies = await listInForce(read, place.line)
  return (kind) => {
    const copy = nearestCopy(
      copies.filter((each) => each.kind === kind),
      place,
    )
    return readTemplate(kind, copy ? filesOver(kind, copy.files) : shippedFiles)
  }
}

/** The files of a kind as a copy has them; what it does not have, and what many kinds share, as it ships. */
export const filesOver =
  (kind: string, files: Readonly<Record<string, string>>): TemplateFiles =>
  async (file) => {
    const [folder, name = ''] = file.split('/')
    const text = folder === kind && Object.hasOwn(files, name) ? files[name] : undefined
    return text ?? shippedFiles(file)
  }

const fileNames = ['template.yaml', 'text.vi.md', 'text.en.md', 'look.yaml'] as const

/** The files of a kind that ship. */
export const shippedTexts = async (kind: string): Promise<Record<string, string>> => {
  const texts: Record<string, string> = {}
  for (const name of fileNames) {
    const text = await shippedFiles(`${kind}/${name}`)
    if (text !== null) texts[name] = cleanText(text)
  }
  return texts
}

export const shippedHashOf = (texts: Readonly<Record<string, string>>): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 22)
