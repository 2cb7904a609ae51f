import { afterEach, beforeEach, expect, test } from 'vitest'
import { act, undoAct } from '../../server/history/actions.ts'
import { theProgram } from '../../server/office.ts'
import { buildDistricts, type Subtree } from '../support/districts.ts'
import { openOffice, type TestOffice } from '../support/office.ts'

let office: TestOffice
let inside: Subtree
beforeEach(async () => {
  office = await openOffice()
  ;({ inside } = await buildDistricts(office))
})
afterEach(() => office.close())

const unit = async () =>
  (await office.db.read.select().from(office.db.read.tables.units)).find(({ id }) => id === inside.unitId)

test('an act that changed a row more than once is undone, and its undoing as well', async () => {
  const before = await unit()
  const { actId } = await act(
    office,
    theProgram,
    { action: 'unit-changed', subject: '', unitId: null },
    async (rows) => {
      const { version } = await rows.change('units', inside.unitId, before?.version ?? 0, { contactName: 'Trần Văn A' })
      await rows.change('units', inside.unitId, version, { contactPhone: '0228 000 0001' })
    },
  )
  const changed = await unit()
  const undone = await undoAct(office, theProgram, actId)
  expect(await unit()).toMatchObject({ contactName: before?.contactName, contactPhone: before?.contactPhone })
  await undoAct(office, theProgram, undone.actId)
  expect(await unit()).toMatchObject({ contactName: 'Trần Văn A', contactPhone: changed?.contactPhone })
})
