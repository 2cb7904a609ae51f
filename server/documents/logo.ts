import type { Reader } from '../../db/open.ts'
import { findNearestLogo } from '../logos/queries.ts'
import { findUnit, lineOfUnit } from '../units/queries.ts'
import type { Making } from './compose.ts'
import type { Template } from './templates.ts'

/** The emblem that a unit keeps for its cards. */
export interface Logo {
  /** A PNG, in base64. */
  png: string
  unitName: string
}

/** The logo that a kind prints for a unit: its own, or that of the nearest unit above it; none where the kind has no place for it. */
export const logoFor = async (read: Reader, { look }: Template, unitId: string): Promise<Pick<Making, 'logo'>> => {
  if (![...(look?.front ?? []), ...(look?.back ?? [])].some(({ logo }) => logo === true)) return {}
  const found = await findNearestLogo(read, await lineOfUnit(read, unitId))
  if (!found) return {}
  return { logo: { png: found.picture, unitName: (await findUnit(read, found.unitId))?.name ?? '' } }
}
