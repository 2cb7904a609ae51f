import { expect, test } from 'vitest'
import { ApiError } from '../../web/api/request.ts'
import { Form } from '../../web/parts/form.ts'

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
  renderRoot: { querySelector: () => null } as unknown as HTMLElement,
}

test('what is known to be wrong is told together with what the server refuses or what cannot be read', async () => {
  const form = new Form(host, { dateTo: '', count: 0 })
  const refuse = () => Promise.reject(new ApiError(400, 'invalid', [{ field: 'count', rule: 'too-large' }]))
  expect(await form.submit(refuse, { dateTo: 'reversed' })).toBe(false)
  expect(Object.keys(form.faults).sort()).toEqual(['count', 'dateTo'])

  form.block('count', 'not a number')
  expect(await form.submit(() => Promise.resolve(), { dateTo: 'reversed' })).toBe(false)
  expect(form.faults).toEqual({ dateTo: 'reversed', count: 'not a number' })
})
