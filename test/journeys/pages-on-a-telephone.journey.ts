import { expect, test } from 'vitest'
import { everyPage } from './every-page.ts'

everyPage(
  { width: 390, height: 844 },
  [
    { language: 'vi', colorScheme: 'dark' },
    { language: 'en', colorScheme: 'light' },
  ],
  (open) => {
    test('the labels of a card on a telephone break in their column, however long', async () => {
      const page = await open('/units', { width: 390, height: 844 })
      const labels = page.locator('record-table td[data-label]')
      await labels.first().waitFor()
      const broken = await labels.evaluateAll((cells) =>
        cells.map((cell) => getComputedStyle(cell, '::before').whiteSpace).filter((space) => space !== 'normal'),
      )
      expect(broken).toEqual([])
      await page.context().close()
    })
  },
)
