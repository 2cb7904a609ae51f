import { createRequire } from 'node:module'
import { join } from 'node:path'
import { installPeers, peersFolder } from '../peers.ts'

export interface HighsAnswer {
  Status: string
  ObjectiveValue: number
  Columns: Readonly<Record<string, { Primal?: number }>>
}
interface Highs {
  solve: (model: string, options: Record<string, unknown>) => HighsAnswer
}

/** The solver that plans are measured against; it blocks while it solves. */
export const openHighs = async (): Promise<Highs> => {
  installPeers('highs')
  const load = createRequire(import.meta.url)(join(peersFolder, 'node_modules', 'highs', 'build', 'highs.js')) as (
    settings: object,
  ) => Promise<Highs>
  return load({})
}
