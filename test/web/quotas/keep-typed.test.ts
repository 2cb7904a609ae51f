import { expect, test } from 'vitest'
import { Form } from '../../../web/parts/form.ts'
import { beginOver, isTyped } from '../../../web/quotas/keep-typed.ts'

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
  renderRoot: { querySelector: () => null } as unknown as HTMLElement,
}

test('what was typed stays over what another wrote meanwhile, and all else becomes what stands', () => {
  const form = new Form(host, { official: 6, guests: 0, aims: ['women'], note: '' })
  form.set('guests', 7)
  form.set('aims', ['women', 'workers'])
  expect([isTyped(form, 'guests'), isTyped(form, 'official'), isTyped(form, 'aims')]).toEqual([true, false, true])
  beginOver(form, { official: 9, guests: 2, aims: ['women'], note: 'Thêm một Anh hùng' })
  expect(form.values).toEqual({ official: 9, guests: 7, aims: ['women', 'workers'], note: 'Thêm một Anh hùng' })
  // What stands now is what is typed over from here on.
  expect([form.first('guests'), form.isChanged, isTyped(form, 'note')]).toEqual([2, true, false])
})
