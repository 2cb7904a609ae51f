import { createHash } from 'node:crypto'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { invalid, notFound, refused } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import { newId, type Actor, type Office } from '../office.ts'
import { findProgramme, type ItemRow } from '../programme/queries.ts'
import type { ProgrammeItem } from '../programme/schema.ts'
import { contactsFor } from './contacts.ts'
import { findNewest, findRelease, findReleaseNumbered, findTelling, listTellings } from './queries.ts'
import { findAffected } from './rules/affected.ts'
import { findChanges } from './rules/changes.ts'
import { shownName } from './rules/names.ts'
import { toldSessions } from './rules/told.ts'
import type {
  Correction,
  NewRelease,
  Release,
  ReleaseDraft,
  ReleasedProgramme,
  ReleaseRead,
  Tellings,
} from './schema.ts'

const nothing: ReleasedProgramme = { sessions: [], speakers: [] }

/** What would be released now. Not placed yet is not released: it lies in the tray. */
export const draftRelease = async (read: Reader, congressId: string): Promise<ReleaseDraft> => {
  const { sessions, speakers } = await findProgramme(read, congressId)
  const content = {
    sessions: sessions.map(({ items, ...session }) => ({ ...session, items: items.map(bare) })),
    speakers,
  }
  const newest = await findNewest(read, congressId)
  return { number: (newest?.number ?? 0) + 1, fingerprint: fingerprintOf(content), content }
}

/** An item without the column that says in whose tray it lies: it lies in none. */
const bare = (item: ProgrammeItem): ProgrammeItem => {
  const { trayCongressId: _tray, ...kept } = item as ItemRow
  return kept
}

/** Short for what a release tells: it stays the same while nobody changes a word of that. */
const fingerprintOf = (content: ReleasedProgramme): string =>
  createHash('sha256')
    .update(JSON.stringify(toldSessions(content)))
    .digest('base64url')

/**
 * Releases the programme as it was seen. Refused when it was changed or released since, with how it stands now; nothing
 * is released then.
 */
export const releaseProgramme = (
  office: Office,
  actor: Actor,
  congressId: string,
  { name, note, day, number, fingerprint }: NewRelease,
): Promise<Done<Release>> =>
  act(office, actor, about('programme-released', congressId), async (rows) => {
    const congress = await requireCongress(rows, congressId)
    const draft = await draftRelease(rows.tx, congressId)
    if (draft.number !== number || draft.fingerprint !== fingerprint) {
      throw refused('draft-moved', 'The programme was changed or released since it was seen.', draft)
    }
    if (draft.content.sessions.length === 0) throw refused('nothing-to-release', 'The programme is empty.')
    const former = (await findNewest(rows.tx, congressId))?.content ?? nothing
    return saveRelease(
      rows,
      congress,
      { kind: 'release', name, note, day, number, former, content: draft.content },
      {
        office,
        actor,
      },
    )
  })

/** Takes back the newest release: the one before it comes into force again under a number of its own, with the reason. */
export const correctRelease = (
  office: Office,
  actor: Actor,
  id: string,
  { name, reason, day }: Correction,
): Promise<Done<Release>> =>
  act(office, actor, { ...about('release-corrected'), reason }, async (rows) => {
    const wrong = await requireRelease(rows, id)
    const congress = await requireCongress(rows, wrong.congressId)
    const newest = await findNewest(rows.tx, wrong.congressId)
    if (newest?.id !== id) throw refused('draft-moved', 'Only the newest release can be taken back.')
    const before = await findReleaseNumbered(rows.tx, wrong.congressId, wrong.number - 1)
    const content = before?.content ?? nothing
    const number = wrong.number + 1
    return saveRelease(
      rows,
      congress,
      { kind: 'correction', name, note: reason, day, number, former: wrong.content, content },
      { office, actor },
    )
  })

const saveRelease = async (
  rows: ActRows,
  congress: Row<'congresses'>,
  release: Pick<Row<'releases'>, 'kind' | 'name' | 'note' | 'day' | 'number' | 'content'> & {
    former: ReleasedProgramme
  },
  { office, actor }: { office: Office; actor: Actor },
): Promise<Release> => {
  const { former, ...given } = release
  // Whoever released in English has proposed nothing of his own: papers and the history call it in their language.
  const values = { ...given, name: shownName(given, 'vi') }
  const changeCount = findChanges(former, values.content).length
  if (changeCount === 0) throw refused('nothing-to-release', 'Nothing is not as it was released already.')
  rows.say({ subject: `${values.name} - ${congress.title}` })
  const place = { id: newId(), congressId: congress.id, at: office.now().toISOString(), accountName: actor.name }
  const {
    content: _content,
    version: _version,
    ...saved
  } = await rows.create('releases', {
    ...place,
    ...values,
    changeCount,
  })
  return saved
}

export const readRelease = async (read: Reader, id: string): Promise<ReleaseRead> => {
  const release = await findRelease(read, id)
  if (!release) throw notFound()
  const { version: _version, ...told } = release
  return told
}

/** What was in force before a release. */
export const contentBefore = async (
  read: Reader,
  { congressId, number }: Pick<Row<'releases'>, 'congressId' | 'number'>,
): Promise<ReleasedProgramme> => (await findReleaseNumbered(read, congressId, number - 1))?.content ?? nothing

/** Notes that those affected were told of a release; who was told already stays as he is noted. */
export const noteTold = (
  office: Office,
  actor: Actor,
  releaseId: string,
  who: readonly string[],
): Promise<Done<Row<'tellings'>[]>> =>
  act(office, actor, about('release-told'), async (rows) => {
    const release = await requireRelease(rows, releaseId)
    await requireCongress(rows, release.congressId)
    const affected = findAffected(await contentBefore(rows.tx, release), release.content)
    const names = new Map(affected.map(({ who: key, name }) => [key, name]))
    if (who.some((key) => !names.has(key))) throw invalid([{ field: 'who', rule: 'not-known' }])
    const told = new Set((await listTellings(rows.tx, [releaseId])).map((telling) => telling.who))
    const fresh = who.filter((key) => !told.has(key))
    rows.say({ subject: `${fresh.map((key) => names.get(key) ?? '').join(', ')} - ${release.name}`.slice(0, 400) })
    const at = office.now().toISOString()
    const created: Row<'tellings'>[] = []
    for (const key of fresh) {
      created.push(await rows.create('tellings', { id: newId(), releaseId, who: key, accountName: actor.name, at }))
    }
    return created
  })

/** Who was told of a release, and how those whom it touches are reached. */
export const listTold = async (read: Reader, releaseId: string): Promise<Tellings> => {
  const release = await findRelease(read, releaseId)
  const congress = release && (await findCongress(read, release.congressId))
  if (!release || !congress) throw notFound()
  const affected = findAffected(await contentBefore(read, release), release.content)
  return {
    tellings: await listTellings(read, [releaseId]),
    contacts: await contactsFor(read, congress, affected),
  }
}

export const withdrawTelling = (office: Office, actor: Actor, id: string, version: number): Promise<Done<void>> =>
  act(office, actor, about('release-not-told'), async (rows) => {
    const telling = await findTelling(rows.tx, id)
    if (!telling) throw notFound()
    const release = await requireRelease(rows, telling.releaseId)
    await requireCongress(rows, release.congressId)
    rows.say({ subject: release.name })
    await rows.remove('tellings', id, version)
  })

const about = (action: string, congressId: string | null = null) => ({ action, subject: '', unitId: null, congressId })

const requireCongress = async (rows: ActRows, id: string): Promise<Row<'congresses'>> => {
  const congress = await findCongress(rows.tx, id)
  if (!congress) throw notFound()
  rows.say({ subject: congress.title, unitId: congress.unitId, cycleId: congress.cycleId, congressId: id })
  return congress
}

const requireRelease = async (rows: ActRows, id: string): Promise<Row<'releases'>> => {
  const release = await findRelease(rows.tx, id)
  if (!release) throw notFound()
  return release
}
