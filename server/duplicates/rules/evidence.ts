import { phoneNumbersIn } from '../../format/phones.ts'
import { countsOf, isOneApart } from './letters.ts'
import { nameJudge, nameReader, reasonsOfName, sameName, type NamePart, type PreparedName } from './names.ts'
import type { Comparable, DuplicateReason, Evidence } from '../schema.ts'
import { textJudge, textReader, type PreparedText, type WeighedText } from './texts.ts'

/** A person as it is compared: everything is taken apart once. */
export interface Prepared {
  person: Comparable
  name: readonly NamePart[]
  phones: readonly string[]
  workplaces: readonly PreparedText[]
  posts: readonly PreparedText[]
}

/** Takes the people of one search apart. */
export const preparer = (): ((person: Comparable) => Prepared) => {
  const [readName, readTexts] = [nameReader(), textReader()]
  return (person) => ({
    person,
    name: readName(person.name),
    phones: [...new Set((phoneNumbersIn(person.phone) ?? []).map(({ dial }) => plainNumber(dial)))],
    workplaces: readTexts(person.workplaces),
    posts: readTexts(person.posts),
  })
}

/** «+84 912 …», «0912 …» and «912 …» are one number. */
const plainNumber = (dial: string): string => dial.replace(/^(?:\+84|0)/u, '')

const nothing: Evidence = { bits: 0, reasons: [] }
const says = (bits: number, reason: DuplicateReason): Evidence => ({ bits, reasons: [reason] })

/** What most pairs say, made once for all of them. */
const against = {
  otherDate: says(-3, 'other-birth'),
  nextYear: says(-1, 'near-birth'),
  likeYear: says(-4, 'near-birth'),
  otherYear: says(-7, 'other-birth'),
  farYear: says(-14, 'other-birth'),
  phone: says(-1.5, 'other-phone'),
  sex: says(-5, 'other-sex'),
  workplace: says(-2, 'other-workplace'),
}
const sameSex: Evidence = { bits: 0.5, reasons: [] }

/** So often somebody is kept twice. */
const expectedTwice = 0.05
const [mostOfWorkplace, mostOfPost] = [10, 4]
const mostOfTexts = mostOfWorkplace + mostOfPost

/** A person with how telling everything is that is said of it. */
export interface Weighed {
  person: Comparable
  /** The date of birth without its dashes; null = not known. */
  birthDigits: string | null
  name: PreparedName
  phones: readonly string[]
  workplaces: readonly WeighedText[]
  posts: readonly WeighedText[]
}

/**
 * Judges pairs of these people: each field says in powers of two how much more often it would be so with one person than
 * with two (Fellegi and Sunter), the rarer what both say, the more. Null = less than `least` is said for one person;
 * whoever has the same name and year is told however frequent both are, unless something speaks against it.
 */
export const judgeOf = (people: readonly Prepared[]) => {
  const names = nameJudge(people.map(({ name }) => name))
  const compareBirths = birthJudge(people)
  const comparePhones = phoneJudge(people)
  const workplaces = textJudge(
    people.map((each) => each.workplaces),
    mostOfWorkplace,
  )
  const posts = textJudge(
    people.map((each) => each.posts),
    mostOfPost,
  )
  const before = Math.log2(expectedTwice / Math.max(people.length, 2))

  const weigh = ({ person, name, phones, ...texts }: Prepared): Weighed => ({
    ...{ person, phones, name: names.weigh(name), birthDigits: person.birthDate?.replaceAll('-', '') ?? null },
    ...{ workplaces: workplaces.weigh(texts.workplaces), posts: posts.weigh(texts.posts) },
  })

  const judge = (one: Weighed, other: Weighed, least: number): Evidence | null => {
    // Nearly all pairs end at one of these looks: what costs more is looked at after.
    const birth = compareBirths(one, other)
    const sex = compareSexes(one.person, other.person)
    const isSameYear = birth.reasons[0] === 'same-birth-year'
    const atBest = before + birth.bits + sex.bits + Math.min(one.name.worth, other.name.worth) + mostOfTexts
    if (atBest + samePhone < least && !isSameYear) return null
    const phone = comparePhones(one.phones, other.phones)
    const mayBeNamesake = isSameYear && sex !== against.sex && phone !== against.phone
    if (atBest + phone.bits < least && !mayBeNamesake) return null
    let bits = before + birth.bits + phone.bits + sex.bits
    const name = names.compare(one.name, other.name)
    const isNamesake = mayBeNamesake && name.seen === sameName
    bits += name.bits
    if (bits + mostOfTexts < least && !isNamesake) return null
    const workplace = workplaceEvidence(workplaces.compare(one.workplaces, other.workplaces))
    bits += workplace.bits
    if (bits + mostOfPost < least && !isNamesake) return null
    const post = postEvidence(posts.compare(one.posts, other.posts))
    bits += post.bits
    if (bits < least && (!isNamesake || workplace === against.workplace)) return null
    const reasons = [birth, phone, sex, workplace, post].flatMap((each) => each.reasons)
    return { bits, reasons: [...reasonsOfName(name.seen), ...reasons] }
  }

  return { weighed: people.map(weigh), judge }
}

const birthJudge = (people: readonly Prepared[]) => {
  const years = countsOf(people.flatMap(({ person }) => person.birthYear ?? []))
  let known = 0
  for (const count of years.values()) known += count
  // As if forty more were of other years: in a short list a year is no rarer than elsewhere.
  const rarity = (year: number) => Math.min(6, -Math.log2(((years.get(year) ?? 0) + 1) / (known + 40)))
  const ofYear = new Map([...years.keys()].map((year) => [year, says(rarity(year), 'same-birth-year')]))

  return ({ person: one, birthDigits }: Weighed, { person: other, birthDigits: otherDigits }: Weighed): Evidence => {
    if (one.birthYear === null || other.birthYear === null) return nothing
    const apart = Math.abs(one.birthYear - other.birthYear)
    const hasDates = birthDigits !== null && otherDigits !== null
    if (hasDates && birthDigits === otherDigits) return says(rarity(one.birthYear) + 7, 'same-birth-date')
    if (hasDates && isSlip(birthDigits, otherDigits)) return says(rarity(one.birthYear) + 1, 'near-birth')
    if (apart === 0) return hasDates ? against.otherDate : (ofYear.get(one.birthYear) ?? nothing)
    if (apart === 1) return against.nextYear
    if (apart >= 10) return against.farYear
    return isLikeYear(one.birthYear, other.birthYear) ? against.likeYear : against.otherYear
  }
}

/** Of years less than ten apart: the last figure is another, or the last two stand the other way round (1989, 1998). */
const isLikeYear = (one: number, other: number): boolean => {
  const [tens, otherTens] = [Math.floor(one / 10), Math.floor(other / 10)]
  return tens === otherTens || (one % 10 === otherTens % 10 && other % 10 === tens % 10)
}

/** One figure is wrong, or day and month were taken for each other: 19750412 and 19751204. */
const isSlip = (one: string, other: string): boolean => isOneApart(one, other) || isTurned(one, other)

const isTurned = (one: string, other: string): boolean =>
  one.startsWith(other.slice(0, 4)) && one.slice(4, 6) === other.slice(6) && one.slice(6) === other.slice(4, 6)

/** What it says that two have one number, and that they have two of which one may be misspelt. */
const [samePhone, nearPhone] = [12, 5]

const phoneJudge = (people: readonly Prepared[]) => {
  const counts = countsOf(people.flatMap(({ phones }) => phones))
  return (ones: readonly string[], others: readonly string[]): Evidence => {
    if (ones.length === 0 || others.length === 0) return nothing
    const shared = ones.find((number) => others.includes(number))
    // A number of many is that of an office.
    const more = shared === undefined ? 0 : (counts.get(shared) ?? 0) - 2
    if (shared !== undefined) return says(Math.max(1, samePhone - 3 * more), 'same-phone')
    return ones.some((one) => others.some((other) => isNear(one, other)))
      ? says(nearPhone, 'near-phone')
      : against.phone
  }
}

const isNear = (one: string, other: string): boolean => one.length >= 7 && isOneApart(one, other)

const compareSexes = ({ sex: one }: Comparable, { sex: other }: Comparable): Evidence => {
  if (one === null || other === null) return nothing
  return one === other ? sameSex : against.sex
}

const workplaceEvidence = ({ like, worth }: { like: number | null; worth: number }): Evidence => {
  if (like === null) return nothing
  if (like === 1) return says(worth, 'same-workplace')
  return like >= 0.5 ? says(worth * like, 'like-workplace') : against.workplace
}

/** Posts change: another one says nothing. */
const postEvidence = ({ like, worth }: { like: number | null; worth: number }): Evidence =>
  like === 1 ? says(worth, 'same-post') : nothing
