const collator = new Intl.Collator('vi', { numeric: true })

/** Names of units and the like in the Vietnamese order. */
export const compareVietnamese = (one: string, other: string): number => collator.compare(one, other)

/** Orders people as Vietnamese lists do: by the given name, then the middle names, then the family name. */
export const compareGivenNames = (one: string, other: string): number => {
  const [a, b] = [partsOf(one), partsOf(other)]
  return (
    collator.compare(a.given, b.given) || collator.compare(a.middle, b.middle) || collator.compare(a.family, b.family)
  )
}

/** What a person is called by: the last word of a Vietnamese name. */
export const givenName = (name: string): string => partsOf(name).given

const partsOf = (name: string): { family: string; middle: string; given: string } => {
  const words = name.trim().split(/\s+/u)
  return { family: words[0] ?? '', middle: words.slice(1, -1).join(' '), given: words.at(-1) ?? '' }
}
