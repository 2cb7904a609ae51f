import type {
  Delegate,
  DelegateChanges,
  DelegateList,
  DelegatesGone,
  Delegation,
  NewDelegate,
  Photo,
  Replacement,
  SensitiveChange,
  SensitiveData,
} from '../../server/delegates/schema.ts'
import type { AssignmentBoard } from '../../server/assignments/schema.ts'
import type { GroupBoard } from '../../server/groups/schema.ts'
import { findAssignments } from '../api/assignments.ts'
import * as api from '../api/delegates.ts'
import { findGroupBoard } from '../api/groups.ts'
import { translated, words } from '../words/words.ts'

/** Where people come from and go to: a whole congress, or the list of one unit. */
export interface DelegateSource<List extends DelegateList = DelegateList> {
  list: () => Promise<List>
  create: (values: NewDelegate) => Promise<Delegate>
  change: (changes: DelegateChanges) => Promise<{ delegates: Delegate[]; delegations?: Delegation[] }>
  remove: (gone: DelegatesGone) => Promise<unknown>
  /** What is kept apart of somebody: for those alone who may know it. */
  sensitive: {
    find: (id: string) => Promise<SensitiveData>
    change: (id: string, change: SensitiveChange) => Promise<SensitiveData>
  }
  /** Of each of them: which photo there is, where to see it (`stamp`), one in its place (version 0 = there was none). */
  photo: {
    find: (id: string) => Promise<Photo>
    path: (id: string, stamp: string) => string
    save: (id: string, file: File, version: number) => Promise<Photo>
    remove: (id: string, version: number) => Promise<unknown>
  }
  replace: (id: string, replacement: Replacement) => Promise<Delegate>
  /** Roles and sessions that somebody was given by hand, then the discussion group, by their names; a unit's list gives none. */
  rolesOf?: (id: string) => Promise<string[]>
}

/** Everybody of a congress. */
export const congressSource = (congressId: () => string): DelegateSource => ({
  list: () => api.listDelegates(congressId()),
  create: (values) => api.createDelegate(congressId(), values),
  change: (changes) => api.changeDelegates(congressId(), changes),
  remove: (gone) => api.removeDelegates(congressId(), gone),
  sensitive: { find: api.findSensitive, change: api.changeSensitive },
  photo: { find: api.findPhoto, path: api.photoPath, save: api.savePhoto, remove: api.removePhoto },
  replace: (id, replacement) => api.replaceDelegate(id, replacement),
  rolesOf: async (id) => {
    const [assignments, groups] = await Promise.all([findAssignments(congressId()), findGroupBoard(congressId())])
    return [...givenRoles(assignments, id), ...givenGroup(groups, id)]
  },
})

/** Each role once, and that there are sessions besides. */
const givenRoles = ({ roles, exceptions }: AssignmentBoard, delegateId: string): string[] => {
  const given = new Set(exceptions.flatMap((each) => (each.delegateId === delegateId && each.isIn ? [each.role] : [])))
  const named = roles.flatMap(({ key, name }) => (given.has(key) ? [translated(name)] : []))
  return given.has('') ? [...named, words().replacement.sessions] : named
}

/** The discussion group with the role in it; none while there are no groups. */
const givenGroup = ({ plan, groups, members }: GroupBoard, delegateId: string): string[] => {
  const member = members.find((each) => each.delegateId === delegateId)
  const group = groups.find(({ id }) => id === member?.groupId)
  if (!plan.isOn || !member || !group) return []
  const { groups: text, replacement } = words()
  return [replacement.inGroup(translated(group.name), member.role === null ? '' : text.roles[member.role])]
}
