import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, ConsoleMessage, Page, Request } from 'playwright-core'
import { startChromium } from './chromium.ts'

export interface View {
  /** CSS pixels; 1366×768, an office laptop, unless told. */
  width?: number
  height?: number
  language?: 'vi' | 'en'
  colorScheme?: 'light' | 'dark'
  /** Problems that this test provokes on purpose. */
  allowed?: RegExp[]
  /** A page whose session this one shares, as a second tab does: its sign-in, what it keeps and what it has loaded. */
  beside?: Page | undefined
}

export interface WatchedBrowser {
  /** A page, with a fresh session unless told. What goes wrong in it fails the test that opened it. */
  newPage(view?: View): Promise<Page>
  /** What went wrong in all pages since the last call, worded. */
  takeProblems(): string[]
  /** Closes the browser; throws when something went wrong in a page that no test has answered for. */
  close(): Promise<void>
}

/** One Chromium for a file of journeys or a bench, `flags` are further launch flags. */
export const openBrowser = async (flags: string[] = []): Promise<WatchedBrowser> => {
  const browser = await startChromium(flags)
  const problems: string[] = []
  const takeProblems = () => problems.splice(0)
  return {
    newPage: async (view = {}) => {
      const page = await openPage(browser, view)
      watch(page, view, problems)
      // A tab left open by a test that failed would hold one of the few connections that its session has.
      await answerInTest(async () => {
        if (view.beside !== undefined) await page.close()
        refuse(takeProblems())
      })
      return page
    },
    takeProblems,
    close: async () => {
      await browser.close()
      refuse(takeProblems())
    },
  }
}

const openPage = async (browser: Browser, view: View): Promise<Page> => {
  const page = await (view.beside?.context() ?? (await openSession(browser, view))).newPage()
  countRequests(page)
  return page
}

const openSession = async (browser: Browser, view: View): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1366, height: view.height ?? 768 },
    locale: view.language === 'en' ? 'en-GB' : 'vi-VN',
    colorScheme: view.colorScheme ?? 'light',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    hasTouch: (view.width ?? 1366) < 600,
  })
  const report = "document.addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective"
  await context.addInitScript({ content: `${report} + ' of the CSP refuses ' + (event.blockedURI || 'inline code')))` })
  return context
}

const isHere = (url: string) =>
  !/^(https?|wss?):/.test(url) || ['127.0.0.1', 'localhost'].includes(new URL(url).hostname)

/** A refusal of the API (4xx) is an answer that the page words; the browser logs it all the same. */
const isRefusalOfApi = (message: ConsoleMessage) =>
  /^Failed to load resource: .* status of 4\d\d/.test(message.text()) && message.location().url.includes('/api/')

const watch = (page: Page, { allowed = [], beside }: View, problems: string[]): void => {
  const note = (problem: string) => {
    if (!allowed.some((pattern) => pattern.test(problem))) problems.push(`${new URL(page.url()).pathname}: ${problem}`)
  }
  page.on('pageerror', (error) => note(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() !== 'error' || isRefusalOfApi(message)) return
    note(`console: ${message.text()} (${message.location().url})`)
  })
  // Of the whole session, for what its service worker asks; a second tab is heard by the first.
  if (beside !== undefined) return
  page.context().on('request', (request: Request) => {
    if (!isHere(request.url())) note(`request to another host: ${request.url()}`)
  })
}

/** Inside a vitest test its end asks for the problems; a page opened in a `beforeAll` or a bench leaves it to `close`. */
const answerInTest = async (answer: () => Promise<void>): Promise<void> => {
  if (process.env['VITEST'] === undefined) return
  const { expect, onTestFinished } = await import('vitest')
  if (expect.getState().currentTestName === undefined) return
  onTestFinished(answer)
}

const refuse = (problems: string[]): void => {
  if (problems.length > 0) throw new Error(`The browser met ${problems.length} problem(s):\n${problems.join('\n')}`)
}

/**
 * Makes the window as high as what it shows, so that no control lies beneath the navigation at the foot of a phone,
 * where axe would find it covered. Waits for what the page has asked for. Answers with the size that it had.
 */
export const showWhole = async (page: Page): Promise<{ width: number; height: number }> => {
  const before = page.viewportSize() ?? { width: 1366, height: 768 }
  while ((asked.get(page)?.size ?? 0) > 0) await page.waitForTimeout(20)
  // What is drawn by the height of the window grows with it once.
  for (let pass = 0; pass < 2; pass += 1) {
    await page.evaluate(drawn)
    const height = await page.evaluate<number>('document.documentElement.getBoundingClientRect().height')
    const { height: shown } = page.viewportSize() ?? before
    if (height + navigation > shown)
      await page.setViewportSize({ width: before.width, height: Math.ceil(height) + navigation })
  }
  return before
}

/** CSS pixels that the navigation at the foot of a phone may take. */
const navigation = 80
/** Requests of each page that are not answered yet; the connection for live changes never is. */
const asked = new WeakMap<Page, Set<Request>>()
const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

const countRequests = (page: Page): void => {
  const open = new Set<Request>()
  asked.set(page, open)
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/changes')) open.add(request)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
}

/**
 * Switches the language of a page by its own switch, also where it lies behind a dialog or in a menu, where nobody
 * could press it now. False where the page has none.
 */
export const speak = async (page: Page, language: 'vi' | 'en'): Promise<boolean> => {
  const choice = page.locator(`top-bar .segments [lang="${language}"]`).first()
  if ((await choice.count()) === 0) return false
  await choice.dispatchEvent('click')
  await page.locator(`html[lang="${language}"]`).waitFor()
  return true
}

const pictures = fileURLToPath(new URL('../pictures/', import.meta.url))

/** Keeps a picture of the whole page in `test/pictures/<name>.png`, for people to look at. */
export const screenshot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true })
}
