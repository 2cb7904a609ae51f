import { foldHeading } from '../exchange/field-names.ts'
import type { FormField } from './schema.ts'

/** Finds the field that a placeholder names: by its name, or as its column is called in either language. */
export const nameResolver = (fields: readonly FormField[]): ((text: string) => string | null) => {
  const names = new Set(fields.map(({ name }) => name))
  const byLabel = new Map<string, string>()
  for (const { name, labels, headings } of fields) {
    for (const label of [name, labels.vi, labels.en, ...headings]) {
      const folded = foldHeading(label)
      if (folded !== '' && !byLabel.has(folded)) byLabel.set(folded, name)
    }
  }
  return (text) => (names.has(text) ? text : (byLabel.get(foldHeading(text)) ?? null))
}
