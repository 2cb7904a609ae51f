import { foldForSearch } from '../format/search.ts'
import type { Unit } from '../units/schema.ts'

type Named = Pick<Unit, 'id' | 'parentId' | 'code' | 'name'>

/** Finds units by what a cell says, and says of each what finds it again. */
export interface UnitNames {
  /** Units of this code; else of this name, alone or after its upper units: «Huyện Hải Hậu / Xã Hải Anh». */
  find(text: string): string[]
  /** The shortest text by which only this unit is found. */
  label(id: string): string
}

/** Text as names are compared: as written but for capitals and blanks. */
export const plainName = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, ' ').trim()

const separator = ' / '

/** «a/b /c» written as one path; what is longer than any path names nothing. */
export const pathOf = (text: string): string =>
  text
    .slice(0, 500)
    .split('/')
    .map((step) => step.trim())
    .join(separator)

/** Nobody writes more upper units before a name. */
const mostSteps = 12

/** Every ending of a path: c, b / c, a / b / c. */
export const endingsOf = (path: string): string[] => {
  const steps = path.split(separator)
  return steps.slice(-mostSteps).map((_step, index) => steps.slice(steps.length - 1 - index).join(separator))
}

/** Keys under which things are kept, one exact and one folded, so that «Hải Châu» is not taken for «Hải Chậu». */
export const createFinder = <T>() => {
  const exact = new Map<string, Set<T>>()
  const folded = new Map<string, Set<T>>()
  const put = (map: Map<string, Set<T>>, key: string, value: T) => {
    const kept = map.get(key)
    if (kept) kept.add(value)
    else map.set(key, new Set([value]))
  }
  return {
    add: (text: string, value: T): void => {
      put(exact, plainName(text), value)
      put(folded, foldForSearch(text), value)
    },
    find: (text: string): T[] => [...(exact.get(plainName(text)) ?? folded.get(foldForSearch(text)) ?? [])],
  }
}

export const createUnitNames = (units: readonly Named[]): UnitNames => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const codes = createFinder<string>()
  const names = createFinder<string>()
  const wholes = createFinder<string>()
  const paths = new Map<string, string>()
  for (const unit of units) {
    const path = fullPath(byId, unit)
    paths.set(unit.id, path)
    if (unit.code !== '') codes.add(unit.code, unit.id)
    wholes.add(path, unit.id)
    for (const ending of endingsOf(path)) names.add(ending, unit.id)
  }
  const find = (text: string) => {
    const ofCode = codes.find(text)
    if (ofCode.length > 0) return ofCode
    // A name without any upper unit is first of all that of a unit which has none.
    const whole = wholes.find(pathOf(text))
    return whole.length === 1 ? whole : names.find(pathOf(text))
  }
  const isAlone = (text: string, id: string) => {
    const found = find(text)
    return found.length === 1 && found[0] === id
  }
  return {
    find,
    label: (id) => {
      const path = paths.get(id) ?? ''
      const code = byId.get(id)?.code ?? ''
      return endingsOf(path).find((ending) => isAlone(ending, id)) ?? (code !== '' && isAlone(code, id) ? code : path)
    },
  }
}

/** No real tree is that deep: one that bites its tail ends here. */
const deepestTree = 50

const fullPath = (byId: ReadonlyMap<string, Named>, unit: Named): string => {
  const steps: string[] = []
  for (let at: Named | undefined = unit; at && steps.length < deepestTree;) {
    steps.unshift(pathOf(at.name))
    at = at.parentId === null ? undefined : byId.get(at.parentId)
  }
  return steps.join(separator)
}
