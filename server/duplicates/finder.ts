import { setImmediate } from 'node:timers/promises'
import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { placesOfDuties } from '../accounts/listing.ts'
import type { Duty } from '../accounts/schema.ts'
import { stampReader } from '../history/queries.ts'
import type { Office } from '../office.ts'
import { subtreeOfUnits } from '../units/queries.ts'
import * as queries from './queries.ts'
import { searchDuplicates } from './rules/search.ts'
import type { Comparable, ComparedPerson, DistinctPair, DuplicatePair, Duplicates } from './schema.ts'

/** Nobody looks through more at once. */
const mostShown = 100
/** Units whose pairs are kept while nothing changes. */
const mostKept = 8

interface Found {
  searchedCount: number
  pairs: DuplicatePair[]
}

/** Finds who may be kept twice; while nothing is written, a unit is searched once. */
export const createFinder = (office: Office) => {
  const readStamp = stampReader(office.db)
  const kept = new Map<string, { stamp: number; found: Promise<Found> }>()
  const search = async (unitId: string): Promise<Found> => {
    const stamp = await readStamp()
    const standing = kept.get(unitId)
    if (standing?.stamp === stamp) return standing.found
    const found = searchUnit(office.db.read, unitId)
    kept.delete(unitId)
    kept.set(unitId, { stamp, found })
    found.catch(() => kept.delete(unitId))
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return found
  }
  return async (duties: readonly Duty[], unitId: string): Promise<Duplicates> => {
    const { read } = office.db
    const { pairs, searchedCount } = await search(unitId)
    const distinct = await queries.listDistinct(read)
    const areTwo = new Set(distinct.map(keyOf))
    const open = pairs.filter((pair) => !areTwo.has(keyOf(pair)))
    const shown = open.slice(0, mostShown)
    const own = await peopleOf(read, unitId, distinct)
    const here = distinct.filter(({ firstId, secondId }) => own.has(firstId) && own.has(secondId))
    const ids = new Set([...shown, ...here].flatMap(({ firstId, secondId }) => [firstId, secondId]))
    const people = await comparedPeople(read, duties, [...ids])
    return { pairs: shown, pairCount: open.length, searchedCount, distinct: here, people }
  }
}

const keyOf = ({ firstId, secondId }: Pick<DistinctPair, 'firstId' | 'secondId'>): string => `${firstId} ${secondId}`

/** Which of those in these pairs are kept in the unit or below it. */
const peopleOf = async (read: Reader, unitId: string, pairs: readonly DistinctPair[]): Promise<Set<string>> => {
  const named = [...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))]
  const under = await subtreeOfUnits(read, [unitId])
  const people = await queries.findPeople(read, named)
  return new Set(people.flatMap((person) => (under.has(person.unitId) ? [person.id] : [])))
}

const searchUnit = async (read: Reader, unitId: string): Promise<Found> => {
  const units = [...(await subtreeOfUnits(read, [unitId]))]
  const people = await queries.listPeopleAt(read, units)
  const said = new Map(people.map(({ id }) => [id, { workplaces: new Set<string>(), posts: new Set<string>() }]))
  for (const { personId, post, workplace } of await queries.listPartsAt(read, units)) {
    said.get(personId)?.workplaces.add(workplace)
    said.get(personId)?.posts.add(post)
  }
  for (const { personId, name } of await queries.listPostsAt(read, units)) said.get(personId)?.posts.add(name)
  const steps = searchDuplicates(
    people.map((person): Comparable => {
      const { workplaces, posts } = said.get(person.id) ?? { workplaces: [], posts: [] }
      return { ...person, workplaces: [...workplaces], posts: [...posts] }
    }),
  )
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return { searchedCount: people.length, pairs: value }
    // Others are answered in between.
    await setImmediate()
  }
}

/** Those who are shown side by side, with the parts that the reader may see. */
const comparedPeople = async (
  read: Reader,
  duties: readonly Duty[],
  ids: readonly string[],
): Promise<ComparedPerson[]> => {
  const people = await queries.findPeople(read, ids)
  const seen = await placesOfDuties(read, duties, 'viewer')
  const maySee = ({ unitId }: { unitId: string }) => seen?.has(unitId) ?? true
  const parts = (await queries.listPartsOf(read, ids)).filter(maySee)
  const posts = (await queries.listPostsOf(read, ids)).filter(maySee)
  const unitNames = await queries.listUnitNames(read, [...new Set(people.map(({ unitId }) => unitId))])
  return people.map((person) => ({
    ...shownValues(person),
    unitName: unitNames.get(person.unitId) ?? '',
    parts: [
      ...posts.flatMap(({ personId, name }) =>
        personId === person.id ? [{ congressId: null, title: name, post: '', workplace: '' }] : [],
      ),
      ...parts.flatMap(({ personId, congressId, title, post, workplace }) =>
        personId === person.id ? [{ congressId, title, post, workplace }] : [],
      ),
    ],
  }))
}

const shownValues = ({ unitId: _unitId, folded: _folded, ...values }: Row<'people'>) => values
