import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { readPdf, wordsOf } from '../server/documents/read-pdf.ts'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'
import { aCongress } from '../support/records.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

const count = 30

/** Thirty units are telephoned one after another, and the chief gets one page to sign. */
describe('the results of an office', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let cycleId: string
  let page: Page
  let names: string[]

  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const headers = { cookie, origin: server.url, 'content-type': 'application/json' }
    const init = body === undefined ? { headers: { cookie } } : { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(server.url + path, init)
    expect(answer.status, path).toBe(200)
    return answer.json() as Promise<T>
  }

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [example] = await ask<Cycle[]>('/api/cycles')
    const { units } = await ask<Road>(`/api/cycles/${example?.id ?? ''}/road`)
    const start = {
      template: 'three-levels-2019',
      unitId: example?.unitId,
      unitName: '',
      year: 2020,
      isUpperShown: true,
    }
    cycleId = (await ask<{ cycleId: string }>('/api/cycles/start', start)).cycleId
    const { levels } = await ask<Road>(`/api/cycles/${cycleId}/road`)
    const communes = units.filter(({ type, validTo }) => type === 'xã' && validTo === null).slice(0, count)
    for (const { id } of communes) {
      await ask('/api/congresses', aCongress({ cycleId, levelId: levels[0]?.id ?? '', unitId: id }))
    }
    names = communes.map(({ name }) => name)
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  test('are written down line by line while thirty units are on the telephone', async () => {
    await page.goto(`${server.url}/results?cycle=${cycleId}`)
    const lines = page.locator('quick-entry li')
    for (let left = count; left > 0; left -= 1) {
      const line = lines.first()
      await line.getByLabel('Đại biểu', { exact: true }).fill(String(100 + left))
      await line.getByLabel('Tập thể', { exact: true }).fill('2')
      await line.getByLabel('Cá nhân', { exact: true }).fill('5')
      await line.getByLabel('Chọn lên', { exact: true }).fill('3')
      await line.getByLabel('Nói chuyện với', { exact: true }).fill('Bà Lan')
      const close = await line.getByRole('button', { name: /^Ghi: / }).getAttribute('aria-label')
      await line.getByRole('button', { name: /^Ghi: / }).click()
      await page.getByRole('button', { name: close ?? '', exact: true }).waitFor({ state: 'detached' })
    }
    await page.getByText('Không còn hội nghị nào quá ngày mà chưa ghi kết quả.').waitFor()
  })

  test('stand on one page that the chief signs', async () => {
    const address = await page.getByRole('link', { name: 'In báo cáo tóm tắt' }).getAttribute('href')
    const answer = await fetch(server.url + (address ?? ''), { headers: { cookie } })
    const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    expect(pages).toHaveLength(1)
    const text = wordsOf(pages)
    const delegates = new Intl.NumberFormat('vi').format(100 * count + (count * (count + 1)) / 2)
    expect(text).toContain('đã tổ chức 30/30 hội nghị, đại hội (100%), trong đó 0 đã báo cáo; chậm 0, hoãn 0')
    expect(text).toContain(`Tổng cộng 30 30 100% 0 0 ${delegates}`)
    expect(text).toContain(`${delegates} đại biểu có mặt; khen thưởng 60 tập thể, 150 cá nhân`)
    expect(text).toContain('chọn 90 đại biểu dự cấp trên')
    expect(text).toContain('gửi báo cáo kết quả của 30 hội nghị, đại hội đã tổ chức')
    const [, list = '', others = '0'] = /chưa báo cáo kết quả: (.+?) và (\d+) đơn vị khác/.exec(text) ?? []
    const listed = list.split(', ')
    expect(listed.length + Number(others)).toBe(count)
    expect(listed.filter((name) => !names.includes(name))).toEqual([])
    expect(text).toContain('TM. BAN TỔ CHỨC TRƯỞNG BAN')
  })
})
