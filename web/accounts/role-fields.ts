import { html } from 'lit'
import { roles, type Role } from '../../server/accounts/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { comboField, selectField } from '../parts/field.ts'
import type { Form } from '../parts/form.ts'
import { mayEverywhere } from '../session.ts'
import { words } from '../words/words.ts'

/** A role and the unit at which it is granted; '' = everywhere, for those who administer everything. */
export interface RoleChoice {
  role: Role
  unitId: string | null
}

export const noRole: RoleChoice = { role: 'secretariat', unitId: null }

/** Role and unit, with what the role allows. */
export const roleFields = <T extends RoleChoice>(form: Form<T>, units: readonly Unit[]) => {
  const { fields, list } = words().accounts
  const { terms } = words()
  const choices = units.map(({ id, name }) => ({ value: id, label: name }))
  return html`<div class="columns">
    ${selectField(form, 'role', {
      label: fields.role,
      help: terms.rolesExplained[form.values.role],
      choices: roles.map((role) => [role, terms.roles[role]] as const),
    })}
    ${comboField(form, 'unitId' as never, {
      label: fields.unit,
      help: mayEverywhere('administrator') && form.values.unitId === null ? list.everywhere : fields.unitHelp,
      isOptional: mayEverywhere('administrator'),
      choices,
    })}
  </div>`
}
