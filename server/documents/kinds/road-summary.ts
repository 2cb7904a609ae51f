import type { Reader } from '../../../db/open.ts'
import type { Duty } from '../../accounts/schema.ts'
import type { Congress } from '../../congresses/schema.ts'
import type { Cycle, Level } from '../../cycles/schema.ts'
import { englishTwins, writerIn, type Twins } from '../../english/twins.ts'
import { formatShortDate, type Language } from '../../format/dates.ts'
import { formatNumber, formatShare } from '../../format/numbers.ts'
import { cutTo } from '../../format/search.ts'
import { gatherResults } from '../../results/gather.ts'
import { dueCongresses, type DueCongresses } from '../../results/rules/due.ts'
import { sumResults } from '../../results/rules/sums.ts'
import type { HonourKind, ResultSums, Sums } from '../../results/schema.ts'
import { linesOf } from '../../road/rules.ts'
import type { Unit } from '../../units/schema.ts'
import type { Block, Paper } from '../blocks.ts'
import { fieldsOf, type Values } from '../fields.ts'
import { body, portrait, table as tableForm } from '../official-form.ts'
import { holdTogether, levelNameIn, placeOf, superiorOf } from '../rules/names.ts'
import { putIn, wordOf, type Template } from '../templates.ts'
import { composeWording } from '../wording.ts'
import { closingOf, letterheadOf } from './official.ts'

/** What the summary of a road is printed from: only what the account may see. */
export interface RoadSummaryFacts {
  cycle: Pick<Cycle, 'name'>
  today: string
  /** The unit that reports, and those above it, nearest first. */
  line: readonly Pick<Unit, 'id' | 'name' | 'type'>[]
  levels: readonly Level[]
  units: readonly Pick<Unit, 'id' | 'parentId' | 'code' | 'name'>[]
  congresses: readonly Pick<Congress, 'id' | 'unitId' | 'dateFrom' | 'weekOf'>[]
  kinds: readonly HonourKind[]
  sums: ResultSums
  due: DueCongresses
  twins: Twins
}

export interface RoadSummaryWish {
  cycleId: string
  duties: readonly Duty[]
  /** The day that counts as today, for a cycle that stands on this one. */
  today: (standsOn: string | null) => string
}

const daysAhead = 30

export const gatherRoadSummary = async (read: Reader, wish: RoadSummaryWish): Promise<RoadSummaryFacts> => {
  const facts = await gatherResults(read, wish.cycleId, wish.duties)
  const today = wish.today(facts.cycle.standsOn)
  const lineOf = linesOf(facts.units)
  const names = new Map(facts.units.map((unit) => [unit.id, unit]))
  // Whoever does not see the keeper of the road reports for the highest unit that it sees.
  const reporting =
    names.get(facts.cycle.unitId) ?? facts.units.find(({ parentId }) => parentId === null || !names.has(parentId))
  return {
    ...facts,
    today,
    line: reporting ? lineOf(reporting.id).flatMap((id) => names.get(id) ?? []) : [],
    sums: sumResults({ ...facts, today }),
    due: dueCongresses({ ...facts, today }, daysAhead),
    twins: await englishTwins(),
  }
}

/** How much of each list is printed. */
interface Room {
  names: number
  kinds: number
  levels: number
  /** Letters of a name. */
  letters: number
}

/** What is tried, fullest first: a chief signs one page, whatever stands on it. Lists end sooner before names are cut. */
const rooms: readonly Room[] = [
  ...Array.from({ length: 22 }, (_each, index): Room => {
    const names = 24 - index
    return { names, kinds: Math.ceil(names / 4), levels: 12, letters: 200 }
  }),
  { names: 2, kinds: 1, levels: 12, letters: 200 },
  { names: 2, kinds: 1, levels: 8, letters: 120 },
  { names: 2, kinds: 1, levels: 6, letters: 80 },
  { names: 2, kinds: 1, levels: 5, letters: 60 },
  { names: 1, kinds: 0, levels: 5, letters: 60 },
  { names: 1, kinds: 0, levels: 4, letters: 40 },
  { names: 1, kinds: 0, levels: 3, letters: 30 },
]

/** The summary as papers, each shorter than the one before it, composed as they are asked for. */
export function* composeRoadSummary(
  facts: RoadSummaryFacts,
  template: Template,
  { language, signature = unsigned }: { language: Language; signature?: SummarySignature },
): Generator<Paper, void> {
  const filled = filledBy(signature, language)
  for (const room of rooms) yield composeInRoom(facts, template, { language, room, filled })
}

/** Who signs, and under which number and day; what is empty is printed as the template says. */
export interface SummarySignature {
  number: string
  day: string
  /** On whose behalf and as what, a part a line. */
  capacity: string
  /** The post that the signer holds elsewhere. */
  post: string
  signer: string
}

const unsigned: SummarySignature = { number: '', day: '', capacity: '', post: '', signer: '' }

/** The fields of the template that a signature fills in, each edition its own. */
const filledBy = ({ number, day, capacity, post, signer }: SummarySignature, language: Language) => ({
  number,
  day,
  signer,
  [language === 'vi' ? 'capacity' : 'capacityEnglish']: capacity,
  [language === 'vi' ? 'otherPost' : 'otherPostEnglish']: post,
})

interface Edition {
  language: Language
  room: Room
  filled: Readonly<Record<string, string>>
}

const composeInRoom = (facts: RoadSummaryFacts, template: Template, edition: Edition): Paper => {
  const { language } = edition
  const values: Values = {
    vi: valuesIn(facts, template, { ...edition, language: 'vi' }),
    en: valuesIn(facts, template, { ...edition, language: 'en' }),
  }
  const fields = fieldsOf(template, edition.filled, values, language)
  const put = (text: string) => putIn(text, { ...values[language], ...fields })
  const blocks = composeWording(template.wording[language], put, {
    letterhead: [letterheadOf(fields, { year: facts.today.slice(0, 4), language })],
    levels: [levelsBlock(facts, template, edition)],
    closing: [closingOf(fields, language)],
  })
  return {
    title: `${template.titles[language]} - ${writerIn(language, facts.twins)(facts.cycle.name)}`,
    language,
    page: portrait,
    pageNumbers: 'official',
    blocks: blocks.map((block): Block => {
      if (block.kind === 'paragraph' || block.kind === 'closing') return { ...block, size: body.leastSize }
      return block.kind === 'title' ? { ...block, about: block.about.map(holdTogether) } : block
    }),
  }
}

/** Values for the placeholders of `templates/road-summary`. */
const valuesIn = (facts: RoadSummaryFacts, template: Template, edition: Edition): Record<string, string> => {
  const { language, room } = edition
  const { road } = facts.sums
  const unit = facts.line[0] ?? { name: '', type: '' }
  const number = (count: number) => formatNumber(count, language)
  const cut = cutName(room)
  return {
    cycle: cut(writerIn(language, facts.twins)(facts.cycle.name)),
    today: formatShortDate(facts.today, language),
    held: number(road.held),
    total: number(road.total),
    share: formatShare(road.held, road.total, language),
    reported: number(road.reported),
    noFigures:
      road.withoutFigures === 0
        ? ''
        : putIn(wordOf(template, language, 'noFigures'), { count: number(road.withoutFigures) }),
    late: number(road.late),
    postponed: number(road.postponed),
    delegates: number(road.presentDelegates),
    collectives: number(road.collectives),
    individuals: number(road.individuals),
    kinds: kindsOf(facts, template, edition),
    chosen: number(road.chosenUpward),
    ...dueIn(facts, template, edition),
    asked: askedOf(facts, template, language),
    body: cut(superiorOf(unit, language)),
    unitPlace: cut(placeOf(facts.line)),
  }
}

/** A name that is longer than its room ends in three points. */
const cutName =
  ({ letters }: Room) =>
  (name: string): string =>
    name.length <= letters ? name : `${cutTo(name, letters - 1).trimEnd()}…`

/** The first of a list, and how many others there are. */
const shorten = <T>(
  list: readonly T[],
  limit: number,
  { write, others }: { write: (each: T) => string; others: (names: string, count: number) => string },
): string => {
  const shown = list.slice(0, limit).map(write).join(', ')
  return list.length <= limit ? shown : others(shown, list.length - limit)
}

/** The highest kinds that were given, with how many received each; empty where nobody was honoured. */
const kindsOf = ({ kinds, sums }: RoadSummaryFacts, template: Template, { language, room }: Edition): string => {
  const given = new Map(sums.road.honours.map((each) => [each.kind, each]))
  const word = (name: string, values: Record<string, string>) => putIn(wordOf(template, language, name), values)
  const number = (count: number) => formatNumber(count, language)
  const received = kinds.flatMap((kind) => {
    const counts = given.get(kind.key)
    return counts && counts.collectives + counts.individuals > 0 ? [{ kind, counts }] : []
  })
  if (received.length === 0 || room.kinds === 0) return ''
  const write = ({ kind, counts }: (typeof received)[number]) => {
    const name = (language === 'en' ? kind.nameEnglish : '') || kind.name
    const parts = (['collectives', 'individuals'] as const).flatMap((party) =>
      counts[party] === 0 ? [] : [word(party, { count: number(counts[party]) })],
    )
    return `${cutName(room)(name)} (${parts.join(', ')})`
  }
  const others = (names: string, count: number) => word('otherKinds', { names, count: number(count) })
  return word('kinds', { names: shorten(received, room.kinds, { write, others }) })
}

/** Who has not reported, each unit once, and who meets next. */
const dueIn = (facts: RoadSummaryFacts, template: Template, { language, room }: Edition) => {
  const congresses = new Map(facts.congresses.map((congress) => [congress.id, congress]))
  const units = new Map(facts.units.map(({ id, name }) => [id, name]))
  const word = (name: string) => wordOf(template, language, name)
  const nameOf = (unitId: string) => cutName(room)(units.get(unitId) ?? '')
  const others = (names: string, count: number) =>
    putIn(word('otherUnits'), { names, count: formatNumber(count, language) })
  const dayOf = ({ dateFrom, weekOf }: RoadSummaryFacts['congresses'][number]): string =>
    dateFrom === null
      ? `${word('week')} ${formatShortDate(weekOf ?? '', language)}`
      : formatShortDate(dateFrom, language)
  const of = (ids: readonly string[]) => ids.flatMap((id) => congresses.get(id) ?? [])
  const unreported = [...new Set(of(facts.due.unreported).map(({ unitId }) => unitId))]
  const next = of(facts.due.coming)
  return {
    unreported: unreported.length === 0 ? word('none') : shorten(unreported, room.names, { write: nameOf, others }),
    next:
      next.length === 0
        ? word('none')
        : shorten(next, Math.ceil(room.names / 2), {
            write: (congress) => `${nameOf(congress.unitId)} (${dayOf(congress)})`,
            others,
          }),
  }
}

/** What follows from the numbers for the units. */
const askedOf = ({ sums: { road }, due }: RoadSummaryFacts, template: Template, language: Language): string => {
  const counts = [
    ['askLate', road.late],
    ['askReports', road.held - road.reported],
    ['askNext', due.coming.length],
  ] as const
  const asked = counts.flatMap(([name, count]) =>
    count === 0 ? [] : [putIn(wordOf(template, language, name), { count: formatNumber(count, language) })],
  )
  return asked.length === 0 ? wordOf(template, language, 'askNothing') : asked.join('; ')
}

/** Widths in millimetres. Levels beyond the room are counted together. */
const levelsBlock = ({ levels, sums }: RoadSummaryFacts, template: Template, { language, room }: Edition): Block => {
  const word = (name: string) => wordOf(template, language, name)
  if (sums.road.total === 0) return { kind: 'remark', text: word('nothing'), isCentred: true, isKeptWithNext: false }
  const number = (count: number) => formatNumber(count, language)
  const names = new Map(levels.map((level) => [level.id, cutName(room)(levelNameIn(level, language))]))
  const used = sums.levels.filter(({ total }) => total > 0)
  const shown = used.length > room.levels ? used.slice(0, room.levels) : used
  const left = used.slice(shown.length)
  const row = (name: string, sum: Row) => ({
    cells: [
      name,
      number(sum.total),
      number(sum.held),
      formatShare(sum.held, sum.total, language),
      ...rest.map((each) => number(sum[each])),
    ],
  })
  return {
    kind: 'table',
    size: tableForm.size,
    columns: [
      { title: word('level'), share: 46, alignment: 'left' },
      { title: word('total'), share: 18, alignment: 'right' },
      { title: word('held'), share: 22, alignment: 'right' },
      { title: word('share'), share: 20, alignment: 'right' },
      { title: word('late'), share: 17, alignment: 'right' },
      { title: word('postponed'), share: 24, alignment: 'right' },
      { title: word('delegates'), share: 24, alignment: 'right' },
    ],
    rows: [
      ...shown.map((sum) => row(names.get(sum.levelId) ?? '', sum)),
      ...(left.length === 0
        ? []
        : [row(putIn(word('otherLevels'), { count: String(left.length) }), left.reduce(addRows, noRow))]),
      row(word('sum'), sums.road),
    ],
  }
}

const rest = ['late', 'postponed', 'presentDelegates'] as const
type Row = Pick<Sums, 'total' | 'held' | (typeof rest)[number]>
const noRow: Row = { total: 0, held: 0, late: 0, postponed: 0, presentDelegates: 0 }

const addRows = (one: Row, other: Row): Row => ({
  total: one.total + other.total,
  held: one.held + other.held,
  late: one.late + other.late,
  postponed: one.postponed + other.postponed,
  presentDelegates: one.presentDelegates + other.presentDelegates,
})
