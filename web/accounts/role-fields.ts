import { html, nothing } from 'lit'
import { roles, type Grant, type NewGrant, type Role } from '../../server/accounts/schema.ts'
import type { Unit } from '../../server/units/schema.ts'
import { checkField, comboField, selectField } from '../parts/field.ts'
import type { Form } from '../parts/form.ts'
import { radioField } from '../parts/radio-field.ts'
import { mayEverywhere } from '../session.ts'
import { unitChoices } from '../units/unit-choices.ts'
import { words } from '../words/words.ts'

/** A role and where it is granted; everywhere is said, never what an empty unit stands for. */
export interface RoleChoice {
  role: Role
  place: 'unit' | 'everywhere'
  unitId: string | null
  maySeeSensitive: boolean
}

export const noRole: RoleChoice = { role: 'secretariat', place: 'unit', unitId: null, maySeeSensitive: false }

/** Role and place, with what they allow; everywhere only for those who administer everything. */
export const roleFields = <T extends RoleChoice>(form: Form<T>, units: readonly Unit[]) => {
  const { fields } = words().accounts
  const { places } = fields
  const { terms } = words()
  // The keys of a form that has more than these are not known here.
  const own = form as unknown as Form<RoleChoice>
  return html`
    ${selectField(own, 'role', {
      label: fields.role,
      help: terms.rolesExplained[form.values.role],
      choices: roles.map((role) => [role, terms.roles[role]] as const),
    })}
    ${
      mayEverywhere('administrator')
        ? radioField<RoleChoice, RoleChoice['place']>(own, 'place', {
            label: fields.place,
            choices: [
              { value: 'unit', label: places.unit, help: places.unitHelp },
              { value: 'everywhere', label: places.everywhere, help: places.everywhereHelp },
            ],
          })
        : nothing
    }
    ${
      form.values.place === 'everywhere'
        ? nothing
        : comboField(own, 'unitId', {
            label: fields.unit,
            ...(mayEverywhere('administrator') ? {} : { help: fields.unitHelp }),
            choices: unitChoices(units),
          })
    }
    ${checkField(own, 'maySeeSensitive', { label: fields.sensitive, help: fields.sensitiveHelp })}
  `
}

/** What keeps the choice from being sent, by field. */
export const roleFaults = ({ place, unitId }: RoleChoice): { unitId?: string } =>
  place === 'unit' && unitId === null ? { unitId: words().errors.rules.required } : {}

export const choiceOf = ({ role, unitId, maySeeSensitive }: Grant): RoleChoice => ({
  role,
  maySeeSensitive,
  place: unitId === null ? 'everywhere' : 'unit',
  unitId,
})

export const chosenGrant = ({ role, place, unitId, maySeeSensitive }: RoleChoice): NewGrant => ({
  role,
  maySeeSensitive,
  unitId: place === 'everywhere' ? null : unitId,
})
