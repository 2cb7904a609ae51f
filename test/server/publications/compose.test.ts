import { expect, test } from 'vitest'
import { composePage } from '../../../server/publications/compose.ts'

test('the years of a term stay on one line, whatever else the title is made of', () => {
  const page = (title: string) =>
    composePage({
      ...{ code: 'x', language: 'vi', venueName: '', release: null, twins: new Map() },
      congress: { form: 'Đại hội', ordinal: '', title },
      unit: { name: 'Nam Định', type: 'tỉnh' },
    })
  expect(page('Đại hội <i> lần thứ V (2020 - 2025)')).toContain(
    '<h1>Đại hội &lt;i&gt; lần thứ V <span class="whole">(2020 - 2025)</span></h1>',
  )
  expect(page('Hội nghị năm 2020')).toContain('<h1>Hội nghị năm 2020</h1>')
})
