import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { findCongress } from '../congresses/queries.ts'
import { englishTwins, writerIn, type Twins } from '../english/twins.ts'
import { notFound } from '../errors.ts'
import { formatDateInSentence, formatPaperDate, formatPaperTime, weekdayName, type Language } from '../format/dates.ts'
import { formatNumber } from '../format/numbers.ts'
import { findProgramme } from '../programme/queries.ts'
import { openPlace } from '../programme/rules/places.ts'
import type { Speaker } from '../programme/schema.ts'
import type { ReleasedProgramme } from '../releases/schema.ts'
import { listDeadlines } from '../unit-lists/queries.ts'
import { findUnit, lineOfUnit } from '../units/queries.ts'
import { findVenue } from '../venues/queries.ts'
import type { Values } from './fields.ts'
import { authorityOf } from './rules/authority.ts'
import { congressTitle, formWithOrdinal, meetingWord, placeOf, superiorOf, withoutYears } from './rules/names.ts'

/** What was signed early does not say yet what is held outside the hall. */
export type Session = ReleasedProgramme['sessions'][number]

/** What the papers of a congress are made from, but the lists. */
export interface CongressFacts {
  congress: Row<'congresses'>
  /** The congress's unit and those above it, nearest first. */
  units: Row<'units'>[]
  venueName: string
  /** Left out in what was signed before it was kept. */
  venueAddress?: string
  sessions: Session[]
  /** Who speaks at them; left out in what was signed before it was kept. */
  speakers?: readonly Speaker[]
  /** Of a programme as it went out: «Bản 2». */
  releaseName?: string
  /** By when units send their lists of delegates, each day once; left out in what was signed before it was kept. */
  deadlines?: readonly string[]
  /** English of the texts that the product ships, by the text; what people typed prints as typed. */
  twins: Twins
}

export const gatherCongress = async (read: Reader, congressId: string): Promise<CongressFacts> => {
  const congress = await findCongress(read, congressId)
  if (!congress) throw notFound()
  const line = await lineOfUnit(read, congress.unitId)
  const units = await Promise.all(line.map((id) => findUnit(read, id)))
  const venue = congress.venueId === null ? undefined : await findVenue(read, congress.venueId)
  const { sessions, speakers } = await findProgramme(read, congressId)
  const twins = await englishTwins()
  const deadlines = [...new Set((await listDeadlines(read, congressId)).values())]
  const { name: venueName = '', address: venueAddress = '' } = venue ?? {}
  const told = { venueName, venueAddress, sessions, speakers, deadlines, twins }
  return { congress, units: units.flatMap((unit) => unit ?? []), ...told }
}

/** Values for the placeholders of `templates/shared.yaml`. */
export const congressValues = (facts: CongressFacts): Values => ({
  vi: valuesIn(facts, 'vi'),
  en: valuesIn(facts, 'en'),
})

const valuesIn = (facts: CongressFacts, language: Language) => {
  const { congress, units, venueName, venueAddress = '', sessions } = facts
  const unit = units[0] ?? { name: '', type: '' }
  const title = congressTitle(congress, unit, language)
  const meeting = meetingWord(congress.form, language)
  const authority = authorityOf(unit, language)
  const count = (number: number | null) => (number === null ? '' : formatNumber(number, language))
  const startOf = (kind: Session['kind']) => {
    const session = sessions.find((each) => each.kind === kind && each.date !== null)
    return session?.date ? momentIn(session.date, session.startsAt, language) : ''
  }
  return {
    congress: title,
    congressWithoutYears: withoutYears(title),
    committee: formWithOrdinal(congress, language),
    meeting,
    form: formWithOrdinal({ ...congress, ordinal: '' }, language),
    ordinal: congress.ordinal,
    theme: congress.theme,
    hostUnit: unit.name,
    superiorBody: superiorOf(unit, language),
    authorityBody: authority.body,
    authorityHead: authority.head,
    authorityTitle: authority.title,
    authoritySymbol: authority.symbol,
    reportedTo: authority.partyCommittee,
    committeeSymbol: meetingWord(congress.form, 'vi') === 'Đại hội' ? 'BTCĐH' : 'BTCHN',
    unitPlace: placeOf(units),
    venue: venueName,
    venueAndAddress: withAddress(venueName, venueAddress),
    days: daysIn(congress, language),
    opensAt: startOf('official') || daysIn(congress, language),
    preparatoryAt: startOf('preparatory'),
    listsBy: listsBy(facts, language),
    programmeInBrief: inBrief(facts, language),
    year: (congress.dateFrom ?? congress.weekOf ?? '').slice(0, 4),
    expectedDelegates: count(congress.expectedDelegates),
    expectedGuests: count(congress.expectedGuests),
  }
}

/** A hall and where it is, what both say said once; the sentence ends with its own sign. */
const withAddress = (name: string, address: string): string => {
  const told = address.replace(/[\s.,;]+$/u, '').trim()
  return name === '' || told === '' || name.endsWith(told) ? name : `${name}, ${told}`
}

/** A line for each session: «Phiên trù bị: 14 giờ 00, thứ Ba, ngày 08 tháng 9 năm 2020»; one outside the hall says where. */
const inBrief = ({ sessions, twins }: CongressFacts, language: Language): string => {
  const write = writerIn(language, twins)
  return sessions
    .flatMap((session) => {
      const { title, date, startsAt } = session
      return date === null
        ? []
        : [`${write(title)}: ${momentIn(date, startsAt, language)}${placeOutside(session, { write, language })}`]
    })
    .join('\n')
}

const placeOutside = (
  session: Session,
  { write, language }: { write: (text: string) => string; language: Language },
): string => {
  if (session.isOutside !== true) return ''
  const open = openPlace(session, language)
  return open === '' ? `, ${language === 'vi' ? 'tại' : 'at'} ${write(session.room)}` : `; ${open}`
}

/** «07 giờ 30, thứ Tư, ngày 09 tháng 9 năm 2020». */
const momentIn = (date: string, clock: string, language: Language): string =>
  language === 'vi'
    ? `${formatPaperTime(clock)}, ${weekdayName(date, 'vi')}, ${formatPaperDate(date)}`
    : `${clock}, ${formatDateInSentence(date, 'en')}`

/** Units with one and the same day are told it; where it is not one, each has its own on its form. */
const listsBy = ({ deadlines = [] }: CongressFacts, language: Language): string => {
  const [day, ...others] = deadlines
  if (day === undefined || others.length > 0) return language === 'vi' ? 'đúng thời hạn' : 'in time'
  return language === 'vi' ? `chậm nhất ${formatPaperDate(day)}` : `by ${formatDateInSentence(day, 'en')}`
}

const daysIn = ({ dateFrom, dateTo }: CongressFacts['congress'], language: Language): string => {
  if (dateFrom === null) return ''
  const write = (date: string) =>
    language === 'vi' ? `${weekdayName(date, 'vi')}, ${formatPaperDate(date)}` : formatDateInSentence(date, 'en')
  if (dateTo === null || dateTo === dateFrom) return write(dateFrom)
  return language === 'vi' ? `từ ${write(dateFrom)} đến ${write(dateTo)}` : `${write(dateFrom)} to ${write(dateTo)}`
}
