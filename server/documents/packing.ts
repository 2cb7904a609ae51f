import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Making } from './compose.ts'

/** As a text that any database keeps: most of it is alike in every row and packs to a fraction. */
export const packMade = async <T extends { making: Making }>(made: T): Promise<string> => {
  const { twins, ...facts } = made.making.facts
  const making = { ...made.making, facts: { ...facts, twins: [...twins] } }
  return (await promisify(gzip)(JSON.stringify({ ...made, making }))).toString('base64')
}

export const unpackMade = async <T extends { making: Making }>(packed: string): Promise<T> => {
  const text = (await promisify(gunzip)(Buffer.from(packed, 'base64'))).toString('utf8')
  const made = JSON.parse(text) as T
  const { facts } = made.making
  const twins = new Map(facts.twins as unknown as [string, string][])
  return { ...made, making: { ...made.making, facts: { ...facts, twins } } }
}
