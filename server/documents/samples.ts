import type { ListRow } from './compose.ts'
import type { ListColumn } from './schema.ts'

/** A small list to look at a paper with, as the list's own file gives it. */
export const sampleRows = (columns: readonly ListColumn[]): ListRow[] => {
  const count = Math.max(0, ...columns.map(({ samples }) => samples.length))
  return Array.from({ length: count }, (_, at) => ({
    id: `sample-${String(at)}`,
    values: Object.fromEntries(columns.map(({ name, samples }) => [name, samples[at % samples.length] ?? ''])),
  }))
}

/** One row of the longest that is likely to come, to look at a paper's worst case. */
export const longestRows = (columns: readonly ListColumn[]): ListRow[] =>
  columns.length === 0
    ? []
    : [{ id: 'longest', values: Object.fromEntries(columns.map(({ name, longest }) => [name, longest])) }]
