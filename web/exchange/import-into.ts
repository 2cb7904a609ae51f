import type { ImportDone, ImportKind, ImportPreview } from '../../server/exchange/schema.ts'
import { findCongress } from '../api/congresses.ts'
import * as api from '../api/exchange.ts'
import { findUnitList, type ListPlace } from '../api/unit-lists.ts'
import { currentCycle } from '../cycle.ts'
import { titleOf } from '../unit-lists/list-state.ts'
import { words } from '../words/words.ts'

/** The list that delegates are imported into, as whoever imports them knows it. */
export interface ListImported {
  title: string
  /** The unit that sends the list; '' = it is the congress's own. */
  unit: string
  /** Its page, with what that one is called. */
  page: readonly [href: string, word: string]
  emptyPath: string
  presentPath: string
}

/** What is imported, and where it goes. */
export interface ImportInto {
  kind: ImportKind
  /** Where what was imported is listed. */
  listPath: string
  start: (file: File, unitId: string | null) => Promise<ImportPreview>
  confirm: (id: string, digest: string) => Promise<ImportDone>
  /** Of delegates: what is to be known of their list before a file is chosen. */
  find: (() => Promise<ListImported>) | null
}

/** By the parts of the page's address: `kind`; of delegates `id`, the congress, and of a unit's own list `sendingUnitId`. */
export const importInto = ({ kind, id = '', sendingUnitId }: Readonly<Record<string, string>>): ImportInto => {
  if (kind === 'units' || kind === 'venues' || kind === 'congresses') return ofUnits(kind)
  return sendingUnitId === undefined ? ofCongress(id) : ofUnitList({ congressId: id, unitId: sendingUnitId })
}

const ofUnits = (kind: 'units' | 'venues' | 'congresses'): ImportInto => ({
  kind,
  listPath: `/${kind}`,
  start: (file, unitId) => {
    const cycleId = kind === 'congresses' ? currentCycle()?.id : undefined
    return api.startImport(kind, file, { cycleId, unitId: unitId ?? undefined })
  },
  confirm: api.confirmImport,
  find: null,
})

const ofCongress = (congressId: string): ImportInto => ({
  kind: 'delegates',
  listPath: `/congresses/${congressId}/delegates`,
  start: (file) => api.startDelegateImport(congressId, file),
  confirm: (id, digest) => api.confirmDelegateImport(congressId, id, digest),
  find: async () => {
    const { title } = await findCongress(congressId)
    const presentPath = api.delegatesPath(congressId)
    const page = [`/congresses/${congressId}`, title] as const
    return { title, unit: '', page, presentPath, emptyPath: api.delegateFormPath(congressId) }
  },
})

const ofUnitList = (place: ListPlace): ImportInto => {
  const listPath = `/congresses/${place.congressId}/unit-lists/${place.unitId}`
  return {
    kind: 'delegates',
    listPath,
    start: (file) => api.startUnitListImport(place, file),
    confirm: (id, digest) => api.confirmUnitListImport(place, id, digest),
    find: async () => {
      const { congress, unit } = await findUnitList(place)
      const page = [listPath, words().unitLists.heading(unit.name)] as const
      const presentPath = api.unitListPath(place)
      return { title: titleOf(congress), unit: unit.name, page, presentPath, emptyPath: api.unitListFormPath(place) }
    },
  }
}
