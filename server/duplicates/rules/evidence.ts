import { phoneNumbersIn } from '../../format/phones.ts'
import { countsOf, differences } from './letters.ts'
import { nameJudge, partsOfName, reasonsOfName, sameName, type NamePart, type PreparedName } from './names.ts'
import type { Comparable, DuplicateReason, Evidence } from '../schema.ts'
import { textJudge, textsOf, type PreparedText, type WeighedText } from './texts.ts'

/** A person as it is compared: everything is taken apart once. */
export interface Prepared {
  person: Comparable
  name: readonly NamePart[]
  phones: readonly string[]
  workplaces: readonly PreparedText[]
  posts: readonly PreparedText[]
}

export const prepare = (person: Comparable): Prepared => ({
  person,
  name: partsOfName(person.name),
  phones: [...new Set((phoneNumbersIn(person.phone) ?? []).map(({ dial }) => plainNumber(dial)))],
  workplaces: textsOf(person.workplaces),
  posts: textsOf(person.posts),
})

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
  name: PreparedName
  phones: readonly string[]
  workplaces: readonly WeighedText[]
  posts: readonly WeighedText[]
}

/**
 * Judges pairs of these people: each field says in powers of two how much more often it would be so with one person than
 * with two (Fellegi and Sunter), the rarer what both say, the more. Null = what is known without texts already says that
 * they are two.
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
    ...{ person, phones, name: names.weigh(name) },
    ...{ workplaces: workplaces.weigh(texts.workplaces), posts: posts.weigh(texts.posts) },
  })

  const judge = (one: Weighed, other: Weighed, least: number): Evidence | null => {
    const sharedPhone = sharedOf(one.phones, other.phones)
    // Nearly all pairs end at one of these looks: what costs more is looked at after.
    const most = mostOfTexts + (sharedPhone === undefined ? nearPhone : samePhone)
    const birth = compareBirths(one.person, other.person)
    let bits = before + birth.bits
    if (bits + Math.min(one.name.worth, other.name.worth) + most < least) return null
    const name = names.compare(one.name, other.name)
    const isSameName = name.seen === sameName
    bits += name.bits
    if (bits + most < least && !isSameName) return null
    const phone = comparePhones(one.phones, other.phones, sharedPhone)
    const sex = compareSexes(one.person, other.person)
    bits += phone.bits + sex.bits
    if (bits + mostOfTexts < least && !isSameName) return null
    const workplace = workplaceEvidence(workplaces.compare(one.workplaces, other.workplaces))
    bits += workplace.bits
    if (bits + mostOfPost < least && !isSameName) return null
    const post = postEvidence(posts.compare(one.posts, other.posts))
    const reasons = [birth, phone, sex, workplace, post].flatMap((each) => each.reasons)
    return { bits: bits + post.bits, reasons: [...reasonsOfName(name.seen), ...reasons] }
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

  return (one: Comparable, other: Comparable): Evidence => {
    if (one.birthYear === null || other.birthYear === null) return nothing
    const hasDates = one.birthDate !== null && other.birthDate !== null
    const apart = Math.abs(one.birthYear - other.birthYear)
    if (hasDates && one.birthDate === other.birthDate) return says(rarity(one.birthYear) + 7, 'same-birth-date')
    if (hasDates && isSlip(one.birthDate ?? '', other.birthDate ?? '')) {
      return says(rarity(one.birthYear) + 1, 'near-birth')
    }
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

/** One figure is wrong, or day and month were taken for each other: 1975-04-12 and 1975-12-04. */
const isSlip = (one: string, other: string): boolean => {
  const [year, month, day] = one.split('-')
  const isTurned = `${year ?? ''}-${day ?? ''}-${month ?? ''}` === other
  return isTurned || differences(one.replaceAll('-', ''), other.replaceAll('-', '')) === 1
}

/** What it says that two have one number, and that they have two of which one may be misspelt. */
const [samePhone, nearPhone] = [12, 5]

const phoneJudge = (people: readonly Prepared[]) => {
  const counts = countsOf(people.flatMap(({ phones }) => phones))
  return (ones: readonly string[], others: readonly string[], shared: string | undefined): Evidence => {
    if (ones.length === 0 || others.length === 0) return nothing
    // A number of many is that of an office.
    const more = shared === undefined ? 0 : (counts.get(shared) ?? 0) - 2
    if (shared !== undefined) return says(Math.max(1, samePhone - 3 * more), 'same-phone')
    return ones.some((one) => others.some((other) => isNear(one, other)))
      ? says(nearPhone, 'near-phone')
      : against.phone
  }
}

const sharedOf = (ones: readonly string[], others: readonly string[]): string | undefined =>
  ones.length === 0 || others.length === 0 ? undefined : ones.find((number) => others.includes(number))

const isNear = (one: string, other: string): boolean =>
  one.length >= 7 && Math.abs(one.length - other.length) <= 1 && differences(one, other) === 1

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
