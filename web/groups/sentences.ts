import type { Off } from '../../server/groups/rules/balance.ts'
import type { Score } from '../../server/groups/rules/score.ts'
import type { GroupBoard, PlanPreview } from '../../server/groups/schema.ts'
import { words } from '../words/words.ts'

/** Names of the groups and people of a board, by id. */
export const namesOf = ({ groups, people }: GroupBoard): ReadonlyMap<string, string> =>
  new Map([...groups, ...people].map(({ id, name }) => [id, name]))

/** «Tổ 3 có 5 người của Ý Yên, chia đều thì 3 hoặc 4». */
export const offSentence = (board: GroupBoard, { balance, value, groupId, count, low, high }: Off): string => {
  const { score } = words().groups
  const by = balance === null ? null : board.plan.balances[balance]
  const group = namesOf(board).get(groupId) ?? ''
  const what =
    by === 'delegation'
      ? score.delegation(count, value)
      : by === 'field'
        ? score.field(count, value)
        : by === 'sex'
          ? score[value === 'female' ? 'female' : 'male'](count)
          : score.people(count)
  return score.off(group, what, score.share(low, high))
}

/** How even a board is, in one or two sentences. */
export const evenSentence = ({ cost, least }: Score): string => {
  const { score } = words().groups
  if (cost === 0) return score.even
  if (least === null) return `${score.cost(cost)} ${score.impossible}`
  return `${score.cost(cost)} ${cost === least ? score.proven : score.least(least)}`
}

/** What is not as it was asked for, each in a sentence. */
export const brokenSentences = (board: GroupBoard, { sizesOff, broken }: Score): string[] => {
  const { score } = words().groups
  const names = namesOf(board)
  return [
    ...sizesOff.map(({ groupId, count, least, most }) =>
      count > most
        ? score.tooMany(names.get(groupId) ?? '', count, most)
        : score.tooFew(names.get(groupId) ?? '', count, least),
    ),
    ...broken.map(({ kind, delegateIds }) =>
      score[kind === 'together' ? 'notTogether' : 'notApart'](listed(names, delegateIds)),
    ),
  ]
}

export const listed = (names: ReadonlyMap<string, string>, ids: readonly string[]): string =>
  ids.flatMap((id) => names.get(id) ?? []).join(', ')

/** Why there is no plan: a sentence, and what cannot be kept together. */
export const reasonSentences = (
  board: GroupBoard,
  reason: NonNullable<PlanPreview['reason']>,
): { sentence: string; demands: string[] } => {
  const { reason: text } = words().groups
  const names = namesOf(board)
  switch (reason.kind) {
    case 'no-groups':
    case 'not-found':
      return { sentence: text[reason.kind], demands: [] }
    case 'too-many':
      return { sentence: text.tooMany(reason.people, reason.places), demands: [] }
    case 'too-few':
      return { sentence: text.tooFew(reason.people, reason.wanted), demands: [] }
    case 'demands':
      return {
        sentence: text.demands,
        demands: [
          ...reason.held.map(({ personId, groupId }) => text.held(names.get(personId) ?? '', names.get(groupId) ?? '')),
          ...reason.rules.map(({ kind, personIds }) => text[kind](listed(names, personIds))),
          ...(reason.areSizesPart ? [text.sizes] : []),
        ],
      }
  }
}
