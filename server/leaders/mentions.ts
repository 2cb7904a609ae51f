import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import { findCongress } from '../congresses/queries.ts'
import { invalid, notFound, refused, stale } from '../errors.ts'
import { act, type ActRows, type Done } from '../history/actions.ts'
import type { Actor, Office } from '../office.ts'
import { calledPaperNow } from '../papers/called.ts'
import { findReplacement, listItemsOf, listPapersOf, listReplacedCongresses } from './queries.ts'
import { mendText, type NamedLeaders } from './rules/still-named.ts'
import type { Mention, MentionMend } from './schema.ts'
import { byCongress, findReplaced } from './stand-ins.ts'

/** Every text of papers and programmes that still names a leader who was replaced there, as the account may see them. */
export const listMentions = async (
  read: Reader,
  duties: readonly Duty[],
  cycleId: string,
  of: { postId: string | null; congressId: string | null },
): Promise<Mention[]> => {
  const mine = await placesOfDuties(read, duties, 'viewer')
  const all = await listReplacedCongresses(read, cycleId, of)
  const found = await findMentions(
    read,
    all.filter(({ unitId }) => mine?.has(unitId) ?? true),
  )
  return of.postId === null ? found : found.filter(({ postBeforeId }) => postBeforeId === of.postId)
}

/** Puts the name of whoever attends now into one text that names the former leader in full. */
export const mendMention = (
  office: Office,
  actor: Actor,
  replacementId: string,
  { kind, recordId, field, version }: MentionMend,
): Promise<Done<null>> =>
  act(office, actor, { action: 'leader-name-mended', subject: '', unitId: null }, async (rows) => {
    const replacement = await findReplacement(rows.tx, replacementId)
    const congress = replacement && (await findCongress(rows.tx, replacement.congressId))
    if (!congress) throw notFound()
    const { title, unitId, cycleId, id: congressId } = congress
    rows.say({ subject: title, unitId, cycleId, congressId })
    const mention = (await findMentions(rows.tx, [congress])).find(
      (each) =>
        each.replacementId === replacementId &&
        each.kind === kind &&
        each.recordId === recordId &&
        each.field === field,
    )
    if (!mention) throw notFound()
    if (mention.version !== version) throw stale(null)
    if (mention.mended === null) throw refused('name-not-plain', 'The name is not written in full here.')
    rows.say({ subject: `${await calledMention(rows, mention)} - ${title}` })
    await writeMended(rows, mention, mention.mended)
    return null
  })

type FoundMention = Mention & { postBeforeId: string; leaders: NamedLeaders }

/** «Giấy mời 12/GM-BTC; Trần Văn Bình → Nguyễn Văn An»: which text was mended, and whose name. */
const calledMention = async ({ tx }: ActRows, mention: FoundMention): Promise<string> => {
  const { kind, congressId, paperKind, itemTitle } = mention
  const { personBefore, postBefore, personAfter, postAfter } = mention.leaders
  const text = kind === 'paper' ? await calledPaperNow(tx, congressId, paperKind) : itemTitle
  return `${text}; ${personBefore || postBefore} → ${personAfter || postAfter}`
}

const itemFields = ['presenter', 'title', 'note'] as const
/** What the fields of a programme hold at the most. */
const longest: Readonly<Record<string, number>> = { presenter: 300, title: 500, note: 1000 }
const longestOfPaper = 2000

const writeMended = async (rows: ActRows, mention: Mention, mended: string): Promise<void> => {
  const { kind, recordId, field, version } = mention
  const limit = kind === 'item' ? (longest[field] ?? 0) : longestOfPaper
  if (mended.length > limit) throw invalid([{ field, rule: 'too-long' }])
  if (kind === 'item') {
    await rows.change('items', recordId, version, { [field]: mended })
    return
  }
  const paper = (await listPapersOf(rows.tx, [mention.congressId])).find(({ id }) => id === recordId)
  await rows.change('papers', recordId, version, { fields: { ...paper?.fields, [field]: mended } })
}

const findMentions = async (read: Reader, congresses: Row<'congresses'>[]): Promise<FoundMention[]> => {
  const ids = congresses.map(({ id }) => id)
  const items = byCongress(await listItemsOf(read, ids))
  const papers = byCongress(await listPapersOf(read, ids))
  return (await findReplaced(read, congresses)).flatMap(({ replacement, leaders }) => {
    const { id: replacementId, congressId, postBeforeId } = replacement
    const texts = [
      ...(items.get(congressId) ?? []).flatMap(textsOfItem),
      ...(papers.get(congressId) ?? []).flatMap(textsOfPaper),
    ]
    return texts.flatMap((text): FoundMention[] => {
      const { isNamed, mended } = mendText(text.text, leaders)
      return isNamed ? [{ replacementId, congressId, ...text, mended, postBeforeId, leaders }] : []
    })
  })
}

type Text = Omit<Mention, 'replacementId' | 'congressId' | 'mended'>

const textsOfItem = (item: Row<'items'>): Text[] =>
  itemFields.map((field) => ({
    kind: 'item',
    recordId: item.id,
    field,
    version: item.version,
    paperKind: '',
    itemTitle: item.title,
    text: item[field],
  }))

const textsOfPaper = ({ id, kind, fields, version }: Row<'papers'>): Text[] =>
  Object.entries(fields).map(([field, text]) => ({
    kind: 'paper',
    recordId: id,
    field,
    version,
    paperKind: kind,
    itemTitle: '',
    text,
  }))
