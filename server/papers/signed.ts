import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { rowsOf, templateValues, type Making } from '../documents/compose.ts'
import { gatherCongress } from '../documents/facts.ts'
import { fallbackOf } from '../documents/fields.ts'
import { releasedFor } from '../documents/kinds/programme-changes.ts'
import { logoFor } from '../documents/logo.ts'
import { packMade, unpackMade } from '../documents/packing.ts'
import { newId, type Office } from '../office.ts'
import { todayOf } from '../road/actions.ts'
import { templatesOf, type TemplatesOf } from '../templates/source.ts'
import { assignedFor } from './assigned.ts'
import { hashOf, listReader } from './contents.ts'
import { seatsTeller } from './seats-told.ts'
import { findPaper, findSignedCopy, findSignedMaking, type SignedCopy } from './queries.ts'
import { clerkFields, fieldsToPrint, isUnsigned } from './rules.ts'
import type { ChangedSince } from './schema.ts'

interface Makings {
  templateOf: TemplatesOf
  makingOf: (kind: string) => Promise<Making>
}

/** What the papers of a congress are made from as the data stand now: each list is read once, however many kinds are made from it. */
const liveMakings = async (office: Office, congressId: string): Promise<Makings> => {
  const { read } = office.db
  const facts = await gatherCongress(read, congressId)
  const templateOf = await templatesOf(read, facts)
  const listOf = listReader(read, facts)
  const seatsOf = seatsTeller(read, { congressId, timeZone: office.settings.timeZone })
  const makingOf = async (kind: string): Promise<Making> => {
    const template = await templateOf(kind)
    const filled = fieldsToPrint(await findPaper(read, congressId, kind))
    const logo = await logoFor(read, template, facts.congress.unitId)
    const released = await releasedFor(read, template, congressId)
    const assigned = await assignedFor(read, template, congressId)
    const rows = await listOf(template)
    const seats = await seatsOf(template)
    return { template, facts, filled, rows, today: todayOf(office, null), ...logo, ...released, ...assigned, ...seats }
  }
  return { templateOf, makingOf }
}

/** What a paper is made from as the data stand now, whether it was signed or not. */
export const gatherLive = async (office: Office, congressId: string, kind: string): Promise<Making> =>
  (await liveMakings(office, congressId)).makingOf(kind)

/** What all papers of a congress are printed from: those that are signed as they were signed. */
export const makingsOf = async (office: Office, congressId: string): Promise<Makings> => {
  const { read } = office.db
  const { templateOf, makingOf } = await liveMakings(office, congressId)
  return {
    templateOf,
    makingOf: async (kind) =>
      (await signedMaking(read, await findPaper(read, congressId, kind))) ?? (await makingOf(kind)),
  }
}

/** What is kept of a paper when it is signed. */
export const copyToSign = async (
  office: Office,
  congressId: string,
  kind: string,
): Promise<{ copy: Row<'signedPapers'>; hash: string }> => {
  const making = await gatherLive(office, congressId, kind)
  const { template, facts, filled } = making
  const values = templateValues(template, facts)
  const printed = template.fields.map((field) => [field.name, filled[field.name] || fallbackOf(field, values, filled)])
  const copy = {
    id: newId(),
    congressId,
    kind,
    at: office.now().toISOString(),
    printed: Object.fromEntries(printed) as Record<string, string>,
    rowCount: template.list === undefined ? null : rowsOf(making).length,
    making: await packMade({ making }),
  }
  return { copy, hash: hashOf({ ...making, fields: filled }) }
}

/** The copy of a paper as it was signed; undefined where it is not signed, or was before copies were kept. */
export const signedCopyOf = async (read: Reader, paper: Row<'papers'> | undefined): Promise<SignedCopy | undefined> =>
  paper && !isUnsigned(paper.standing) && paper.signedId !== null ? findSignedCopy(read, paper.signedId) : undefined

/** What a signed paper is printed from, whatever changed since: as it was signed, under the number that it got after. */
export const signedMaking = async (read: Reader, paper: Row<'papers'> | undefined): Promise<Making | null> => {
  const copy = await signedCopyOf(read, paper)
  const packed = copy && (await findSignedMaking(read, copy.id))
  if (!paper || !copy || packed === undefined) return null
  const { making } = await unpackMade<{ making: Making }>(packed)
  return { ...making, filled: fieldsToPrint(paper), signedAt: copy.at }
}

/** The fields of a signed paper as they are printed, under the number and symbol that it got after. */
export const signedFields = (paper: Row<'papers'>, { printed }: SignedCopy): Record<string, string> => {
  const symbol = paper.fields['symbol'] || printed['symbol'] || ''
  return { ...printed, ...clerkFields(paper), symbol }
}

/** What differs by now from what a paper was signed with, as far as the paper names it. */
export const changedSince = (signed: Making, now: Making): ChangedSince => {
  const { template } = signed
  const wording = wordingOf(signed)
  const [before, after] = [templateValues(template, signed.facts).vi, templateValues(template, now.facts).vi]
  const values = Object.entries(template.placeholders).flatMap(([name, { means }]) =>
    means && wording.includes(`{{${name}}}`) && before[name] !== after[name] ? [means] : [],
  )
  return {
    values,
    rowCount: changedRows(rowsOf(signed), rowsOf(now)),
    hasProgramme: JSON.stringify(programmeOf(signed)) !== JSON.stringify(programmeOf(now)),
    hasWording: wording !== wordingOf(now),
  }
}

/** What a paper tells of the programme: as it stands, or two of its releases. */
const programmeOf = ({ facts, released }: Making) => released ?? facts.sessions

const wordingOf = ({ template: { fields, wording, tables, words, titles } }: Making): string =>
  JSON.stringify([fields, wording, tables, words, titles])

/** Rows that came, went or say something else. */
const changedRows = (before: Making['rows'], after: Making['rows']): number => {
  const said = new Map(before.map(({ id, values }) => [id, JSON.stringify(values)]))
  const same = after.filter(({ id, values }) => said.get(id) === JSON.stringify(values)).length
  return Math.max(before.length, after.length) - same
}
