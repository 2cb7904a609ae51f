import { setImmediate } from 'node:timers/promises'
import type { Language } from '../format/dates.ts'
import { formatNumber } from '../format/numbers.ts'
import { cutTo } from '../format/search.ts'
import { englishCapacity, englishLine } from '../english/capacity.ts'
import type { CardText } from './cards.ts'
import { chartMaking, honoursOfOthers, rowsOf, type Making } from './compose.ts'
import { pageOfSize } from './page-forms.ts'
import { isTextCut } from './pdf/cards.ts'
import { measuringPen } from './pdf/draw.ts'
import type { Pen } from './pdf/pen.ts'
import { noLetter, redFrom, redTo } from './rules/template-faults.ts'
import { nameOfRow, partsByRow, type ChartPage, type RowParts } from './rows-parts.ts'
import type { PaperFault } from './schema.ts'
import { seatRoomOn, type SeatRoom } from './seat-chart.ts'
import type { ChartHall, ChartMaking } from './seat-parts.ts'
import { planSeats, seatSentences } from './seat-places.ts'
import { missingSentence, sharedSentence, standingSentence } from './seats-told.ts'

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

/** Looks over papers or cards, one after another, for what of them cannot be printed as it is written. */
export interface FaultFinder {
  look: (row: RowParts) => void
  found: () => PaperFault[]
}

/**
 * Finds letters that no font of the papers has, or that would run the wrong way, and texts that are cut on their card,
 * each with the name of the row it stands in ('' = on every paper), and what the paper leaves out or says in the wrong
 * language. Of what was looked at only the faults are kept. An overprint leaves out what its blanks bear.
 */
export const faultFinder = async (
  making: Making,
  language: Language,
  { isOverprint = false, page }: { isOverprint?: boolean; page?: ChartPage | undefined } = {},
): Promise<FaultFinder> => {
  const pen = await measuringPen({ title: making.template.titles[language], language })
  const canWrite = letterCheck(pen)
  const names = new Map(rowsOf(making).map((row) => [row.id, nameOfRow(row)]))
  const looked = new WeakMap<object, PaperFault[]>()
  const faults: PaperFault[] = []
  let sparedCount = 0
  const faultsIn = (part: object, name: string): PaperFault[] => {
    const letters = lettersIn(part, canWrite)
    const isCut = isCardText(part) && isTextCut(pen, part)
    const isSpared = isCut && part.isSpared === true
    if (isSpared) sparedCount += 1
    return [
      ...(letters === '' ? [] : [{ name, text: '', letters }]),
      ...(isCut && !isSpared ? [{ name, text: part.text }] : []),
    ]
  }
  return {
    look: ({ rowId, name, parts, back }) => {
      for (const part of [...parts, ...back]) {
        if (isOverprint && 'isPreprinted' in part && part.isPreprinted === true) continue
        const known = looked.get(part)
        // What stands on several papers is of no row.
        for (const fault of known ?? []) fault.name = ''
        if (known) continue
        const found = faultsIn(part, name ?? names.get(rowId) ?? '')
        looked.set(part, found.length === 0 ? noFaults : found)
        if (faults.length < mostFaults) faults.push(...found)
      }
    },
    found: () => [
      ...(sparedCount > 0 ? [{ name: '', text: '', spared: sparedCount }] : []),
      ...new Map(
        faults.map((fault) => [`${fault.name}\n${fault.letters ?? ''}\n${fault.text}`, fault] as const),
      ).values(),
      ...wordingFaults(making, language, page),
    ],
  }
}

const noFaults: PaperFault[] = []

const isCardText = (part: object): part is CardText => 'kind' in part && part.kind === 'text' && 'leastSize' in part

/** What of a kind cannot be printed as it is written; of more than `most` papers the first are looked at. */
export const faultsOn = async (
  making: Making,
  language: Language,
  { most = Infinity, page }: { most?: number; page?: ChartPage | undefined } = {},
): Promise<PaperFault[]> => {
  const finder = await faultFinder(making, language, { page })
  let count = 0
  for (const row of partsByRow(making, language, page)) {
    count += 1
    if (count > most) break
    if (count % atOnce === 0) await setImmediate()
    finder.look(row)
  }
  return finder.found()
}

/** The letters of a block or element that cannot be written, each once, up to a dozen. */
const lettersIn = (part: object, canWrite: (letter: string) => boolean): string => {
  const text = JSON.stringify(part)
  if (!beyondLatin.test(text)) return ''
  const letters = new Set([...text.normalize('NFC')].filter((letter) => beyondLatin.test(letter) && !canWrite(letter)))
  return [...letters].slice(0, 12).join(' ')
}

const letterCheck = (pen: Pen): ((letter: string) => boolean) => {
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
export const wordingFaults = (making: Making, language: Language, page?: ChartPage): PaperFault[] =>
  [
    ...honoursOfOthers(making).map(({ honour, by }) => ({
      vi: `${honour}: do ${by} quyết định, không đưa vào quyết định này.`,
      en: `${honour}: decided by ${by}, left out of this decision.`,
    })),
    ...emptyOnCards(making),
    ...seatsMissing(making),
    ...(making.template.isChart === true ? chartSentences(making, language, page) : []),
    ...(language === 'en' ? withoutEnglish(making) : []),
  ].map((sentence) => ({ name: '', text: '', sentence }))

/** Letters of a sentence. */
const longestSentence = 400

/** What a paper of seats has not yet, as the plan stands, and to whom its list gives one seat together. */
const seatsMissing = (making: Making) => {
  const { seats, template } = making
  if (template.group !== 'seating' || template.isChart === true) return standingOf(seats)
  const rows = rowsOf(making)
  const told = (language: Language) => cutTo(sharedSentence([], rows, language), longestSentence)
  const twice = { vi: told('vi'), en: told('en') }
  return [...standingOf(seats), ...(twice.vi === '' ? [] : [twice])]
}

const standingOf = (seats: Making['seats']) => {
  const standing = seats?.standing
  if (!standing || missingSentence(standing, 'vi') === '') return []
  return [{ vi: standingSentence(standing, 'vi'), en: standingSentence(standing, 'en') }]
}

const chartSentences = (making: Making, language: Language, page: ChartPage | undefined) => {
  const plan = planSeats(rowsOf(making))
  // Sheets are as many as it takes for all to find room.
  if (making.template.each !== undefined) return seatSentences(plan)
  return [...seatSentences(plan), ...roomSentences(plan, making, chartMaking(making, language, page))]
}

/** Sizes of a chart, the smallest first. */
const chartSizes = ['a4', 'a3', 'a2', 'a1'] as const

/** What seats have no room for in the size of the chart, and in which size, or on which sheets, they have. */
const roomSentences = (hall: ChartHall, { template }: Making, drawn: ChartMaking) => {
  const room = hall.seats.length === 0 ? 'name' : seatRoomOn(hall, drawn)
  if (room === 'name') return []
  const wanted = room === 'number' ? (['label', 'name'] as const) : (['name'] as const)
  const larger = chartSizes.filter((size) => pageOfSize(template, size).width > drawn.page.width + 1)
  const rooms = larger.map((size) => [size, seatRoomOn(hall, { ...drawn, page: pageOfSize(template, size) })] as const)
  const sizeFor = (need: SeatRoom) => rooms.find(([, has]) => has === need || has === 'name')?.[0].toUpperCase()
  const told = wanted.flatMap((need) => {
    const size = sizeFor(need)
    const [vi, en] = need === 'label' ? ['số ghế', 'numbers of seats'] : ['tên', 'names']
    return size === undefined ? [] : [{ vi: `khổ ${size} có ${vi}`, en: `${size} has ${en}` }]
  })
  const has = room === 'number' ? ['số của đoàn', 'the delegation'] : ['số ghế và số của đoàn', 'seat and delegation']
  return [
    {
      vi: `Ở khổ này mỗi ghế chỉ đủ chỗ ghi ${has[0] ?? ''}: ${[...told.map(({ vi }) => vi), '«Sơ đồ từng khối» có đủ'].join('; ')}.`,
      en: `At this size a seat has room for ${has[1] ?? ''} only: ${[...told.map(({ en }) => en), '“Seats block by block” has all'].join('; ')}.`,
    },
  ]
}

/** What cards have a place for, as a column of their list. */
const placesOnCards = [
  { column: 'number', vi: 'số đại biểu', en: 'delegate number' },
  { column: 'class', vi: 'thành phần', en: 'class' },
] as const

/** Of what some people have and others lack, how many cards have an empty place; a congress without numbers lacks none. */
const emptyOnCards = (making: Making) => {
  const { look } = making.template
  if (!look) return []
  const drawn = JSON.stringify(look)
  const rows = rowsOf(making)
  return placesOnCards.flatMap(({ column, vi, en }) => {
    if (!drawn.includes(`{{${column}}}`) && !drawn.includes(`"column":"${column}"`)) return []
    const empty = rows.filter(({ values }) => (values[column] ?? '') === '').length
    if (empty === 0 || empty === rows.length) return []
    return {
      vi: `${formatNumber(empty, 'vi')} người chưa có ${vi}: chỗ ấy trên thẻ để trống.`,
      en: `${formatNumber(empty, 'en')} ${empty === 1 ? 'person has' : 'people have'} no ${en}: its place on the card stays empty.`,
    }
  })
}

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
