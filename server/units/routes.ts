import { recordRoutes } from '../http/records.ts'
import type { Feature } from '../http/feature.ts'
import { changeUnit, createUnit, deleteUnit } from './actions.ts'
import { listUnits } from './queries.ts'
import { NewUnit, Unit, UnitChange } from './schema.ts'

export const unitRoutes: Feature = async (app, { office }) => {
  recordRoutes(app, office, {
    url: '/api/units',
    shapes: { record: Unit, created: NewUnit, changed: UnitChange },
    at: 'unit',
    newAt: 'parent-in-body',
    list: async (units) => (await listUnits(office.db.read)).filter(({ id }) => units?.has(id) ?? true),
    create: createUnit,
    change: changeUnit,
    remove: deleteUnit,
  })
}
