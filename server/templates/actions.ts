import type { Row } from '../../db/rows.ts'
import { findLevel } from '../cycles/queries.ts'
import { forbidsPrinting, type TemplateFault } from '../documents/rules/template-faults.ts'
import { inspectTemplate, listTemplateKinds, readTemplate } from '../documents/templates.ts'
import { ApiError, invalid, notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findCopy, findVersion, listVersions } from './queries.ts'
import { placeOf } from './rules.ts'
import type { TemplateChange, TemplateRestore, TemplateTexts } from './schema.ts'
import { filesOver, shippedHashOf, shippedTexts } from './source.ts'

/** A kind at a unit, for the congresses of one level or of all. */
export interface TemplatePlace {
  unitId: string
  levelId: string | null
  kind: string
}

/** Longest that a unit may keep a copy on: each save is one more. */
const mostVersions = 1000

/**
 * Keeps texts as the next version of a unit's copy. What has faults is kept as a draft only: papers go on taking the
 * version in force until one without faults is saved.
 */
export const saveTemplate = async (
  office: Office,
  actor: Actor,
  place: TemplatePlace,
  { texts, note, isDraft, version }: Omit<TemplateChange, 'levelId'>,
): Promise<Done<null>> => {
  const kept = await inspected(place.kind, texts)
  const faults = kept.faults.filter(forbidsPrinting)
  if (faults.length > 0 && !isDraft) throw templateFaulty(faults)
  const action = isDraft ? 'template-drafted' : 'template-changed'
  return act(office, actor, { action, subject: kept.title, unitId: place.unitId }, async (rows) => {
    await requireLevel(rows, place)
    const copy = await findCopy(rows.tx, placeOf(place, place.kind))
    if ((copy?.version ?? 0) !== version) throw stale(await currentOf(rows, copy))
    const last = copy && (await findVersion(rows.tx, copy.id, copy.lastNumber))
    const isSame = last && sameTexts(last.files, texts) && last.isDraft === isDraft
    if (isSame) throw refused('template-unchanged', 'It says the same as the last version.')
    await keepVersion(office, actor, rows, { place, copy, kept }, { files: texts, note, isDraft, restored: null })
    return null
  })
}

/** Says an old version again, as the next one; in force where it has no faults by today's templates. */
export const restoreTemplate = async (
  office: Office,
  actor: Actor,
  place: TemplatePlace,
  { number, version }: Omit<TemplateRestore, 'levelId'>,
): Promise<Done<null>> => {
  const { read } = office.db
  const standing = await findCopy(read, placeOf(place, place.kind))
  const old = standing && (await findVersion(read, standing.id, number))
  if (!old) throw notFound()
  const kept = await inspected(place.kind, old.files)
  const isDraft = kept.faults.some(forbidsPrinting)
  const about = { action: 'template-restored', subject: kept.title, unitId: place.unitId }
  return act(office, actor, about, async (rows) => {
    const copy = await findCopy(rows.tx, placeOf(place, place.kind))
    if (copy?.version !== version) throw stale(await currentOf(rows, copy))
    await keepVersion(
      office,
      actor,
      rows,
      { place, copy, kept },
      { files: old.files, note: '', isDraft, restored: number },
    )
    return null
  })
}

/** Gives a unit's own copy up, with all its versions: papers take the one above it, or the one that ships, again. */
export const removeTemplate = (
  office: Office,
  actor: Actor,
  place: TemplatePlace,
  version: number,
): Promise<Done<void>> =>
  act(office, actor, { action: 'template-removed', subject: '', unitId: place.unitId }, async (rows) => {
    const copy = await findCopy(rows.tx, placeOf(place, place.kind))
    if (!copy) throw notFound()
    rows.say({ subject: copy.title })
    for (const each of await listVersions(rows.tx, copy.id))
      await rows.remove('templateVersions', each.id, each.version)
    await rows.remove('templateCopies', copy.id, version)
  })

/** What texts of a kind are: their faults, what its papers are called, and what ships beside them. */
interface Kept {
  faults: TemplateFault[]
  title: string
  shippedHash: string
}

export const inspected = async (kind: string, texts: TemplateTexts): Promise<Kept> => {
  if (!(await listTemplateKinds()).includes(kind)) throw notFound()
  const shipped = await shippedTexts(kind)
  const foreign = Object.keys(texts).find((name) => !Object.hasOwn(shipped, name))
  if (foreign !== undefined) throw invalid([{ field: `texts.${foreign}`, rule: 'unknown-key' }])
  const { template, faults } = await inspectTemplate(kind, filesOver(kind, texts))
  const { titles } = template ?? (await readTemplate(kind))
  return { faults, title: titles.vi, shippedHash: shippedHashOf(shipped) }
}

/** Kept as typed, but not put in force; the page shows each fault at its line. */
const templateFaulty = (faults: readonly TemplateFault[]): ApiError =>
  new ApiError(422, 'template-faulty', 'The template has faults.', { faults: faults.slice(0, 200) })

export const sameTexts = (one: TemplateTexts, other: TemplateTexts): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => one[name] === other[name])

const requireLevel = async ({ tx }: ActRows, { levelId }: TemplatePlace): Promise<void> => {
  if (levelId !== null && !(await findLevel(tx, levelId))) throw invalid([{ field: 'levelId', rule: 'not-known' }])
}

/** How a copy stands, for whoever wrote over an older one; null = it is gone. */
const currentOf = async ({ tx }: ActRows, copy: Row<'templateCopies'> | undefined): Promise<unknown> => {
  const last = copy && (await findVersion(tx, copy.id, copy.lastNumber))
  if (!copy || !last) return null
  const { files: texts, number, accountName, at } = last
  return { texts, number, accountName, at, version: copy.version }
}

interface KeptAt {
  place: TemplatePlace
  copy: Row<'templateCopies'> | undefined
  kept: Kept
}

/** Keeps texts as the next version of a copy, which begins with its first. */
export const keepVersion = async (
  office: Office,
  actor: Actor,
  rows: ActRows,
  { place: { unitId, levelId, kind }, copy, kept }: KeptAt,
  values: Pick<Row<'templateVersions'>, 'files' | 'note' | 'isDraft' | 'restored'>,
): Promise<void> => {
  const number = (copy?.lastNumber ?? 0) + 1
  if (number > mostVersions) throw refused('template-too-many', 'It has as many versions as may be.')
  const inForce = values.isDraft ? (copy?.inForce ?? null) : number
  const standing = { title: kept.title, lastNumber: number, inForce }
  const place = placeOf({ unitId, levelId }, kind)
  const { id: copyId } = copy
    ? await rows.change('templateCopies', copy.id, copy.version, standing)
    : await rows.create('templateCopies', { id: newId(), place, kind, unitId, levelId, ...standing })
  await rows.create('templateVersions', {
    id: newId(),
    copyId,
    number,
    ...values,
    shippedHash: kept.shippedHash,
    accountName: actor.name,
    at: office.now().toISOString(),
  })
}
