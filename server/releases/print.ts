import { composeParts } from '../documents/compose.ts'
import { drawParts } from '../documents/pdf/draw.ts'
import { notFound } from '../errors.ts'
import type { Language } from '../format/dates.ts'
import type { Office } from '../office.ts'
import { gatherLive } from '../papers/signed.ts'
import { inOrderOfTime } from '../programme/rules.ts'
import { findRelease, findReleaseNumbered } from './queries.ts'
import { shownName } from './rules/names.ts'

interface Printed {
  title: string
  pdf: Buffer
}

/** The programme as it went out, dated by the release unless the secretary wrote another day. */
export const printReleased = async (office: Office, id: string, language: Language): Promise<Printed> => {
  const release = await findRelease(office.db.read, id)
  if (!release) throw notFound()
  const { facts, filled, ...making } = await gatherLive(office, release.congressId, 'programme')
  const ofRelease = {
    ...making,
    facts: {
      ...facts,
      sessions: inOrderOfTime(release.content.sessions),
      speakers: release.content.speakers,
      releaseName: shownName(release, language),
    },
    filled: { ...filled, day: filled['day'] || release.day },
  }
  const parts = composeParts(ofRelease, language)
  return draw(office, parts, (title) => `${shownName(release, language)} - ${title}`)
}

/** What is not the same in a release and another one of its congress (null = the one before it). */
export const printChanges = async (
  office: Office,
  id: string,
  { against, language }: { against: string | null; language: Language },
): Promise<Printed> => {
  const { read } = office.db
  const after = await findRelease(read, id)
  if (!after) throw notFound()
  const { congressId, number } = after
  const before =
    against === null ? await findReleaseNumbered(read, congressId, number - 1) : await findRelease(read, against)
  // One of another congress is none of its releases.
  if (against !== null && before?.congressId !== congressId) throw notFound()
  const making = await gatherLive(office, congressId, 'programme-changes')
  const ofPair = {
    ...making,
    released: { before: before ?? null, after },
    filled: { ...making.filled, day: making.filled['day'] || after.day },
  }
  return draw(office, composeParts(ofPair, language), (title) => `${shownName(after, language)} - ${title}`)
}

const draw = async (
  office: Office,
  parts: ReturnType<typeof composeParts>,
  titleOf: (title: string) => string,
): Promise<Printed> => {
  const all = [...parts]
  const { pdf } = await drawParts(all, office.now())
  return { title: titleOf(all[0]?.title ?? ''), pdf }
}
