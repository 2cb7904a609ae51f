import {
  planForLevel,
  proposeUnits,
  type ProposedUnit,
  type UnitWish,
  type WhyNone,
} from '../../server/congresses/planner.ts'
import type { CongressesForLevel, NewCongress } from '../../server/congresses/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { levelName } from '../cycles/level-name.ts'
import type { ChipOption } from '../parts/chip-choice.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { translated, words } from '../words/words.ts'
import { shownTitle } from './shown-title.ts'

/** A unit as the preview of «create for a level» shows it. */
export interface LevelUnit {
  id: string
  name: string
  /** The unit above it; empty at the top. */
  above: string
  /** Among the types and blocks that were chosen. */
  isMeant: boolean
  isChosen: boolean
  /** Why none is proposed, as a sentence; empty where one is. */
  why: string
  /** It can have none, whatever is ticked. */
  isBarred: boolean
  /** What it gets; null where nothing is created for it. */
  congress: NewCongress | null
  /** Title of that congress in the reader's language. */
  title: string
}

export interface LevelChoice {
  wish: UnitWish
  /** Units that were taken or left out by hand, whatever is proposed. */
  byHand: ReadonlyMap<string, boolean>
  /** What each gets, beside the units themselves. */
  request: Omit<CongressesForLevel, 'unitIds'>
}

const anyUnit: UnitWish = { types: [], blocks: [], underId: null }

/** The units that are meant at which the account may organize. */
const propose = ({ road, may }: LoadedRoad, levelId: string, wish: UnitWish) =>
  proposeUnits(levelId, wish, road).filter(({ unit }) => may('organizer', unit.id))

/** Every unit with whether it is chosen and what it would get, worked out by the function that the server runs. */
export const listLevelUnits = (loaded: LoadedRoad, { wish, byHand, request }: LevelChoice): LevelUnit[] => {
  const meant = new Map(propose(loaded, request.levelId, wish).map(({ unit, why }) => [unit.id, why]))
  const all = propose(loaded, request.levelId, anyUnit)
  const isChosen = ({ id }: Unit) => byHand.get(id) ?? meant.get(id) === null
  const unitIds = all.flatMap(({ unit }) => (isChosen(unit) ? unit.id : []))
  const gets = new Map(
    planForLevel({ ...request, unitIds }, loaded.road).map(({ unitId, congress }) => [unitId, congress]),
  )
  const { notMeant } = words().congresses.forLevel
  return all.map(({ unit, why: whyAtAll }) => {
    const congress = gets.get(unit.id) ?? null
    const isMeant = meant.has(unit.id)
    const why = isMeant ? (meant.get(unit.id) ?? null) : whyAtAll
    const isBarred = why === 'has-one' || why === 'not-valid'
    return {
      id: unit.id,
      name: unit.name,
      above: unit.parentId === null ? '' : (loaded.unit(unit.parentId)?.name ?? ''),
      isMeant,
      isChosen: isChosen(unit),
      why: isMeant || isBarred ? wordWhy(loaded, unit, why) : notMeant,
      isBarred,
      congress,
      title: congress === null ? '' : shownTitle(congress, loaded),
    }
  })
}

const wordWhy = ({ road }: LoadedRoad, unit: Unit, why: WhyNone | null): string => {
  const { why: sentences } = words().congresses.forLevel
  if (why === null) return ''
  if (why !== 'elsewhere') return sentences[why]
  const levelIds = road.congresses.filter(({ unitId }) => unitId === unit.id).map(({ levelId }) => levelId)
  const names = road.levels.filter(({ id }) => levelIds.includes(id)).map(levelName)
  return sentences.elsewhere(names.join(', '))
}

/** Chips of the types or blocks that could still be given one, the most frequent first, with how many the rest of the wish leaves. */
export const chipsOf = (
  loaded: LoadedRoad,
  { wish, request: { levelId } }: LevelChoice,
  field: 'type' | 'block',
): ChipOption[] => {
  const group = field === 'type' ? 'types' : 'blocks'
  const left = countOpen(propose(loaded, levelId, { ...wish, [group]: [] }), field)
  return [...countOpen(propose(loaded, levelId, anyUnit), field)]
    .filter(([value]) => value !== '')
    .sort(([, one], [, other]) => other - one)
    .map(([value]) => ({ value, word: translated(value), count: left.get(value) ?? 0 }))
}

/** Units that stand above others count too: they are proposed once their own type is asked for. */
const countOpen = (units: readonly ProposedUnit[], field: 'type' | 'block'): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { unit, why } of units) {
    if (why === null || why === 'above-others') counts.set(unit[field], (counts.get(unit[field]) ?? 0) + 1)
  }
  return counts
}
