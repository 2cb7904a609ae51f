import { setImmediate } from 'node:timers/promises'
import type { Language } from '../format/dates.ts'
import { englishCapacity, englishLine } from '../english/capacity.ts'
import { honoursOfOthers, rowsOf, type Making } from './compose.ts'
import { measuringPen } from './pdf/draw.ts'
import { noLetter, redFrom, redTo } from './rules/template-faults.ts'
import { nameOfRow, partsByRow } from './rows-parts.ts'
import type { PaperFault } from './schema.ts'

/** Nobody reads more of them. */
const mostFaults = 200
/** Others are served after so many. */
const atOnce = 200

/** What needs no look: the letters of Latin scripts with their marks, as Vietnamese and English are written. */
const beyondLatin = /[^\u0020-\u024f\u1e00-\u1eff]/u
/** Letters that run from right to left would stand in the wrong order, whatever font has them. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Marks that stand with another letter and are seen by themselves nowhere. */
const unseen = /[\p{Cf}\p{Cc}\p{Variation_Selector}]/u

/**
 * Letters that no font of the papers has, or that would run the wrong way, with the name of the row they stand in ('' =
 * on every paper). `isPrinted` chooses rows; of more than `most` papers the first are looked at.
 */
export const letterFaults = async (
  making: Making,
  language: Language,
  { isPrinted = () => true, most = Infinity }: { isPrinted?: (rowId: string) => boolean; most?: number } = {},
): Promise<PaperFault[]> => {
  const canWrite = await letterCheck(making, language)
  const names = new Map(rowsOf(making).map((row) => [row.id, nameOfRow(row)]))
  const looked = new Map<object, PaperFault | null>()
  const faults: PaperFault[] = []
  let count = 0
  for (const { rowId, parts } of partsByRow(making, language)) {
    count += 1
    if (count > most) break
    if (count % atOnce === 0) await setImmediate()
    if (!isPrinted(rowId)) continue
    for (const part of parts) {
      const known = looked.get(part)
      // What stands on several papers is of no row.
      if (known) known.name = ''
      if (known !== undefined) continue
      const letters = lettersIn(part, canWrite)
      const fault = letters === '' ? null : { name: names.get(rowId) ?? '', text: '', letters }
      looked.set(part, fault)
      if (fault && faults.length < mostFaults) faults.push(fault)
    }
  }
  return [...new Map(faults.map((fault) => [`${fault.name}\n${fault.letters}`, fault])).values()]
}

/** The letters of a block or element that cannot be written, each once, up to a dozen. */
const lettersIn = (part: object, canWrite: (letter: string) => boolean): string => {
  const text = JSON.stringify(part)
  if (!beyondLatin.test(text)) return ''
  const letters = new Set([...text.normalize('NFC')].filter((letter) => beyondLatin.test(letter) && !canWrite(letter)))
  return [...letters].slice(0, 12).join(' ')
}

const letterCheck = async ({ template }: Making, language: Language): Promise<(letter: string) => boolean> => {
  const pen = await measuringPen({ title: template.titles[language], language })
  const known = new Map<string, boolean>([redFrom, redTo, noLetter].map((mark) => [mark, true]))
  return (letter) => {
    let isKnown = known.get(letter)
    if (isKnown === undefined) {
      isKnown = unseen.test(letter) || (pen.hasLetter(letter) && !rightToLeft.test(letter))
      known.set(letter, isKnown)
    }
    return isKnown
  }
}

/** What the paper leaves out or says in the wrong language, in sentences. */
export const wordingFaults = (making: Making, language: Language): PaperFault[] =>
  [
    ...honoursOfOthers(making).map(({ honour, by }) => ({
      vi: `${honour}: do ${by} quyết định, không đưa vào quyết định này.`,
      en: `${honour}: decided by ${by}, left out of this decision.`,
    })),
    ...(language === 'en' ? withoutEnglish(making) : []),
  ].map((sentence) => ({ name: '', text: '', sentence }))

/** The post and capacity of a signer that nobody translated. */
const withoutEnglish = ({ template: { fields }, filled, facts: { twins } }: Making) =>
  fields.flatMap(({ name, englishOf, labels }) => {
    if (englishOf !== 'capacity' && englishOf !== 'otherPost') return []
    const typed = filled[englishOf] ?? ''
    if (typed === '' || filled[name]) return []
    const lines = englishOf === 'capacity' ? englishCapacity(typed, twins).split('\n') : [typed]
    const untold = lines.filter((line) => typed.split('\n').includes(line) && englishLine(line, twins) === null)
    return untold.map((line) => ({
      vi: `Chưa có tiếng Anh của «${line}»: điền ô «${labels.vi}».`,
      en: `“${line}” has no English yet: fill in “${labels.en}”.`,
    }))
  })
