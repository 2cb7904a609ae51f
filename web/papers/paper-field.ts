import { html } from 'lit'
import type { PaperField } from '../../server/documents/schema.ts'
import { formatDate, isDate } from '../../server/format/dates.ts'
import { areaField, frame, textField } from '../parts/field.ts'
import type { Form } from '../parts/form.ts'
import { language, words } from '../words/words.ts'

/** A field of a paper as its template asks for it. */
export const paperField = (
  form: Form<Record<string, string>>,
  { name, labels, helps, kind, fallback }: PaperField,
  isDisabled: boolean,
) => {
  const options = { label: labels[language()], help: helps[language()], isDisabled }
  if (kind === 'line') return textField(form, name, { ...options, placeholder: fallback, maxLength: 300 })
  if (kind === 'text') return areaField(form, name, { ...options, placeholder: fallback, maxLength: 2000 })
  const usual = isDate(fallback) ? words().papers.usualDate(formatDate(fallback, language())) : ''
  const help = [options.help, usual].filter(Boolean).join(' ')
  const fault = form.faults[name]
  return frame(
    form,
    name,
    { ...options, help },
    html`<date-field
      id=${name}
      label=${options.label}
      note=${fault ?? help}
      ?invalid=${fault !== undefined}
      ?disabled=${isDisabled}
      .value=${form.values[name] === '' ? null : (form.values[name] ?? null)}
      @value-changed=${({ detail }: CustomEvent<string | null>) => form.set(name, detail ?? '')}
      @value-unreadable=${() => form.block(name, words().parts.date.wrong)}
    ></date-field>`,
  )
}
