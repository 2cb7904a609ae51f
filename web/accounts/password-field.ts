import type { TemplateResult } from 'lit'
import { textField } from '../parts/field.ts'
import type { Form } from '../parts/form.ts'
import { words } from '../words/words.ts'

const minLength = 10

type PasswordKey<T> = { [K in keyof T]-?: T[K] extends string ? K : never }[keyof T] & string

/** A new password: length counts, so the help says so. */
export const passwordField = <T extends object>(
  form: Form<T>,
  name: PasswordKey<T>,
  label: string,
  isShown = false,
): TemplateResult =>
  textField(form, name, {
    label,
    type: isShown ? 'text' : 'password',
    autocomplete: 'new-password',
    maxLength: 200,
    help: words().accounts.fields.passwordHelp,
  })

/** What is wrong with a new password, by the name of its field. */
export const passwordFault = <K extends string = 'password'>(password: string, name?: K): Partial<Record<K, string>> =>
  password.length >= minLength
    ? {}
    : ({ [name ?? 'password']: words().accounts.rules.passwordShort } as Partial<Record<K, string>>)
