import { proposeTitle, unitInSentence } from '../../congresses/rules.ts'
import { englishForm } from '../../cycles/rules/forms.ts'
import type { Cycle, Level } from '../../cycles/schema.ts'
import type { Language } from '../../format/dates.ts'
import type { Unit } from '../../units/schema.ts'

type Named = Pick<Unit, 'name' | 'type'>

/** Kinds of administrative units and their English names, longer words first. */
export const administrative: readonly [word: string, english: string][] = [
  ['thị trấn', 'Township'],
  ['thị xã', 'Town'],
  ['thành phố', 'City'],
  ['đặc khu', 'Special Zone'],
  ['tỉnh', 'Province'],
  ['quận', 'District'],
  ['huyện', 'District'],
  ['phường', 'Ward'],
  ['xã', 'Commune'],
]

/** Who is superior to a committee of the unit: the People's Committee of an administrative unit, else the unit itself. */
export const superiorOf = (unit: Named, language: Language): string => {
  const parts = administrativeName(unit)
  if (parts === null) return unit.name
  return language === 'vi' ? `UBND ${unitInSentence(unit)}` : `People's Committee of ${englishName(unit)}`
}

/** The unit's English name: Nam Định Province; names of other bodies stay as they are. */
export const englishName = (unit: Named): string => {
  const parts = administrativeName(unit)
  if (parts === null) return unit.name
  return /^\d/.test(parts.own) ? `${parts.english} ${parts.own}` : `${parts.own} ${parts.english}`
}

/**
 * The place that a paper is dated from: the own name of the unit, or of the nearest administrative unit above it. Names
 * of persons, numbers and events stand in full (NĐ 30/2020, Phụ lục I, II.4).
 */
export const placeOf = (line: readonly Named[]): string => {
  for (const unit of line) {
    const parts = administrativeName(unit)
    if (parts === null) continue
    return /^\d|^Hồ Chí Minh$/u.test(parts.own) ? `${parts.word} ${parts.own}` : parts.own
  }
  return ''
}

/** The parts of an administrative unit's name; null for other bodies, also those named like one: Tỉnh Đoàn, Huyện ủy. */
const administrativeName = ({ name, type }: Named): { word: string; own: string; english: string } | null => {
  const folded = name.toLocaleLowerCase('vi')
  const ownType = type.trim().toLocaleLowerCase('vi')
  const found = administrative.find(([word]) => folded.startsWith(`${word} `))
  const [word, english] = found ?? administrative.find(([each]) => each === ownType) ?? []
  if (word === undefined || english === undefined) return null
  const isOtherType = ownType !== '' && found !== undefined && ownType !== word
  const own = found ? name.slice(word.length).trim() : name
  if (isOtherType || /^(đoàn|ủy|uỷ|đội)(\s|$)/iu.test(own)) return null
  return { word: found ? name.slice(0, word.length) : capital(word), own, english }
}

/** «tỉnh», «huyện»; null = it is no administrative unit. */
export const administrativeWord = (unit: Named): string | null =>
  administrativeName(unit)?.word.toLocaleLowerCase('vi') ?? null

const capital = (word: string) => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1)

/** The form of a congress with its ordinal: Đại hội Thi đua yêu nước lần thứ V; Patriotic Emulation Congress V. */
export const formWithOrdinal = ({ form, ordinal }: { form: string; ordinal: string }, language: Language): string => {
  const number = ordinal.trim()
  if (language === 'vi') return number === '' ? form : `${form} lần thứ ${number}`
  const english = englishForm(form) ?? form
  return number === '' ? english : `${english} ${number}`
}

/** The name of a level in the language; empty for none. */
export const levelNameIn = (level: Pick<Level, 'name' | 'nameEnglish'> | undefined, language: Language): string =>
  (language === 'en' ? level?.nameEnglish : '') || (level?.name ?? '')

/** Title of a congress in the language; in English only where its form has an English name. */
export const congressTitle = (
  congress: { form: string; ordinal: string; title: string },
  unit: Named,
  language: Language,
): string => {
  if (language === 'vi' || englishForm(congress.form) === undefined) return congress.title
  const form = formWithOrdinal(congress, 'en')
  return isNation(unit) ? `National ${form}` : `${form} of ${englishName(unit)}`
}

/** A title without the years that it ends with: «(2020 - 2025)», «giai đoạn 2015 - 2020». */
export const withoutYears = (title: string): string =>
  title.replace(/\s+(?:giai đoạn\s+)?(?:\(\d{4}\s*[-–]\s*\d{4}\)|\d{4}\s*[-–]\s*\d{4})$/iu, '')

/** The English of a title that still reads as the program proposed it; null for one that people wrote. */
export const englishOfProposed = (
  congress: { form: string; ordinal: string; title: string },
  unit: Named,
  cycle: Pick<Cycle, 'endsOn'>,
): string | null =>
  congress.title === proposeTitle(unit, { forms: [] }, { ...congress, cycle })
    ? congressTitle(congress, unit, 'en')
    : null

/** The unit above all provinces, which is no administrative unit itself. */
const isNation = ({ name }: Named) => name.trim().toLocaleLowerCase('vi') === 'toàn quốc'

/** What one calls it in short: Đại hội or Hội nghị. */
export const meetingWord = (form: string, language: Language): string => {
  const isCongress = form.trim().toLocaleLowerCase('vi').startsWith('đại hội')
  if (language === 'vi') return isCongress ? 'Đại hội' : 'Hội nghị'
  return isCongress ? 'Congress' : 'Conference'
}

/** Compounds that a head or title does not part at the end of a line. */
const compounds = ['Ban Tổ chức', 'Đại hội', 'Hội nghị', 'Thi đua', 'yêu nước', 'điển hình', 'tiên tiến', 'lần thứ']

/** The text with its compounds, and an ordinal with its number, held together. */
export const holdTogether = (text: string): string =>
  compounds
    .reduce((held, compound) => {
      const plain = new RegExp(compound.replaceAll(' ', '[ \\u00a0]'), 'giu')
      return held.replaceAll(plain, (found) => found.replaceAll(' ', '\u00a0'))
    }, text)
    .replaceAll(/(lần\u00a0thứ) (\S)/giu, '$1\u00a0$2')

/** «Kế hoạch tổ chức Đại hội …»: a kind of paper with its subject in one sentence, what both say said once. */
export const kindWithSubject = (kind: string, subject: string): string => {
  const about = aboutOf(subject)
  if (about === '') return kind
  const once = saidOnce(kind, about)
  if (once !== null) return once
  if (/^(đại hội|hội nghị)(\s|$)/iu.test(about)) return `${kind} ${about}`
  if (/^dự\s/iu.test(about)) return `${kind} ${about.charAt(0).toLocaleLowerCase('vi')}${about.slice(1)}`
  return `${kind}. ${about}`
}

/** Both in one, where the subject begins as the kind ends; null = it begins otherwise. One word in common is chance. */
const saidOnce = (kind: string, about: string): string | null => {
  const [before, after] = [kind.split(' '), about.split(' ')]
  for (let count = Math.min(before.length, after.length); count >= 2; count -= 1) {
    const said = before.slice(-count).join(' ').toLocaleLowerCase('vi')
    if (said === after.slice(0, count).join(' ').toLocaleLowerCase('vi')) return [kind, ...after.slice(count)].join(' ')
  }
  return null
}

/** «Chương trình - Đại hội …»: what the file of a paper is called; what both say is said once. */
export const fileTitle = (kind: string, subject: string): string =>
  saidOnce(kind, aboutOf(subject)) ?? [kind, subject].filter((part) => part !== '').join(' - ')

const aboutOf = (subject: string): string => subject.replace(/^(về việc|v\/v)\s+/iu, '').trim()
