import { isSamePost } from '../../delegate-links/rules.ts'
import { personKey } from '../../programme/rules/presenters.ts'

/** Somebody of the list of honours: collectives have no seat of their own. */
interface Recipient {
  name: string
  post: string
}

interface Person {
  id: string
  name: string
  post: string
  workplace: string
}

/**
 * The delegates who are on the list of honours. Recipients are known by their names: one is the delegate where the posts
 * agree, or where nobody else of the congress bears the name.
 */
export const honouredAmong = (people: readonly Person[], recipients: readonly Recipient[]): string[] => {
  const named = new Map<string, Recipient[]>()
  for (const recipient of recipients) {
    const key = personKey(recipient.name)
    named.set(key, [...(named.get(key) ?? []), recipient])
  }
  const namesakes = new Map<string, number>()
  for (const { name } of people) namesakes.set(personKey(name), (namesakes.get(personKey(name)) ?? 0) + 1)
  return people.flatMap((person) => {
    const key = personKey(person.name)
    const found = named.get(key) ?? []
    const isOnlyOne = found.length > 0 && namesakes.get(key) === 1
    return isOnlyOne || found.some((each) => isSamePost(each, { ...person, class: null })) ? [person.id] : []
  })
}

/** Of a row of the list of honours. */
export const recipientOf = (values: Readonly<Record<string, string>>): Recipient[] =>
  values['kind'] === 'Tập thể' ? [] : [{ name: values['name'] ?? '', post: values['post'] ?? '' }]
