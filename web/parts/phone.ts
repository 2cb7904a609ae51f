import { html, nothing, type TemplateResult } from 'lit'
import { isPhoneRefused, phoneNumbersIn, unbrokenNumbers } from '../../server/format/phones.ts'
import { ruleSentence } from '../api/request.ts'
import { textField, type TextKeys } from './field.ts'
import type { Form } from './form.ts'

/** One telephone number or several, or nothing: `${phoneField(form, 'phone', fields.phone)}`. */
export const phoneField = <T extends object>(form: Form<T>, name: TextKeys<T>, label: string): TemplateResult =>
  textField(form, name, {
    label,
    isOptional: true,
    type: 'tel',
    maxLength: 60,
    check: (text) => (isPhoneRefused(text.trim(), String(form.first(name))) ? ruleSentence('not-a-phone') : null),
  })

/** A telephone field to be dialled, number by number; what is none stays text. `dialled` is told while it dials. */
export const phoneLinks = (text: string, dialled?: () => void): TemplateResult | string | typeof nothing => {
  const numbers = phoneNumbersIn(text)
  if (numbers === null) return text
  if (numbers.length === 0) return nothing
  return html`${numbers.map(
    ({ text: written, dial }, place) =>
      html`${place === 0 ? nothing : ', '}<a href=${`tel:${dial}`} @click=${dialled ?? nothing}
          >${unbrokenNumbers(written)}</a
        >`,
  )}`
}
