import { exampleTwins } from '../../db/example/english.ts'
import { roleTwins } from '../assignments/rules/usual-roles.ts'
import { defaultAnniversaries } from '../calendar/anniversaries.ts'
import { defaultCalendarDays } from '../calendar/holidays.ts'
import { formTwins } from '../cycles/rules/forms.ts'
import { cycleTemplates } from '../cycles/rules/templates.ts'
import { administrative } from '../documents/rules/names.ts'
import { listNames, listTemplateKinds, readList, readTemplate, wordOf } from '../documents/templates.ts'
import { listProgrammeTemplates, type LoadedProgramme } from '../documents/programme-templates.ts'
import { defaultHonourKinds } from '../results/rules.ts'
import { seatingTwins } from '../seating/rules/usual-names.ts'
import type { Language } from '../format/dates.ts'
import { sessionKinds } from '../programme/schema.ts'

/** A text that the product ships in Vietnamese, and the same in English. */
export type Twin = readonly [text: string, english: string]

/** English by Vietnamese text. */
export type Twins = ReadonlyMap<string, string>

let gathered: Promise<Twins> | null = null

/** The English of every text that ships with the product and lands in an office's data. What people typed has none. */
export const englishTwins = (): Promise<Twins> => {
  gathered ??= listTwins().then((twins) => new Map(twins))
  return gathered
}

/** Writes texts of the data in the language of a paper: what ships by its twin, what people typed as it is. */
export const writerIn =
  (language: Language, twins: Twins) =>
  (text: string): string =>
    language === 'en' ? (twins.get(text) ?? text) : text

/** All of them with their repetitions, from the places that ship them. */
export const listTwins = async (): Promise<Twin[]> => [
  ...formTwins,
  ...Object.values(cycleTemplates).flatMap(({ levels }) =>
    levels.map(({ name, nameEnglish }): Twin => [name, nameEnglish]),
  ),
  ...unitTypes,
  ...defaultHonourKinds.map(({ name, nameEnglish }): Twin => [name, nameEnglish]),
  ...calendarTwins(),
  ...(await listProgrammeTemplates()).flatMap(programmeTwins),
  ...(await listSessionTitles()),
  ...(await listTitles()),
  official,
  ...roleTwins,
  ...seatingTwins,
  ...exampleTwins(),
]

/** What the lists and the papers of a congress are called: the history names them. */
const listTitles = async (): Promise<Twin[]> => {
  const lists = await Promise.all((await listNames()).map((name) => readList(name)))
  const papers = await Promise.all((await listTemplateKinds()).map((kind) => readTemplate(kind)))
  return [...lists, ...papers].map(({ titles }): Twin => [titles.vi, titles.en])
}

/** Those without a delegation stand under what they are on papers of seats; the other words of it are the example's, too. */
const official: Twin = ['Đại biểu chính thức', 'Official delegates']

/** The words that the units' own types are usually given in. */
const unitTypes: readonly Twin[] = [
  ['toàn quốc', 'nation'],
  ...administrative.map(([word, english]): Twin => [word, english.toLocaleLowerCase('en')]),
]

/** What the form of a session proposes to call it, by its kind. */
const listSessionTitles = async (): Promise<Twin[]> => {
  const programme = await readTemplate('programme')
  return sessionKinds.map((kind): Twin => [wordOf(programme, 'vi', kind), wordOf(programme, 'en', kind)])
}

/** Years that the shipped lunar table reaches. */
const calendarYears = { first: 2019, last: 2060 }

const calendarTwins = (): Twin[] =>
  [
    ...defaultCalendarDays(calendarYears.first, calendarYears.last),
    ...defaultAnniversaries(calendarYears.first, calendarYears.first),
  ].flatMap(({ name, nameEnglish, basis, basisEnglish }): Twin[] => [
    [name, nameEnglish],
    [basis, basisEnglish],
  ])

const programmeTwins = ({ sessions }: Pick<LoadedProgramme, 'sessions'>): Twin[] =>
  sessions.flatMap(({ title, items }) =>
    [title, ...items.flatMap((item) => [item.title, item.presenter, item.note])].flatMap((text): Twin[] =>
      text === undefined ? [] : [[text.vi, text.en]],
    ),
  )
