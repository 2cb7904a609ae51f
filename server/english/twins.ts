import { exampleTwins } from '../../db/example/english.ts'
import { defaultCalendarDays } from '../calendar/holidays.ts'
import { formTwins } from '../cycles/rules/forms.ts'
import { listProgrammeTemplates, type LoadedProgramme } from '../documents/programme-templates.ts'

/** A text that the product ships in Vietnamese, and the same in English. */
export type Twin = readonly [text: string, english: string]

let gathered: Promise<ReadonlyMap<string, string>> | null = null

/** The English of every text that ships with the product and lands in an office's data. What people typed has none. */
export const englishTwins = (): Promise<ReadonlyMap<string, string>> => {
  gathered ??= listTwins().then((twins) => new Map(twins))
  return gathered
}

/** All of them with their repetitions, from the places that ship them. */
export const listTwins = async (): Promise<Twin[]> => [
  ...formTwins,
  ...unitTypes,
  ...calendarTwins(),
  ...(await listProgrammeTemplates()).flatMap(programmeTwins),
  ...exampleTwins(),
]

/** The words that the units' own types are usually given in. */
const unitTypes: readonly Twin[] = [
  ['toàn quốc', 'nation'],
  ['tỉnh', 'province'],
  ['thành phố', 'city'],
  ['huyện', 'district'],
  ['quận', 'district'],
  ['thị xã', 'town'],
  ['phường', 'ward'],
  ['thị trấn', 'township'],
  ['xã', 'commune'],
  ['đặc khu', 'special zone'],
]

/** Years that the shipped lunar table reaches. */
const calendarYears = { first: 2019, last: 2060 }

const calendarTwins = (): Twin[] =>
  defaultCalendarDays(calendarYears.first, calendarYears.last).flatMap(
    ({ name, nameEnglish, basis, basisEnglish }): Twin[] => [
      [name, nameEnglish],
      [basis, basisEnglish],
    ],
  )

const programmeTwins = ({ sessions }: Pick<LoadedProgramme, 'sessions'>): Twin[] =>
  sessions.flatMap(({ title, items }) =>
    [title, ...items.flatMap((item) => [item.title, item.presenter, item.note])].flatMap((text): Twin[] =>
      text === undefined ? [] : [[text.vi, text.en]],
    ),
  )
