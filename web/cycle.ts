import type { Cycle } from '../server/cycles/schema.ts'
import { getJson } from './api/request.ts'
import { createStore } from './store.ts'

const storageKey = 'tien-toi.cycle'

/** All cycles that the account may see; empty until they are loaded. */
export const cycles = createStore<readonly Cycle[]>([])

export const refreshCycles = async (): Promise<void> => {
  cycles.set(await getJson<Cycle[]>('/api/cycles'))
}

/** The cycle that pages show: the one named in the address (`?cycle=`), else the last one used, else the newest. */
export const currentCycle = (): Cycle | null => {
  const all = cycles.get()
  const byId = (id: string | null) => all.find((cycle) => cycle.id === id)
  const newest = [...all].sort((one, other) => other.endsOn.localeCompare(one.endsOn))[0]
  const named = new URLSearchParams(location.search).get('cycle')
  return byId(named) ?? byId(localStorage.getItem(storageKey)) ?? newest ?? null
}

/** Keeps the choice for pages whose address names no cycle. */
export const rememberCycle = (id: string): void => localStorage.setItem(storageKey, id)
