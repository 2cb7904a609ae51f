import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle } from '../../server/cycles/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'
import { aDocx, aPng } from '../support/files.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** The scan of a report is put beside the result of a congress, and taken away by mistake. */
describe('the files of a congress', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let page: Page
  const scan = aPng(600, 800)

  beforeAll(async () => {
    const environment = { MAX_UPLOAD_MB: '1' }
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true, environment })])
    const cookie = await signInByLink(await server.link())
    const ask = async <T>(path: string): Promise<T> =>
      (await fetch(server.url + path, { headers: { cookie } })).json() as Promise<T>
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    const { congresses } = await ask<{ congresses: Congress[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
    const held = congresses.find(({ state }) => state === 'held')
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
    await page.goto(`${server.url}/congresses/${held?.id ?? ''}`)
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const list = () => page.locator('file-list')
  const choose = (...files: { name: string; buffer: Buffer }[]) =>
    list()
      .locator('input[type=file]')
      .setInputFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })))
  const scanLine = () => list().getByRole('listitem').filter({ hasText: 'Báo cáo 12.png' })

  /** Drawn by a program of its own, which takes its time. */
  const pictureShown = () =>
    expect
      .poll(
        () =>
          scanLine()
            .locator('img')
            .evaluate((image: HTMLImageElement) => image.naturalHeight),
        { timeout: 30_000 },
      )
      .toBe(320)

  test('are put there with a small picture, and given back as they were', async () => {
    await choose({ name: 'Báo cáo 12.png', buffer: scan })
    await scanLine().waitFor()
    await pictureShown()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      list().getByRole('link', { name: 'Tải về Báo cáo 12.png' }).click(),
    ])
    expect(readFileSync(await download.path()).equals(scan)).toBe(true)
    expect(download.suggestedFilename()).toBe('Báo cáo 12.png')
    await expectNoAxeFindings(page)
  })

  test('are refused each with its own sentence, and keep none of the others back', async () => {
    await choose(
      { name: 'cài đặt.pdf', buffer: Buffer.from('MZ\u0090\u0000', 'latin1') },
      { name: 'bản quét dày.pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1024 * 1024)]) },
      { name: 'có macro.docx', buffer: aDocx({ 'word/vbaProject.bin': 'x' }) },
      { name: 'nhúng tệp.docx', buffer: aDocx({ 'word/embeddings/oleObject1.bin': 'x' }) },
      { name: 'tờ trình.docx', buffer: aDocx() },
    )
    await list().getByText('tờ trình.docx').waitFor()
    await list().getByRole('alert').nth(3).waitFor()
    const refusals = await list().getByRole('alert').allInnerTexts()
    expect(refusals.map((text) => text.trim())).toEqual([
      expect.stringMatching(/^cài đặt\.pdf: /),
      expect.stringMatching(/^bản quét dày\.pdf: Tệp quá lớn/),
      expect.stringMatching(/^có macro\.docx: Tài liệu có chứa macro/),
      expect.stringMatching(/^nhúng tệp\.docx: Tài liệu có nhúng tệp/),
    ])
    expect(await list().getByRole('listitem').count()).toBe(2)
    await expectNoAxeFindings(page)
  })

  test('are taken away and brought back', async () => {
    await list().getByRole('button', { name: 'Bỏ tệp Báo cáo 12.png' }).click()
    await scanLine().waitFor({ state: 'detached' })
    await page.getByText('Đã bỏ tệp.').waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click()
    await scanLine().waitFor()
    await pictureShown()
  })
})
