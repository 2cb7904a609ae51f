import { writerIn } from '../../english/twins.ts'
import { formatShortDate, type Language } from '../../format/dates.ts'
import { formatNumber, formatShare } from '../../format/numbers.ts'
import type { Sums } from '../../results/schema.ts'
import type { Block, Paper, TableRow } from '../blocks.ts'
import { landscape, table as tableForm } from '../official-form.ts'
import { levelNameIn } from '../rules/names.ts'
import { putIn, wordOf, type Template } from '../templates.ts'
import { composeWording } from '../wording.ts'
import type { RoadSummaryFacts } from './road-summary.ts'

/** Columns of counts and their widths in millimetres; the share of what was held stands after `held`. */
const before = [
  ['total', 14],
  ['held', 14],
] as const
const shareWidth = 14
const after = [
  ['reported', 15],
  ['withoutFigures', 15],
  ['late', 14],
  ['heldLate', 17],
  ['postponed', 14],
  ['presentDelegates', 18],
  ['presentGuests', 17],
  ['collectives', 20],
  ['individuals', 20],
  ['chosenUpward', 18],
] as const

/** What the congresses of a road brought, added up by level and by unit, as a paper: A4 turned, one table. */
export const composeResultsTable = (facts: RoadSummaryFacts, template: Template, language: Language): Paper => {
  const word = (name: string) => wordOf(template, language, name)
  const number = (count: number) => formatNumber(count, language)
  const cycle = writerIn(language, facts.twins)(facts.cycle.name)
  const { road } = facts.sums
  const values = {
    cycle,
    today: formatShortDate(facts.today, language),
    held: number(road.held),
    total: number(road.total),
  }
  return {
    title: `${template.titles[language]} - ${cycle}`,
    language,
    page: landscape,
    pageNumbers: (page, pages) => putIn(word('page'), { page: String(page), pages: String(pages) }),
    blocks: composeWording(template.wording[language], (text) => putIn(text, values), {
      results: [
        road.total === 0
          ? { kind: 'remark', text: word('nothing'), isCentred: true, isKeptWithNext: false }
          : resultsBlock(facts, word, language),
      ],
      legend: road.total === 0 ? [] : [{ kind: 'paragraph', text: word('legend'), size: tableForm.wideSize }],
    }),
  }
}

type Counts = Omit<Sums, 'honours'>

/** Widths in millimetres. */
const resultsBlock = (facts: RoadSummaryFacts, word: (name: string) => string, language: Language): Block => {
  const number = (count: number) => formatNumber(count, language)
  const row = (place: string, name: string, sum: Counts): TableRow => ({
    cells: [
      place,
      name,
      ...before.map(([each]) => number(sum[each])),
      formatShare(sum.held, sum.total, language),
      ...after.map(([each]) => number(sum[each])),
    ],
  })
  const numbered = (list: readonly { name: string; sum: Counts }[]) =>
    list.map(({ name, sum }, index) => row(String(index + 1), name, sum))
  const levelNames = new Map(facts.levels.map((level) => [level.id, levelNameIn(level, language)]))
  const levels = facts.sums.levels.map((sum) => ({ name: levelNames.get(sum.levelId) ?? '', sum }))
  const units = unitsBelow(facts)
  return {
    kind: 'table',
    size: tableForm.wideSize,
    columns: [
      { title: word('number'), share: 9, alignment: 'centre' },
      { title: word('name'), share: 42, alignment: 'left' },
      ...[...before, ['share', shareWidth] as const, ...after].map(([name, share]) => ({
        title: word(name),
        share,
        alignment: 'right' as const,
      })),
    ],
    rows: [
      { heading: word('byLevel') },
      ...numbered(levels),
      row('', word('sum'), facts.sums.road),
      ...(units.length === 0 ? [] : [{ heading: word('byUnit') }, ...numbered(units)]),
    ],
  }
}

const collator = new Intl.Collator('vi', { numeric: true })

/** Units right below the one that reports, in the order of their codes; sums of those further down stand in theirs. */
const unitsBelow = ({ line, units, sums }: RoadSummaryFacts): { name: string; sum: Counts }[] => {
  const [reporting] = line
  const known = new Map(units.map((unit) => [unit.id, unit]))
  return sums.units
    .flatMap(({ unitId, ...sum }) => {
      const unit = known.get(unitId)
      return unit && unit.parentId === reporting?.id ? [{ unit, sum }] : []
    })
    .sort((a, b) => collator.compare(a.unit.code, b.unit.code) || collator.compare(a.unit.name, b.unit.name))
    .map(({ unit, sum }) => ({ name: unit.name, sum }))
}
