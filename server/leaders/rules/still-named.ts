import { spansOf, type TextSpan } from '../../format/search.ts'

/** Who was replaced and who attends now: the post as printed, and who holds it ('' = nobody, or not known). */
export interface NamedLeaders {
  postBefore: string
  personBefore: string
  postAfter: string
  personAfter: string
}

/**
 * How a text would read that names the leader who was replaced. `isNamed` false = it does not; `mended` null = it names
 * him in part («Phó Chủ tịch UBND tỉnh» for the one «(VX)»), and a person must look.
 */
export const mendText = (text: string, leaders: NamedLeaders): { isNamed: boolean; mended: string | null } => {
  const spans = plainSpans(text, leaders)
  if (spans.length === 0) return { isNamed: isNamedInPart(text, leaders.postBefore), mended: null }
  let mended = ''
  let at = 0
  for (const { from, to, by } of spans) {
    const standing = text.slice(from, to)
    mended += text.slice(at, from) + (isCapitals(standing) ? by.toLocaleUpperCase('vi') : by)
    at = to
  }
  return { isNamed: true, mended: mended + text.slice(at) }
}

type Mend = TextSpan & { by: string }

/** The full name of the person and of the post, in the order of the text. */
const plainSpans = (text: string, { postBefore, personBefore, postAfter, personAfter }: NamedLeaders): Mend[] => {
  const people = spansOf(text, personBefore).map((span) => ({ ...span, by: personAfter || postAfter }))
  const posts = spansOf(text, postBefore)
    .filter((span) => isPostItself(text, span, postBefore))
    .map((span) => ({ ...span, by: postAfter }))
  return [...people, ...posts].sort((a, b) => a.from - b.from)
}

/** Not «Chủ tịch UBND tỉnh» of «Phó Chủ tịch UBND tỉnh», nor «Phó Chủ tịch UBND tỉnh» of the one «(KT)». */
const isPostItself = (text: string, { from, to }: TextSpan, name: string): boolean =>
  !/(^|[\s(])phó\s+$/iu.test(text.slice(0, from)) && (name.endsWith(')') || !/^\s*\(/u.test(text.slice(to)))

/** The post without what its brackets say, where the text says nothing else in brackets. */
const isNamedInPart = (text: string, postBefore: string): boolean => {
  const [main = ''] = postBefore.split('(')
  if (main === postBefore) return false
  return spansOf(text, main).some((span) => isPostItself(text, span, main.trim()))
}

const isCapitals = (text: string): boolean =>
  text === text.toLocaleUpperCase('vi') && text !== text.toLocaleLowerCase('vi')

export interface Replaced extends NamedLeaders {
  postBeforeId: string
  postAfterId: string
}

/**
 * Who attends today where a leader was replaced, maybe more than once: the replacements of one congress in their order.
 * Null where the replaced one attends again, or none of the followers does.
 */
export const presentLeaders = <R extends Replaced>(
  replaced: R,
  later: readonly R[],
  postIds: readonly string[],
): NamedLeaders | null => {
  if (postIds.includes(replaced.postBeforeId)) return null
  let last: R = replaced
  for (const next of later) if (next.postBeforeId === last.postAfterId) last = next
  if (!postIds.includes(last.postAfterId)) return null
  const { postBefore, personBefore } = replaced
  return { postBefore, personBefore, postAfter: last.postAfter, personAfter: last.personAfter }
}
