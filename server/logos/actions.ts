import type { Reader } from '../../db/open.ts'
import { mayAt } from '../accounts/rules.ts'
import type { Duty } from '../accounts/schema.ts'
import { notFound, stale } from '../errors.ts'
import { act, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findUnit, lineOfUnit } from '../units/queries.ts'
import { drawLogo } from './draw.ts'
import { findLogo, findNearestLogo } from './queries.ts'
import type { LogoOfUnit } from './schema.ts'

/** What the cards of a unit's congresses bear, and whose it is. */
export const showLogo = async (read: Reader, duties: readonly Duty[], unitId: string): Promise<LogoOfUnit> => {
  const line = await lineOfUnit(read, unitId)
  const found = await findNearestLogo(read, line)
  const isOwn = found?.unitId === unitId
  const owner = found && !isOwn ? await findUnit(read, found.unitId) : undefined
  return {
    picture: found?.picture ?? null,
    from: owner ? { unitId: owner.id, unitName: owner.name } : null,
    version: isOwn ? found.version : null,
    mayChange: mayAt(duties, 'organizer', line),
  }
}

/** Keeps what is seen of a picture as the unit's logo; version 0 = it kept none. */
export const saveLogo = async (
  office: Office,
  actor: Actor,
  unitId: string,
  { bytes, version }: { bytes: Uint8Array; version: number },
): Promise<Done<null>> => {
  const picture = (await drawLogo(bytes)).toString('base64')
  return act(office, actor, { action: 'logo-changed', subject: '', unitId }, async (rows) => {
    rows.say({ subject: (await findUnit(rows.tx, unitId))?.name ?? '' })
    const logo = await findLogo(rows.tx, unitId)
    if ((logo?.version ?? 0) !== version) throw stale(null)
    if (logo) await rows.change('logos', logo.id, version, { picture })
    else await rows.create('logos', { id: newId(), unitId, picture })
    return null
  })
}

/** Cards bear the logo of the unit above again, or none. */
export const removeLogo = (office: Office, actor: Actor, unitId: string, version: number): Promise<Done<void>> =>
  act(office, actor, { action: 'logo-removed', subject: '', unitId }, async (rows) => {
    const logo = await findLogo(rows.tx, unitId)
    if (!logo) throw notFound()
    rows.say({ subject: (await findUnit(rows.tx, unitId))?.name ?? '' })
    await rows.remove('logos', logo.id, version)
  })
