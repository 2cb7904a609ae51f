import type {
  Cycle,
  CycleChange,
  CycleStart,
  Level,
  LevelChange,
  NewCycle,
  NewLevel,
} from '../../server/cycles/schema.ts'
import { getJson, write } from './request.ts'

export const listCycles = (signal?: AbortSignal) => getJson<Cycle[]>('/api/cycles', signal ? { signal } : {})
export const createCycle = (body: NewCycle) => write<Cycle>('POST', '/api/cycles', { body })
export const changeCycle = (id: string, body: CycleChange) => write<Cycle>('PUT', `/api/cycles/${id}`, { body })
export const deleteCycle = (id: string, version: number) => write('DELETE', `/api/cycles/${id}`, { query: { version } })
export const createLevel = (cycleId: string, body: NewLevel) =>
  write<Level>('POST', `/api/cycles/${cycleId}/levels`, { body })
export const changeLevel = (id: string, body: LevelChange) => write<Level>('PUT', `/api/levels/${id}`, { body })
export const deleteLevel = (id: string, version: number) => write('DELETE', `/api/levels/${id}`, { query: { version } })

/** The plan and schedule of the road, for signature. */
export const roadPlanAddress = (cycleId: string) => `/api/cycles/${cycleId}/plan.pdf`
/** The same for Word, to be worded further. */
export const roadPlanWordAddress = (cycleId: string) => `/api/cycles/${cycleId}/plan.docx`
/** Loads the road of Nam Định 2019–2020. */
export const loadExample = () => write<{ cycleId: string }>('POST', '/api/example')
/** Begins a road from a template or empty. */
export const startCycle = (body: CycleStart) => write<{ cycleId: string }>('POST', '/api/cycles/start', { body })
