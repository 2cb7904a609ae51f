import { createHash } from 'node:crypto'
import { strToU8 } from 'fflate'
import type { Reader } from '../../db/open.ts'
import { forbidsPrinting } from '../documents/rules/template-faults.ts'
import { listTemplateKinds, readTemplate, shippedFiles } from '../documents/templates.ts'
import { ApiError, encodingUnknown, importChanged, nothingToImport } from '../errors.ts'
import { listEntries, unpack, type ZipEntry } from '../exchange/reading/zip.ts'
import { cleanText } from '../format/search.ts'
import { act, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { lineOfUnit } from '../units/queries.ts'
import { noZipTime, packZip } from '../zips.ts'
import { inspected, keepVersion, sameTexts } from './actions.ts'
import { findCopy, listInForce } from './queries.ts'
import { nearestCopy, placeOf } from './rules.ts'
import type { ImportedTemplates, TemplateTexts, ZipOfTemplates } from './schema.ts'
import { shippedTexts } from './source.ts'

/** Files of a zip, and what all of them unpack to: fifty kinds of four files are a twentieth of it. */
const mostEntries = 400
const mostBytes = 8 * 1024 * 1024

/** What the papers of a unit take of each kind, or of one, as a zip that any program opens; the import reads it back. */
export const zipTemplates = async (read: Reader, unitId: string, kind: string | null): Promise<Buffer> => {
  const taken = await takenTexts(read, unitId)
  const files: Record<string, Uint8Array> = { 'README.md': strToU8((await shippedFiles('README.md')) ?? '') }
  for (const [each, texts] of taken) {
    if (kind !== null && kind !== each) continue
    for (const [name, text] of Object.entries(texts)) files[`${each}/${name}`] = strToU8(`${text}\n`)
  }
  return packZip(files, noZipTime)
}

/** By kind, what the papers of a unit's congresses take, whatever their level. */
const takenTexts = async (read: Reader, unitId: string): Promise<Map<string, TemplateTexts>> => {
  const line = await lineOfUnit(read, unitId)
  const copies = await listInForce(read, line)
  const taken = new Map<string, TemplateTexts>()
  for (const kind of await listTemplateKinds()) {
    const nearest = nearestCopy(
      copies.filter((copy) => copy.kind === kind),
      { line, levelId: null },
    )
    taken.set(kind, { ...(await shippedTexts(kind)), ...nearest?.files })
  }
  return taken
}

/** What a zip would bring to a unit: what is new, changed, the same, or has faults, which are told by line. */
export const checkZip = async (read: Reader, unitId: string, bytes: Uint8Array): Promise<ZipOfTemplates> => {
  const { brought, ignored } = await readZip(bytes)
  const taken = await takenTexts(read, unitId)
  const kinds: ZipOfTemplates['kinds'] = []
  for (const [kind, texts] of brought) {
    const now = taken.get(kind)
    if (!now) {
      ignored.push(...Object.keys(texts).map((name) => `${kind}/${name}`))
      continue
    }
    const { titles } = await readTemplate(kind)
    const { faults } = await inspected(kind, texts)
    const isKept = (await findCopy(read, placeOf({ unitId, levelId: null }, kind))) !== undefined
    const isFaulty = faults.some(forbidsPrinting)
    const state = isFaulty ? 'faulty' : sameTexts({ ...now, ...texts }, now) ? 'same' : isKept ? 'changed' : 'new'
    kinds.push({ kind, titles, state, faults: faults.slice(0, 20) })
  }
  if (kinds.length === 0) throw zipWithoutTemplates()
  const rank = ({ state }: (typeof kinds)[number]) => statesInOrder.indexOf(state)
  kinds.sort((one, other) => rank(one) - rank(other) || one.titles.vi.localeCompare(other.titles.vi, 'vi'))
  const digest = createHash('sha256')
    .update(JSON.stringify([unitId, kinds, [...brought]]))
    .digest('base64url')
  return { kinds, ignored: ignored.slice(0, 50), digest }
}

/** What a person has to look at comes first. */
const statesInOrder = ['faulty', 'changed', 'new', 'same']

/** Puts in force exactly what was checked: what is new and changed, each as the next version of the unit's copy, in one act. */
export const importZip = async (
  office: Office,
  actor: Actor,
  unitId: string,
  { bytes, digest }: { bytes: Uint8Array; digest: string },
): Promise<Done<ImportedTemplates>> => {
  const { read } = office.db
  const checked = await checkZip(read, unitId, bytes)
  if (checked.digest !== digest) throw importChanged()
  const wanted = checked.kinds.filter(({ state }) => state === 'new' || state === 'changed')
  if (wanted.length === 0) throw nothingToImport()
  const { brought } = await readZip(bytes)
  const taken = await takenTexts(read, unitId)
  const all = await Promise.all(
    wanted.map(async ({ kind }) => {
      const files = { ...taken.get(kind), ...brought.get(kind) }
      return { place: { unitId, levelId: null, kind }, files, kept: await inspected(kind, files) }
    }),
  )
  const subject = wanted.map(({ titles }) => titles.vi).join('; ')
  return act(office, actor, { action: 'templates-imported', subject: subject.slice(0, 300), unitId }, async (rows) => {
    for (const { place, files, kept } of all) {
      const copy = await findCopy(rows.tx, placeOf(place, place.kind))
      const values = { files, note: '', isDraft: false, restored: null }
      await keepVersion(office, actor, rows, { place, copy, kept }, values)
    }
    return { imported: all.length, skipped: checked.kinds.filter(({ state }) => state === 'faulty').length }
  })
}

/** What `zipTemplates` explains to people in the zip itself. */
const ownReadme = /^(?:[^/]+\/)?README\.md$/u
const ofTemplate = /^(?:[^/]+\/)?([a-z][a-z0-9-]{0,59})\/((?:template|look)\.yaml|text\.(?:vi|en)\.md)$/u

/** The texts of a zip by kind, as folders hold them; a folder around all of them does no harm. */
const readZip = async (bytes: Uint8Array): Promise<{ brought: Map<string, TemplateTexts>; ignored: string[] }> => {
  const brought = new Map<string, TemplateTexts>()
  const ignored: string[] = []
  const budget = { bytes: mostBytes }
  for (const [name, entry] of entriesOf(bytes)) {
    if (name.endsWith('/') || ownReadme.test(name)) continue
    const [, kind, file] = ofTemplate.exec(name) ?? []
    if (kind === undefined || file === undefined) ignored.push(name.slice(0, 200))
    else brought.set(kind, { ...brought.get(kind), [file]: await textOf(entry, budget) })
  }
  return { brought, ignored }
}

const entriesOf = (bytes: Uint8Array): Map<string, ZipEntry> => {
  const entries = worded(() => listEntries(bytes))
  if (entries.size > mostEntries) throw zipTooLarge()
  // Nothing is ever written under these names; a zip that has them was not made by an office.
  const isStrange = (name: string) => name.split(/[/\\]/u).includes('..') || /^[a-z]:|[\\\p{Cc}]/iu.test(name)
  if ([...entries.keys()].some(isStrange)) throw zipUnsafe()
  return entries
}

const textOf = async (entry: ZipEntry, budget: { bytes: number }): Promise<string> => {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of unpack(entry, budget)) pieces.push(piece)
  } catch (error) {
    throw asZipFault(error)
  }
  try {
    return cleanText(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch {
    throw encodingUnknown()
  }
}

const worded = <T>(read: () => T): T => {
  try {
    return read()
  } catch (error) {
    throw asZipFault(error)
  }
}

/** The reader of zips speaks of spreadsheets. */
const asZipFault = (error: unknown): unknown => {
  if (!(error instanceof ApiError)) return error
  return error.code === 'spreadsheet-too-large' ? zipTooLarge() : zipBroken()
}

const zipBroken = () => new ApiError(422, 'zip-broken', 'The file is no zip, or it is damaged or locked.')
const zipWithoutTemplates = () => new ApiError(422, 'zip-without-templates', 'The zip holds no template.')
const zipTooLarge = () => new ApiError(422, 'zip-too-large', 'The zip holds too many files or unpacks to too much.')
const zipUnsafe = () => new ApiError(422, 'zip-unsafe', 'The zip holds paths that lead out of their folder.')
