import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, type WatchedBrowser } from '../support/browser.ts'

const pages: Record<string, string> = {
  '/calm': '<main><h1>Đường tới Đại hội</h1></main>',
  '/throws': '<script src="/throws.js"></script>',
  '/throws.js': 'throw new Error("đổ vỡ")',
  '/inline': '<p style="color: red">Đỏ</p>',
  '/elsewhere': '<img alt="" src="http://cdn.example/logo.png">',
  '/unnamed': '<main><h1>Biểu mẫu</h1><input></main>',
}

describe('the browser of the journeys', () => {
  let browser: WatchedBrowser
  let server: Server
  let address: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      const body = pages[request.url ?? ''] ?? ''
      const isScript = request.url?.endsWith('.js') === true
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
      response.setHeader('content-security-policy', "default-src 'self'; img-src *")
      response.end(isScript ? body : `<!doctype html><html lang="vi"><title>Thử</title>${body}</html>`)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser.close()
    server.close()
  })

  const visit = async (path: string, view = {}) => {
    const page = await browser.newPage(view)
    await page.goto(address + path)
    return page
  }

  test('finds nothing wrong with a calm page', async () => {
    const page = await visit('/calm', { language: 'en', width: 390, height: 844 })
    await expectNoAxeFindings(page)
    expect(await page.evaluate('[navigator.language, innerWidth]')).toEqual(['en-GB', 390])
    expect(browser.takeProblems()).toEqual([])
  })

  test.each([
    ['an error that nobody caught', '/throws', /^\/throws: Error: đổ vỡ/],
    ['what the security policy refuses', '/inline', /CSP refuses inline/],
    ['a request to another host', '/elsewhere', /request to another host: http:\/\/cdn\.example\/logo\.png/],
  ])('notes %s', async (_what, path, expected) => {
    await visit(path)
    expect(browser.takeProblems().join('\n')).toMatch(expected)
  })

  test('leaves out what the test provokes on purpose', async () => {
    await visit('/throws', { allowed: [/đổ vỡ/] })
    expect(browser.takeProblems()).toEqual([])
  })

  test('words what axe finds by rule and place', async () => {
    const page = await visit('/unnamed')
    await expect(expectNoAxeFindings(page)).rejects.toThrow(/label \(critical\): input/)
  })
})
