import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Making } from '../documents/compose.ts'
import type { PrintOrder } from './schema.ts'

/** All that a print is made from: drawn from it again, it is the same byte for byte, whatever changed since. */
export interface Snapshot {
  making: Making
  order: PrintOrder
  /** Rows that are printed of those of the list; null = all. */
  chosen: readonly string[] | null
  madeAt: string
}

/** As a text that any database keeps: most of it is alike in every row and packs to a fraction. */
export const packSnapshot = async (snapshot: Snapshot): Promise<string> => {
  const { twins, ...facts } = snapshot.making.facts
  const making = { ...snapshot.making, facts: { ...facts, twins: [...twins] } }
  return (await promisify(gzip)(JSON.stringify({ ...snapshot, making }))).toString('base64')
}

export const unpackSnapshot = async (packed: string): Promise<Snapshot> => {
  const text = (await promisify(gunzip)(Buffer.from(packed, 'base64'))).toString('utf8')
  const snapshot = JSON.parse(text) as Snapshot
  const { facts } = snapshot.making
  const twins = new Map(facts.twins as unknown as [string, string][])
  return { ...snapshot, making: { ...snapshot.making, facts: { ...facts, twins } } }
}
