import type { Reader } from '../../db/open.ts'
import { findCongress } from '../congresses/queries.ts'
import { englishTwins } from '../english/twins.ts'
import type { Language } from '../format/dates.ts'
import { findNewest } from '../releases/queries.ts'
import { findUnit } from '../units/queries.ts'
import { findVenue } from '../venues/queries.ts'
import type { PublicProgramme } from './compose.ts'
import { findPublicationByCode } from './queries.ts'

/** What the public may read under a code; null where nothing is published under it. */
export const gatherPublic = async (read: Reader, code: string, language: Language): Promise<PublicProgramme | null> => {
  const publication = await findPublicationByCode(read, code)
  const congress = publication && (await findCongress(read, publication.congressId))
  if (!congress) return null
  const venue = congress.venueId === null ? undefined : await findVenue(read, congress.venueId)
  return {
    code,
    language,
    congress,
    unit: (await findUnit(read, congress.unitId)) ?? { name: '', type: '' },
    venueName: venue?.name ?? '',
    release: (await findNewest(read, congress.id)) ?? null,
    twins: await englishTwins(),
  }
}
