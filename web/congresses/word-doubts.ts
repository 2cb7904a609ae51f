import { conflictsOfWish } from '../../server/conflicts/rules.ts'
import type { Conflict } from '../../server/conflicts/schema.ts'
import { doubtsOfPlace } from '../../server/congresses/rules/place-doubts.ts'
import type { Congress, NewCongress } from '../../server/congresses/schema.ts'
import { formatShortDate } from '../../server/format/dates.ts'
import { wordWishedConflict } from '../conflicts/word-conflict.ts'
import { levelName } from '../cycles/level-name.ts'
import type { LoadedRoad } from '../road/road-source.ts'
import { language, words } from '../words/words.ts'

/** More than this is seen on the road once it is saved. */
const mostShown = 6

type Written = Omit<NewCongress, 'cycleId'> & { id: string }

/** What is doubtful about a congress as it is written, in sentences; what was wrong with it before is not said again. */
export const wordDoubts = (written: Written, loaded: LoadedRoad): string[] => {
  const { road, index } = loaded
  const unit = loaded.unit(written.unitId)
  if (!unit) return []
  const standing = loaded.congress(written.id)
  const { doubts } = words().congresses
  const write = (date: string) => formatShortDate(date, language())
  const level = road.levels.find(({ id }) => id === written.levelId)
  const sentences = doubtsOfPlace(written, road).map((doubt) =>
    doubt === 'outside-cycle'
      ? doubts[doubt](write(road.cycle.startsOn), write(road.cycle.endsOn))
      : doubts[doubt](unit.name, level ? levelName(level) : '', unit.type),
  )
  const congress = { ...written, state: standing?.state ?? 'planned' } as Congress
  const known = new Set([...loaded.open, ...loaded.accepted.map(({ conflict }) => conflict)].map(nameOf))
  const found = conflictsOfWish(index, congress).filter((conflict) => !known.has(nameOf(conflict)))
  const lookup = { ...loaded, congress: (id: string) => (id === written.id ? congress : loaded.congress(id)) }
  return [...sentences, ...found.map((each) => wordWishedConflict(each, lookup, words(), write))].slice(0, mostShown)
}

const nameOf = ({ key, fingerprint }: Conflict): string => `${key} ${fingerprint}`
