import { expect, test } from 'vitest'
import { emptyUnit } from '../../server/units/rules.ts'
import { unitChoices } from '../../web/units/unit-choices.ts'

const unit = (id: string, name: string, parentId: string | null, code = '') => ({
  ...emptyUnit,
  id,
  name,
  parentId,
  code,
  version: 1,
})
const units = [
  unit('p', 'Tỉnh Nam Định', null),
  unit('a', 'Huyện Hải Hậu', 'p'),
  unit('b', 'Huyện Xuân Trường', 'p'),
  unit('1', 'Xã Hải Anh', 'a'),
  unit('2', 'Xã  hải anh', 'b'),
  unit('3', 'Trường Tiểu học', 'a', 'T1'),
  unit('4', 'Trường Tiểu học', 'a', 'T2'),
]

test('a unit is chosen by its name, with the unit above beside it; of one name they carry what tells them apart', () => {
  expect(unitChoices(units)).toEqual([
    { value: 'p', label: 'Tỉnh Nam Định', detail: '' },
    { value: 'a', label: 'Huyện Hải Hậu', detail: 'Tỉnh Nam Định' },
    { value: 'b', label: 'Huyện Xuân Trường', detail: 'Tỉnh Nam Định' },
    { value: '1', label: 'Xã Hải Anh (Huyện Hải Hậu)' },
    { value: '2', label: 'Xã  hải anh (Huyện Xuân Trường)' },
    { value: '3', label: 'Trường Tiểu học (Huyện Hải Hậu, T1)' },
    { value: '4', label: 'Trường Tiểu học (Huyện Hải Hậu, T2)' },
  ])
})

test('one of a part is told from its namesake outside that part', () => {
  const [, , , one] = units
  expect(unitChoices(one ? [one] : [], units)).toEqual([{ value: '1', label: 'Xã Hải Anh (Huyện Hải Hậu)' }])
})
