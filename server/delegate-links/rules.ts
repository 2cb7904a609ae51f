import { foldForSearch } from '../format/search.ts'
import { addDays } from '../format/dates.ts'
import { usuallyAttends } from '../assignments/rules.ts'
import type { Role } from '../assignments/schema.ts'
import type { CongressState } from '../congresses/schema.ts'
import type { DelegateClass, Standing } from '../delegates/schema.ts'
import type { ReportedField } from './schema.ts'
import type { Sex } from '../people/schema.ts'
import { personKey } from '../programme/rules/presenters.ts'
import type { Told, ToldSession, ToldSpeaker } from '../releases/rules/told.ts'

/** Who a personal page is of. */
export interface Attendee {
  name: string
  post: string
  workplace: string
  class: DelegateClass | null
}

/** A session that somebody attends, and what is expected of him or her in it. */
export interface OwnSession {
  session: ToldSession
  tasks: readonly OwnTask[]
  /** What he or she does in it besides, with what is expected. */
  roles: readonly Role[]
}

export interface OwnTask {
  item: Told
  /** The item during which to stand by; null = before the session begins. */
  after: Told | null
}

/** Whoever is welcomed must be seated by then. */
const minutesBefore = 20

/** What is said of somebody's coming to a session, and the roles that he or she has there. */
export interface Coming {
  isIn: (session: ToldSession) => boolean
  rolesIn: (session: ToldSession) => readonly Role[]
}

/** Of a congress in which nobody said who comes to what. */
export const usualComing = ({ class: as }: Pick<Attendee, 'class'>): Coming => ({
  isIn: ({ kind }) => usuallyAttends(as, kind),
  rolesIn: () => [],
})

/** The sessions that somebody attends. Whoever speaks in one attends it. */
export const sessionsOf = (
  { isIn, rolesIn }: Coming,
  sessions: readonly ToldSession[],
  isSpeaker: (speaker: ToldSpeaker) => boolean,
): OwnSession[] =>
  sessions.flatMap((session) => {
    const tasks = session.items.flatMap((item, index): OwnTask[] =>
      item.speakers.some(isSpeaker) ? [{ item, after: session.items[index - 1] ?? null }] : [],
    )
    return tasks.length > 0 || isIn(session) ? [{ session, tasks, roles: rolesIn(session) }] : []
  })

/** The speakers of a programme who bear somebody's name. */
export const namesakesAmong = (name: string, sessions: readonly ToldSession[]): ToldSpeaker[] => {
  const key = personKey(name)
  const named = sessions.flatMap(({ items }) => items.flatMap(({ speakers }) => speakers))
  return [...new Map(named.map((speaker) => [speaker.id, speaker])).values()].filter(
    (speaker) => personKey(speaker.name) === key,
  )
}

/** Whether speaker and delegate of one name are told to be of one post as well. */
export const isSamePost = (speaker: Pick<ToldSpeaker, 'post'>, { post, workplace }: Attendee): boolean => {
  const [told, own] = [foldForSearch(speaker.post), foldForSearch([post, workplace].join(' '))]
  const ownPost = foldForSearch(post)
  return told !== '' && own !== '' && (own.includes(told) || (ownPost !== '' && told.includes(ownPost)))
}

/** By when to be there, in minutes since midnight of the session's day. */
export const presentBy = ({ start }: Pick<Told, 'start'>): number => start - minutesBefore

/** How name, post and unit stand, by the fields that may be said to be wrong. */
export const writtenOf = ({
  delegate,
  person,
}: {
  delegate: { post: string; workplace: string }
  person: { name: string }
}): Record<ReportedField, string> => ({ name: person.name, post: delegate.post, workplace: delegate.workplace })

/** Days after the congress on which its links still open. */
const daysAfter = 14

/** The last day on which a link opens; null = it has none while the congress has no day. */
export const lastDayOf = (
  { expiresOn }: { expiresOn: string | null },
  { dateTo }: { dateTo: string | null },
): string | null => expiresOn ?? (dateTo === null ? null : addDays(dateTo, daysAfter))

/** What is answered by a link counts until the congress is over, or is not held. */
export const mayAnswer = ({ state, dateTo }: { state: CongressState; dateTo: string | null }, today: string): boolean =>
  !['held', 'reported', 'cancelled'].includes(state) && (dateTo === null || today <= dateTo)

const ownWords = new Set(['đồng chí', 'ông', 'bà', 'mẹ', 'anh', 'chị'])

/** How a letter calls somebody in Vietnamese after «Kính gửi»: «đồng chí Nguyễn Văn An», «Hòa thượng Thích Tâm Thiện». */
export const calledInLetter = (
  { name, printedName, address, sex }: { name: string; printedName: string; address: string; sex: Sex | null },
  { class: as }: Pick<Attendee, 'class'>,
): string => {
  if (printedName !== '') return printedName
  const usual = as === 'guest' ? guestWords[sex ?? 'unknown'] : 'đồng chí'
  const word = address === '' ? usual : address
  const lower = word.toLocaleLowerCase('vi')
  return `${ownWords.has(lower) ? lower : word} ${name}`
}

const guestWords = { male: 'ông', female: 'bà', unknown: 'quý đại biểu' } as const

/** The folder at a web host that an address means, without a slash at its end; null = it means none. */
export const webFolderOf = (text: string): string | null => {
  const address = text.trim()
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return null
  const { origin, pathname, username, search, hash } = new URL(address)
  if (username !== '' || search !== '' || hash !== '') return null
  return `${origin}${pathname.replace(/\/[^/]*\.html?$/iu, '/')}`.replace(/\/+$/u, '')
}

/** Alternates, and who works at the congress and has a badge for it, get no slip: as in templates/personal-slip. */
export const getsSlip = ({ class: as, standing }: { class: DelegateClass | null; standing: Standing }): boolean =>
  standing === 'listed' && as !== 'organizing' && as !== 'press' && as !== 'service'
