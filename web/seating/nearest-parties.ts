import { nearestFirst, rankOf, worst } from '../parts/search.ts'

interface Party {
  people: { name: string }[]
}

/** Delegations with those whom the search finds: whoever is called just so stands first, in the first delegation. */
export const nearestParties = <T extends Party>(parties: readonly T[], query: string): T[] =>
  parties
    .map((party) => ({ ...party, people: nearestFirst(party.people, ({ name }) => name, query) }))
    .map((party, place) => ({ party, place, rank: rankOf(party.people[0]?.name ?? '', query) ?? worst + 1 }))
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .map(({ party }) => party)
