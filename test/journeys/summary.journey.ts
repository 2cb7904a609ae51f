import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cycle } from '../../server/cycles/schema.ts'
import type { CycleResults } from '../../server/results/schema.ts'
import type { Road } from '../../server/road/schema.ts'
import { readPdf, wordsOf } from '../server/documents/read-pdf.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
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

  test('begin with whom to call back, until the call is noted', async () => {
    const { units } = await ask<Road>(`/api/cycles/${cycleId}/road`)
    const unit = units.find(({ name }) => name === names[0])
    const call = { congressId: null, spokeWith: 'Ông Bình', phone: '0228 000 0001', said: 'Chưa có số liệu' }
    await ask('/api/calls', { unitId: unit?.id, ...call, callBackOn: '2020-03-20' })
    await page.goto(`${server.url}/results?cycle=${cycleId}`)
    const list = page.locator('calls-to-make')
    const row = list.locator('section.card > ul > li')
    expect(await row.getByRole('link', { name: call.phone }).getAttribute('href')).toBe('tel:02280000001')
    await row.getByText('Gọi lại ngày 20/3/2020').waitFor()
    await expectNoAxeFindings(page)
    await row.getByRole('button', { name: `Ghi cuộc gọi: ${names[0] ?? ''}` }).click()
    await list.getByLabel('Nội dung').fill('Đã gửi số liệu')
    await list.getByRole('button', { name: 'Lưu' }).click()
    await row.waitFor({ state: 'detached' })
  })

  test('are not closed on a day that is none, nor without a number unless that is said', async () => {
    await page.getByRole('button', { name: /^Ghi qua điện thoại \(30\)$/ }).click()
    const line = page.locator('quick-entry li').first()
    const record = line.getByRole('button', { name: /^Ghi: / })
    const day = line.getByLabel(/^Ngày họp: /)
    await day.fill('32/13/2020')
    await record.click()
    await line.getByText('Ngày họp: Không phải một ngày có thật.').waitFor()
    await day.fill('12/3/2020')
    await line.getByLabel('Đại biểu', { exact: true }).pressSequentially('-')
    await record.click()
    await line.getByText('Đại biểu: Xin điền số.').waitFor()
    await line.getByLabel('Đại biểu', { exact: true }).fill('')
    await record.click()
    await line.getByText('Dòng này chưa có số liệu nào.').waitFor()
    await expectNoAxeFindings(page)
    const before = await ask<CycleResults>(`/api/cycles/${cycleId}/results`)
    expect(before.sums.road).toMatchObject({ held: 0 })
    await line.getByRole('button', { name: 'Chỉ ghi đã tổ chức' }).click()
    await page.getByRole('button', { name: /^Ghi qua điện thoại \(29\)$/ }).waitFor()
    const after = await ask<CycleResults>(`/api/cycles/${cycleId}/results`)
    expect(after.sums.road).toMatchObject({ held: 1, withoutFigures: 1 })
    await page.locator('toast-stack').getByRole('button', { name: 'Hoàn tác' }).last().click()
    await page.getByRole('button', { name: /^Ghi qua điện thoại \(30\)$/ }).waitFor()
  })

  test('are written down line by line while thirty units are on the telephone', async () => {
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
    await page.getByText('Không còn hội nghị nào quá ngày hay quá tuần dự kiến mà chưa ghi kết quả.').waitFor()
  })

  test('are counted by kinds that the office names, and a kind that is in use stays', async () => {
    const kinds = page.locator('honour-kinds')
    await page.goto(`${server.url}/cycle?cycle=${cycleId}`)
    await kinds.getByRole('button', { name: 'Sửa danh sách' }).click()
    const first = kinds.getByRole('group').first()
    await first.getByLabel('Tên', { exact: true }).fill('Anh hùng lao động thời kỳ đổi mới')
    await kinds.getByRole('button', { name: 'Lưu' }).click()
    await kinds.locator('ol').getByText('Anh hùng lao động thời kỳ đổi mới').waitFor()
    await kinds.getByRole('button', { name: 'Sửa danh sách' }).click()
    await kinds.getByRole('button', { name: 'Bỏ: Giấy khen của Chủ tịch UBND xã' }).click()
    await kinds.getByRole('button', { name: 'Lưu' }).click()
    await kinds.getByRole('alert').waitFor()
    await expectNoAxeFindings(page)
    await kinds.getByRole('button', { name: 'Thôi' }).click()
    await page.goto(`${server.url}/results?cycle=${cycleId}`)
  })

  test('stand on one page that the chief signs', async () => {
    await page.getByRole('button', { name: 'In báo cáo tóm tắt' }).click()
    const dialog = page.locator('summary-dialog')
    await dialog.getByLabel('Số', { exact: false }).first().fill('7')
    await dialog.getByRole('combobox', { name: /^Chọn người ký/ }).fill('pho chu tich ubnd tinh')
    await dialog.getByRole('option').first().click()
    const signer = await dialog.getByLabel('Họ tên').inputValue()
    expect(signer).not.toBe('')
    await expectNoAxeFindings(page)
    const asked = page.context().waitForEvent('request', (request) => request.url().includes('/summary.pdf'))
    await dialog.getByRole('button', { name: 'Mở bản in' }).click()
    const address = (await asked).url()
    expect(new URL(page.url()).searchParams.get('signer')).toBe(signer)
    const answer = await fetch(address, { headers: { cookie } })
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
    expect(text).toContain('Số: 07/BC-BTCĐH')
    expect(text).toMatch(new RegExp(`TM\\. BAN TỔ CHỨC TRƯỞNG BAN PHÓ CHỦ TỊCH UBND TỈNH.* ${signer}$`))
  })
})
