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
  /** A step that warns of what is still empty, taken all the same. */
  const pressKnowingly = async (name: string, anyway: string) => {
    await press(name)
    await page.locator('modal-dialog').getByText('Còn trống: ').waitFor()
    await page.getByRole('button', { name: anyway }).click()
  }
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
    await form.locator('input[name=signer]').fill('Nguyễn Văn An')
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
    // The congress ended before: that is said, and one more press enters it all the same.
    const numbered = await enter('57', '03/9/2020')
    await numbered.getByText('Hội nghị đã kết thúc ngày').waitFor()
    await numbered.getByRole('button', { name: 'Vẫn vào số' }).click()
    await life().getByText('Số 57/KH-BTCĐH, ngày 03/9/2020').waitFor()
    expect(await print('plan')).toContain('Số: 57/KH-BTCĐH')
    // A space pressed by chance issues nothing.
    await page.keyboard.press('Space')
    expect(await life().getByRole('button', { name: 'Ghi là đã ban hành' }).isVisible()).toBe(true)
    expect(await form.locator('input[name=signer]').isDisabled()).toBe(true)
    await form.getByText('Văn bản đã ký nên nội dung đã khóa').waitFor()
    await showWhole(page)
    await expectNoAxeFindings(page)
  })

  test('another cannot take 56 under a later date: the sentence names 57 and its day, and 56 of that day is taken', async () => {
    await page.goto(`${server.url}/congresses/${congress.id}/papers?paper=decision-subcommittee`)
    await pressKnowingly('Trình ký', 'Vẫn trình ký')
    await pressKnowingly('Ghi là đã ký', 'Vẫn ghi là đã ký')
    const dialog = await enter('56', '31/2/2020')
    await dialog.locator('#day-note').getByText('Không phải một ngày có thật').waitFor()
    await dialog.locator('date-field input').first().fill('04/9/2020')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.getByRole('button', { name: 'Vẫn vào số' }).click()
    await dialog
      .locator('#day-note')
      .getByText('Số 57 mang ngày 03/9/2020, nên số đứng trước không thể mang ngày muộn hơn.')
      .waitFor()
    await expectNoAxeFindings(page)
    await dialog.locator('date-field input').first().fill('03/9/2020')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.getByRole('button', { name: 'Vẫn vào số' }).click()
    await life().getByText('Số 56/QĐ-BTCĐH, ngày 03/9/2020').waitFor()
    const register = await print('document-register')
    expect(register.indexOf('56/QĐ-BTCĐH')).toBeGreaterThan(0)
    expect(register.indexOf('57/KH-BTCĐH')).toBeGreaterThan(register.indexOf('56/QĐ-BTCĐH'))
  })

  test('one that is issued is replaced: what follows is said, and it stays with its reason beside the new one', async () => {
    await page.goto(`${server.url}/congresses/${congress.id}/papers?paper=plan`)
    await press('Ghi là đã ban hành')
    await press('Thay thế')
    const dialog = page.locator('paper-step-dialog')
    await dialog.getByText('Văn bản này hết hiệu lực').waitFor()
    await dialog.locator('textarea').fill('Đổi ngày tổ chức')
    await expectNoAxeFindings(page)
    await dialog.getByRole('button', { name: 'Thay thế' }).click()
    await life().getByText('không còn hiệu lực vì đã được thay thế').waitFor()
    await press('Soạn văn bản mới')
    await life().getByText('Thay cho: Số 57/KH-BTCĐH, ngày 03/9/2020').waitFor()
    const former = life().locator('summary', { hasText: 'Số 57/KH-BTCĐH, ngày 03/9/2020' })
    expect(await former.innerText()).toContain('đã thay thế (Đổi ngày tổ chức)')
    await former.click()
    const href = await life().getByRole('link', { name: 'Mở bản đã ký' }).getAttribute('href')
    const answer = await fetch(server.url + (href ?? ''), { headers: { cookie } })
    const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    expect(pages.flatMap(linesOf).join('\n')).toContain('Số: 57/KH-BTCĐH')
    await showWhole(page)
    await expectNoAxeFindings(page)
  })
})
