import type { Reader } from '../../../db/open.ts'
import type { Row } from '../../../db/rows.ts'
import { findCongress } from '../../congresses/queries.ts'
import { englishTwins, writerIn, type Twins } from '../../english/twins.ts'
import { notFound } from '../../errors.ts'
import {
  formatDateInSentence,
  formatPaperTime,
  formatShortDate,
  weekdayName,
  type Language,
} from '../../format/dates.ts'
import { findProgramme } from '../../programme/queries.ts'
import { clockOf, minutesOf, timeItems } from '../../programme/rules.ts'
import type { Programme } from '../../programme/schema.ts'
import { findUnit, lineOfUnit } from '../../units/queries.ts'
import { findVenue } from '../../venues/queries.ts'
import type { Block, Paper, Table } from '../blocks.ts'
import { fieldsOf, type Values } from '../fields.ts'
import { portrait, table as tableForm } from '../official-form.ts'
import { putIn, wordOf, type Template } from '../templates.ts'
import { composeWording } from '../wording.ts'
import { congressTitle, formWithOrdinal, holdTogether, meetingWord, placeOf, superiorOf } from '../rules/names.ts'
import { closingOf, letterheadOf, romanNumber } from './official.ts'

type Session = Programme['sessions'][number]

/** What the programme of a congress is printed from. */
export interface ProgrammeFacts {
  congress: Row<'congresses'>
  /** The congress's unit and those above it, nearest first. */
  units: Row<'units'>[]
  venueName: string
  sessions: Session[]
  /** English of the texts that the product ships, by the text; what people typed prints as typed. */
  twins: Twins
}

export const gatherProgramme = async (read: Reader, congressId: string): Promise<ProgrammeFacts> => {
  const congress = await findCongress(read, congressId)
  if (!congress) throw notFound()
  const line = await lineOfUnit(read, congress.unitId)
  const units = await Promise.all(line.map((id) => findUnit(read, id)))
  const venue = congress.venueId === null ? undefined : await findVenue(read, congress.venueId)
  const { sessions } = await findProgramme(read, congressId)
  const twins = await englishTwins()
  return { congress, units: units.flatMap((unit) => unit ?? []), venueName: venue?.name ?? '', sessions, twins }
}

/** Values for the placeholders of `templates/programme`. */
export const programmeValues = (facts: ProgrammeFacts): Values => ({
  vi: valuesIn(facts, 'vi'),
  en: valuesIn(facts, 'en'),
})

const valuesIn = ({ congress, units }: ProgrammeFacts, language: Language) => {
  const unit = units[0] ?? { name: '', type: '' }
  const meeting = meetingWord(congress.form, language)
  return {
    congress: congressTitle(congress, unit, language),
    committee: formWithOrdinal(congress, language),
    meeting,
    superiorBody: superiorOf(unit, language),
    committeeSymbol: meetingWord(congress.form, 'vi') === 'Đại hội' ? 'BTCĐH' : 'BTCHN',
    unitPlace: placeOf(units),
  }
}

/** The programme in official form, from the facts and what the secretary filled in. */
export const composeProgramme = (
  facts: ProgrammeFacts,
  { template, filled, today }: { template: Template; filled: Readonly<Record<string, string>>; today: string },
  language: Language,
): Paper => {
  const values = programmeValues(facts)
  const fields = fieldsOf(template, filled, values, language)
  const year = (facts.congress.dateFrom ?? facts.congress.weekOf ?? today).slice(0, 4)
  const write = programmeWriter(template, facts, { year, language })
  const title = holdTogether(fields['title'] ?? '')
  const blocks = composeWording(
    template.wording[language],
    (text) => putIn(text, { ...values[language], ...fields, title }),
    {
      letterhead: [letterheadOf(fields, year, language)],
      sessions: facts.sessions.length === 0 ? [write.nothing()] : facts.sessions.flatMap(write.session),
      closing: [closingOf(fields, language)],
    },
  )
  const subject = `${template.titles[language]} - ${fields['title'] ?? ''}`
  return { title: subject, language, page: portrait, pageNumbers: 'official', blocks }
}

const programmeWriter = (
  template: Template,
  facts: ProgrammeFacts,
  { year, language }: { year: string; language: Language },
) => {
  const word = (name: string) => wordOf(template, language, name)
  const remark = (text: string, isKeptWithNext: boolean): Block => ({
    kind: 'remark',
    text,
    isCentred: true,
    isKeptWithNext,
  })
  const write = writerIn(language, facts.twins)
  /** The title as it was given; the name of its kind in the other language. */
  const titleOf = ({ kind, title }: Session) => (title === wordOf(template, 'vi', kind) ? word(kind) : write(title))
  // One official session is the congress itself and needs no name of its own.
  const isPlain = facts.sessions.length === 1 && facts.sessions[0]?.kind === 'official'

  const session = (each: Session, index: number): Block[] => {
    const heading = (facts.sessions.length > 1 ? `${romanNumber(index)}. ` : '') + titleOf(each)
    const head: Block[] = isPlain ? [] : [{ kind: 'heading', text: heading }]
    const when = remark(whenAndWhere(each), true)
    if (each.items.length === 0) return [...head, when, remark(word('nothingInSession'), false)]
    return [...head, when, itemTable(each, { word, write, language })]
  }

  const whenAndWhere = (each: Session) => {
    const minutes = minutesOf(each.startsAt)
    const part = word(minutes < 12 * 60 ? 'morning' : minutes < 18 * 60 ? 'afternoon' : 'evening')
    const place = [each.room, facts.venueName].filter((name) => name.trim() !== '').join(', ')
    const day = language === 'vi' ? vietnameseDay(each.date, year) : englishDay(each.date, year)
    const at = place === '' ? '' : language === 'vi' ? `, tại ${place}` : `, at ${place}`
    return `(${part}${language === 'vi' ? ' ' : ' of '}${day}${at})`
  }
  return { session, nothing: () => remark(word('nothing'), false) }
}

const hold = (text: string) => text.replaceAll(' ', '\u00a0')

/** «thứ Tư, ngày 09/9/2020»; without a day a blank to write it into. */
const vietnameseDay = (date: string | null, year: string) =>
  date === null
    ? hold(`ngày      tháng      năm ${year}`)
    : `${hold(weekdayName(date, 'vi'))}, ${hold(`ngày ${formatShortDate(date, 'vi')}`)}`

const englishDay = (date: string | null, year: string) =>
  date === null ? hold(`            ${year}`) : formatDateInSentence(date, 'en')

interface Wording {
  /** A word of the template. */
  word: (name: string) => string
  /** A text of the programme in the language of the paper. */
  write: (text: string) => string
  language: Language
}

/** Widths in millimetres: the times stand on one line. */
const itemTable = (session: Session, { word, write, language }: Wording): Table => {
  const times = timeItems(session.startsAt, session.items)
  return {
    kind: 'table',
    size: tableForm.size,
    columns: [
      { title: word('time'), share: 43, alignment: 'centre' },
      { title: word('content'), share: 80, alignment: 'left' },
      { title: word('presenter'), share: 42, alignment: 'left' },
    ],
    rows: session.items.map((item, index) => {
      const { start, end } = times[index] ?? { start: 0, end: 0 }
      return { cells: [timeSpan(start, end, language), write(item.title), write(item.presenter)] }
    }),
  }
}

const timeSpan = (start: number, end: number, language: Language): string => {
  const clock = (minutes: number) => (language === 'vi' ? hold(formatPaperTime(clockOf(minutes))) : clockOf(minutes))
  return end > start ? `${clock(start)} - ${clock(end)}` : clock(start)
}
