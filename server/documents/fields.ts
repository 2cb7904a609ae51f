import { englishCapacity, englishLine } from '../english/capacity.ts'
import type { Twins } from '../english/twins.ts'
import type { Language } from '../format/dates.ts'
import type { TemplateField } from './schema.ts'
import { placeholdersIn } from './wording.ts'
import { putIn, type Template } from './templates.ts'

/** What a paper knows of itself, in both languages: values for the placeholders of its template. */
export type Values = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** What is printed where nothing was filled in: the words of the field that it follows, else its own usual ones; of several lines, those that had nothing but empty values to say are left out. */
export const fallbackOf = (
  { fallback, englishOf, follows = '' }: TemplateField,
  values: Values,
  filled: Readonly<Record<string, string>>,
): string => {
  const followed = filled[follows]
  if (followed) return followed
  const own = values[englishOf === undefined ? 'vi' : 'en']
  const lines = fallback.split('\n')
  const isEmpty = (line: string) => {
    const names = placeholdersIn(line)
    return names.length > 0 && names.every((name) => (own[name] ?? '') === '')
  }
  const kept = lines.length === 1 ? lines : lines.filter((line) => !isEmpty(line))
  return putIn(kept.join('\n'), own)
}

/**
 * The fields as an edition prints them: filled in or the fallback; the English edition takes its own in their place, or
 * what the signature says in English.
 */
export const fieldsOf = (
  template: Template,
  filled: Readonly<Record<string, string>>,
  values: Values,
  language: Language,
  twins: Twins = new Map(),
): Record<string, string> => {
  const printed: Record<string, string> = {}
  for (const field of template.fields) {
    const text = filled[field.name] || signedAs(field, filled, twins) || fallbackOf(field, values, filled)
    if (field.englishOf === undefined) printed[field.name] = text
    else if (language === 'en') printed[field.englishOf] = text || (printed[field.englishOf] ?? '')
  }
  return printed
}

/** What a signer is, in English, where only its Vietnamese was filled in. */
const signedAs = ({ englishOf }: TemplateField, filled: Readonly<Record<string, string>>, twins: Twins): string => {
  if (englishOf === 'capacity') return englishCapacity(filled['capacity'] ?? '', twins)
  return englishOf === 'otherPost' ? (englishLine(filled['otherPost'] ?? '', twins) ?? '') : ''
}
