import type { Language } from '../format/dates.ts'
import type { TemplateField } from './schema.ts'
import { putIn, type Template } from './templates.ts'

/** What a paper knows of itself, in both languages: values for the placeholders of its template. */
export type Values = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** What is printed where nothing was filled in. */
export const fallbackOf = (field: TemplateField, values: Values): string =>
  putIn(field.fallback, values[field.englishOf === undefined ? 'vi' : 'en'])

/** The fields as an edition prints them: filled in or the fallback; the English edition takes its own in their place. */
export const fieldsOf = (
  template: Template,
  filled: Readonly<Record<string, string>>,
  values: Values,
  language: Language,
): Record<string, string> => {
  const printed: Record<string, string> = {}
  for (const field of template.fields) {
    const text = filled[field.name] || fallbackOf(field, values)
    if (field.englishOf === undefined) printed[field.name] = text
    else if (language === 'en') printed[field.englishOf] = text || (printed[field.englishOf] ?? '')
  }
  return printed
}
