import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import { linesOf, readPdf } from '../server/documents/read-pdf.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, showWhole, type WatchedBrowser } from '../support/browser.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** What a clerk does with two papers: prints one for signature, enters its number, and may not date another after it. */
describe('the papers of a congress that are signed', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let congress: Congress
  let page: Page

  const ask = async <T>(path: string): Promise<T> =>
    (await fetch(server.url + path, { headers: { cookie } })).json() as Promise<T>
  const print = async (kind: string): Promise<string> => {
    const answer = await fetch(`${server.url}/api/congresses/${congress.id}/papers/${kind}/pdf`, {
      headers: { cookie },
    })
    const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    return pages.flatMap(linesOf).join('\n')
  }

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    const road = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
    congress = road.congresses.find(({ title }) => title.includes('huyện Xuân Trường'))!
    page = await browser.newPage({ allowed: [/text\/event-stream/, /409/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const life = () => page.locator('paper-life')
  const press = (name: string) => life().getByRole('button', { name, exact: true }).click()
  const enter = async (number: string, day: string) => {
    await press('Vào số')
    const dialog = page.locator('paper-number-dialog')
    await dialog.locator('input[name=number]').fill(number)
    await dialog.locator('date-field input').first().fill(day)
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    return dialog
  }

  test('one is printed for signature with number and day blank, though both were typed, and then takes number 57', async () => {
    await page.goto(`${server.url}/congresses/${congress.id}/papers?paper=plan`)
    const form = page.locator('form[aria-label]')
    await form.locator('input[name=number]').fill('12')
    await form.locator('date-field#day input').first().fill('01/9/2020')
    await form.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('Đã lưu nội dung văn bản.').waitFor()
    expect(await print('plan')).toContain('Số: 12/KH-BTCĐH')
    await press('Trình ký')
    await life().getByText('Bản in để trình ký chừa trống số và ngày').waitFor()
    const forSignature = await print('plan')
    expect(forSignature).not.toContain('12/KH')
    expect(forSignature).toMatch(/Số:\s+\/KH-BTCĐH/)
    expect(forSignature).toMatch(/ngày\s+tháng\s+năm 2020/)
    await press('Ghi là đã ký')
    await life().getByText('Đã ký, chưa vào số.').waitFor()
    await enter('57', '03/9/2020')
    await life().getByText('Số 57/KH-BTCĐH, ngày 03/9/2020').waitFor()
    expect(await print('plan')).toContain('Số: 57/KH-BTCĐH')
    await showWhole(page)
    await expectNoAxeFindings(page)
  })

  test('another cannot take 56 under a later date: the sentence names 57 and its day, and 56 of that day is taken', async () => {
    await page.goto(`${server.url}/congresses/${congress.id}/papers?paper=decision-committee`)
    await press('Trình ký')
    await press('Ghi là đã ký')
    const dialog = await enter('56', '04/9/2020')
    await dialog
      .locator('#day-note')
      .getByText('Số 57 mang ngày 03/9/2020, nên số đứng trước không thể mang ngày muộn hơn.')
      .waitFor()
    await expectNoAxeFindings(page)
    await dialog.locator('date-field input').first().fill('03/9/2020')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await life().getByText('Số 56/QĐ-BTCĐH, ngày 03/9/2020').waitFor()
    const register = await print('document-register')
    expect(register.indexOf('56/QĐ-BTCĐH')).toBeGreaterThan(0)
    expect(register.indexOf('57/KH-BTCĐH')).toBeGreaterThan(register.indexOf('56/QĐ-BTCĐH'))
  })
})
