import type { Reader } from '../../db/open.ts'
import { slipLines } from '../assignments/slip-lines.ts'
import { groupText } from '../delegate-pages/group-text.ts'
import { assignedNames, type AssignedValues } from '../documents/assigned-values.ts'
import type { Template } from '../documents/templates.ts'
import type { Language } from '../format/dates.ts'
import { ownGroups } from '../groups/own.ts'
import { peopleList } from '../lists/queries.ts'

/** What the people on a kind's list were assigned, in each edition, where its wording tells it; nothing where it does not. */
export const assignedFor = async (
  read: Reader,
  { list, wording, look, languages }: Pick<Template, 'list' | 'wording' | 'look' | 'languages'>,
  congressId: string,
): Promise<{ assigned?: AssignedValues }> => {
  const text = JSON.stringify([wording, look])
  if (list !== peopleList || !assignedNames.some((name) => text.includes(`{{${name}}}`))) return {}
  const assigned: AssignedValues = {}
  for (const language of languages) assigned[language] = await assignedIn(read, congressId, language)
  return { assigned }
}

const assignedIn = async (read: Reader, congressId: string, language: Language) => {
  const lines = await slipLines(read, congressId, language)
  const groups = await ownGroups(read, congressId)
  return Object.fromEntries(
    [...new Set([...lines.keys(), ...groups.keys()])].map((id) => {
      const group = groups.get(id)
      return [id, { ...lines.get(id), ...(group ? { discussionGroup: groupText(group, language) } : {}) }]
    }),
  )
}
