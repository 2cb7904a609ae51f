import type { Congress } from '../../server/congresses/schema.ts'
import type { FormKindId, IssuedForm } from '../../server/forms/schema.ts'
import type { Unit } from '../../server/units/schema.ts'

/** By what the congresses to ask for are chosen: any of what is ticked in a group, nothing ticked = all. */
export const askGroups = ['levels', 'types', 'blocks', 'answers'] as const
export type AskGroup = (typeof askGroups)[number]
export type AskWish = Readonly<Record<AskGroup, readonly string[]>>
export const emptyWish: AskWish = { levels: [], types: [], blocks: [], answers: [] }

/** Whether a form of the kind was sent for a congress before, and came back. */
export const sentStates = ['never', 'waiting', 'answered'] as const
export type SentState = (typeof sentStates)[number]

/** A congress that a form could be made for, with what it is chosen by. */
export interface Asking {
  congress: Congress
  by: Readonly<Record<AskGroup, string>>
}

/** Each with what it is chosen by; `forms` = the newest ones of the cycle. */
export const askings = (
  congresses: readonly Congress[],
  { kind, forms, unit }: { kind: FormKindId; forms: readonly IssuedForm[]; unit: (id: string) => Unit | undefined },
): Asking[] => {
  const sent = new Map(forms.flatMap((form) => (form.kind === kind ? [[form.congressId, form]] : [])))
  const stateOf = (form: IssuedForm | undefined): SentState => {
    if (!form) return 'never'
    return form.answeredAt === null && !form.isKnownOtherwise ? 'waiting' : 'answered'
  }
  return congresses.map((congress) => {
    const { type = '', block = '' } = unit(congress.unitId) ?? {}
    const answers = stateOf(sent.get(congress.id))
    return { congress, by: { levels: congress.levelId, types: type, blocks: block, answers } }
  })
}

const fits = ({ by }: Asking, wish: AskWish, group: AskGroup): boolean =>
  wish[group].length === 0 || wish[group].includes(by[group])

export const chosenBy = (all: readonly Asking[], wish: AskWish): Congress[] =>
  all.filter((asking) => askGroups.every((group) => fits(asking, wish, group))).map(({ congress }) => congress)

/** Every value of a group with how many the other groups leave of it, the most frequent first. */
export const countsOf = (all: readonly Asking[], wish: AskWish, group: AskGroup): [value: string, count: number][] => {
  const others = askGroups.filter((each) => each !== group)
  const [whole, left] = [new Map<string, number>(), new Map<string, number>()]
  for (const asking of all) {
    const value = asking.by[group]
    if (value === '') continue
    whole.set(value, (whole.get(value) ?? 0) + 1)
    if (others.every((each) => fits(asking, wish, each))) left.set(value, (left.get(value) ?? 0) + 1)
  }
  return [...whole].sort(([, one], [, other]) => other - one).map(([value]) => [value, left.get(value) ?? 0])
}
