import type { Form } from '../parts/form.ts'

/** Whether a field says otherwise than when the form began. */
export const isTyped = <T extends object>(form: Form<T>, name: keyof T): boolean =>
  JSON.stringify(form.values[name]) !== JSON.stringify(form.first(name))

/** Begins anew over what another wrote meanwhile: what was typed stays, every other field becomes what stands now. */
export const beginOver = <T extends object>(form: Form<T>, standing: T): void => {
  const typed = (Object.keys(standing) as (keyof T)[]).filter((name) => isTyped(form, name))
  const mine = form.values
  form.begin(standing)
  for (const name of typed) form.set(name, mine[name])
}
