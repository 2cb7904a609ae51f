import { randomInt } from 'node:crypto'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { notFound } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findPublication, findPublicationByCode } from './queries.ts'

/** From now on whoever has the address reads the newest release. */
export const publishProgramme = (
  office: Office,
  actor: Actor,
  congressId: string,
): Promise<Done<Row<'publications'>>> =>
  act(office, actor, about('programme-published', congressId), async (rows) => {
    await requireCongress(rows, congressId)
    const standing = await findPublication(rows.tx, congressId)
    if (standing) return standing
    const at = office.now().toISOString()
    return rows.create('publications', { id: newId(), congressId, code: await freeCode(rows.tx), at })
  })

/** The address that was given out leads nowhere from now on; another takes its place. */
export const renewCode = (
  office: Office,
  actor: Actor,
  congressId: string,
  version: number,
): Promise<Done<Row<'publications'>>> =>
  act(office, actor, about('publication-code-renewed', congressId), async (rows) => {
    const publication = await requirePublication(rows, congressId)
    return rows.change('publications', publication.id, version, { code: await freeCode(rows.tx) })
  })

export const unpublishProgramme = (
  office: Office,
  actor: Actor,
  congressId: string,
  version: number,
): Promise<Done<void>> =>
  act(office, actor, about('programme-unpublished', congressId), async (rows) => {
    const publication = await requirePublication(rows, congressId)
    await rows.remove('publications', publication.id, version)
  })

/** Letters and figures that nobody mistakes for one another when an address is read aloud or typed. */
const codeSigns = 'abcdefghjkmnpqrstuvwxyz23456789'
/** 31^20: about 99 bits, nothing to guess. */
const codeLength = 20

const freeCode = async (read: Reader): Promise<string> => {
  const code = Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)]).join('')
  return (await findPublicationByCode(read, code)) ? freeCode(read) : code
}

const about = (action: string, congressId: string) => ({ action, subject: '', unitId: null, congressId })

const requireCongress = async (rows: ActRows, id: string): Promise<void> => {
  const congress = await findCongress(rows.tx, id)
  if (!congress) throw notFound()
  rows.say({ subject: congress.title, unitId: congress.unitId, cycleId: congress.cycleId })
}

const requirePublication = async (rows: ActRows, congressId: string): Promise<Row<'publications'>> => {
  await requireCongress(rows, congressId)
  const publication = await findPublication(rows.tx, congressId)
  if (!publication) throw notFound()
  return publication
}
