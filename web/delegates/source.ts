import type {
  Delegate,
  DelegateChanges,
  DelegateList,
  DelegatesGone,
  Delegation,
  NewDelegate,
  Replacement,
  SensitiveChange,
  SensitiveData,
} from '../../server/delegates/schema.ts'
import * as api from '../api/delegates.ts'

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
  replace: (id: string, replacement: Replacement) => Promise<Delegate>
}

/** Everybody of a congress. */
export const congressSource = (congressId: () => string): DelegateSource => ({
  list: () => api.listDelegates(congressId()),
  create: (values) => api.createDelegate(congressId(), values),
  change: (changes) => api.changeDelegates(congressId(), changes),
  remove: (gone) => api.removeDelegates(congressId(), gone),
  sensitive: { find: api.findSensitive, change: api.changeSensitive },
  replace: (id, replacement) => api.replaceDelegate(id, replacement),
})
