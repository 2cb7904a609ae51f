import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Congress } from '../../server/congresses/schema.ts'
import type { Cycle, Level } from '../../server/cycles/schema.ts'
import { sensitiveFields } from '../../server/people/schema.ts'
import type { ReleaseDraft } from '../../server/releases/schema.ts'
import { expectNoAxeFindings } from '../support/axe.ts'
import { openBrowser, screenshot, showWhole, speak, type WatchedBrowser } from '../support/browser.ts'
import { aHall } from '../support/seating.ts'
import { signInByLink, startServer, type RunningServer } from '../support/server.ts'

/** Of the seating plan, besides the opening. */
const phaseId = '0190a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a5b'

/** What opens each dialog: where it is, and the names of the buttons to press, in Vietnamese. */
const dialogs: [string, string, RegExp[]][] = [
  ['a unit', '/units', [/Thêm đơn vị/]],
  ['a unit that is there', '/units', [/^Sửa Tỉnh Nam Định/]],
  ['a venue', '/venues', [/Thêm/]],
  ['a booking', '/venues/:venue', [/Đặt hội trường/]],
  ['the copy of a hall', '/venues/:venue', [/^Chép Hội trường nhỏ$/]],
  ['the name of a hall', '/venues/:venue', [/^Đổi tên: Hội trường nhỏ$/]],
  ['seats added to a hall', '/venues/:venue/halls/:hall', [/^Khối ghế$/]],
  ['a table added to a hall', '/venues/:venue/halls/:hall', [/^Bàn có ghế$/]],
  ['numbers of seats', '/venues/:venue/halls/:hall', [/^Đánh số$/]],
  ['a leader', '/leaders', [/Thêm/]],
  ['a day', '/calendar/days', [/^Thêm ngày$/]],
  ['a form that is sent', '/forms', [/Lập phiếu/]],
  ['a cycle', '/cycle', [/Sửa kỳ đại hội/]],
  ['a level', '/cycle', [/Sửa Cấp cơ sở|Sửa cấp/]],
  ['a new cycle', '/first-run', [/Tạo kỳ đại hội/]],
  ['a congress', '/congresses', [/Thêm hội nghị/]],
  ['the congresses of a level', '/congresses', [/Tạo cho cả cấp/]],
  ['many congresses', '/congresses', [/^Chọn (tất cả|Đại hội)/, /Sửa nhiều hội nghị/]],
  ['a congress that is there', '/congresses/:id', [/^Sửa$/]],
  ['a result', '/congresses/:id', [/^Ghi kết quả$/]],
  ['a summary to be signed', '/results', [/^In báo cáo tóm tắt$/]],
  ['a call', '/congresses/:id', [/^Ghi cuộc gọi$/]],
  ['a postponement', '/congresses/:id', [/^Hoãn$/]],
  ['a warning that is accepted', '/congresses/:id', [/Chấp nhận, ghi lý do/]],
  ['a session', '/congresses/:id/programme', [/Thêm phiên/]],
  ['the public page', '/congresses/:id/programme', [/^Việc khác$/, /^Trang công khai/]],
  ['a schedule file', '/congresses/:id/programme', [/^Việc khác$/, /^Nhập lịch chương trình/]],
  ['the programme as files', '/congresses/:id/programme', [/^Việc khác$/, /^Xuất cho ứng dụng khác/]],
  ['a speaker', '/congresses/:id/programme', [/Giải lao/, /^Thêm người trình bày$/]],
  ['the script of an item', '/congresses/:id/programme', [/Giải lao/, /^Viết lời, phân công$/]],
  ['a release', '/congresses/:id/programme', [/^Công bố bản 2$/]],
  ['the releases and the public page', '/congresses/:id/programme', [/^Bản 1 đã công bố/]],
  ['the correction of a release', '/congresses/:id/programme', [/^Bản 1 đã công bố/, /^Đính chính bản này$/]],
  ['a copy of a programme', '/congresses/:id/programme', [/^Việc khác$/, /^Chép phiên, ngày hoặc cả chương trình$/]],
  ['a print', '/congresses/:id/papers', [/^In$/]],
  ['a package of papers', '/congresses/:id/papers', [/^In cả bộ$/]],
  ['a delegate', '/congresses/:id/delegates', [/^Thêm đại biểu$/]],
  [
    'who comes in a delegate’s place',
    '/congresses/:id/delegates',
    [/^(Mở phiếu của|Sửa) .*Trần Thị Bình/, /^Thay người$/],
  ],
  [
    'what is kept apart of a delegate',
    '/congresses/:id/delegates',
    [/^(Mở phiếu của|Sửa) .*Trần Thị Bình/, /^Ghi, sửa$/],
  ],
  ['the delegations', '/congresses/:id/delegates', [/^Các đoàn$/]],
  ['a delegation', '/congresses/:id/delegates', [/^Các đoàn$/, /^Thêm đoàn$/]],
  ['who is chosen from below', '/congresses/:upper/delegates', [/^Việc khác$/, /^Chọn từ hội nghị cấp dưới$/]],
  ['a row of a list', '/congresses/:id/lists', [/^Thêm dòng$/]],
  ['a table for a list', '/congresses/:id/lists?list=members', [/^Dán, tải lên$/]],
  ['the link of a delegate', '/congresses/:id/links', [/^Liên kết của /]],
  ['the last day of a link', '/congresses/:id/links', [/^Liên kết của /, /^Đổi ngày cuối$/]],
  ['for whom slips are printed', '/congresses/:id/links', [/^In phiếu có mã QR$/]],
  ['pages for a web host', '/congresses/:id/links', [/^Xuất trang tĩnh$/]],
  ['units that get a quota', '/congresses/:id/quotas', [/^Thêm đơn vị$/]],
  ['a spread of quotas', '/congresses/:id/quotas', [/^Chia phân bổ$/]],
  ['a quota', '/congresses/:id/quotas', [/^Sửa phân bổ của Khối doanh nghiệp$/]],
  ['targets of a congress', '/congresses/:id/quotas', [/^Mức tối đa, chỉ tiêu$/]],
  ['who comes to a session', '/congresses/:id/assignments', [/^Sửa người dự: /]],
  ['who has a role', '/congresses/:id/assignments', [/^Sửa người giữ: Đoàn Thư ký/]],
  ['a role that a conflict leads to', '/congresses/:id/assignments?role=presidium', []],
  ['the roles of a congress', '/congresses/:id/assignments', [/^Tên vai trò, yêu cầu$/]],
  ['the approval of a list of a unit', '/congresses/:id/unit-lists', [/^Duyệt: /]],
  ['why a list of a unit goes back', '/congresses/:id/unit-lists', [/^Trả lại: /]],
  ['forms for lists of units', '/congresses/:id/unit-lists/forms', [/^Lập phiếu$/]],
  ['discussion groups that are added', '/congresses/:id/groups', [/^Thêm tổ$/]],
  ['a discussion group', '/congresses/:id/groups', [/^Sửa Tổ 1$/]],
  ['a plan of discussion groups', '/congresses/:id/groups', [/^Xếp tổ$/]],
  ['why somebody is in a group', '/congresses/:id/groups', [/^Tổ của Trần Thị Bình$/]],
  ['who is together and who apart', '/congresses/:id/groups', [/^Yêu cầu$/]],
  ['how discussion groups are made', '/congresses/:id/groups', [/^Cách chia tổ$/]],
  ['a seating plan', '/congresses/:id/seating', [/^Thêm phương án$/]],
  ['a seating plan that is changed', '/congresses/:id/seating', [/^Sửa phương án$/]],
  ['seats that are planned', '/congresses/:id/seating', [/^Xếp tự động$/]],
  ['a release of seats', '/congresses/:id/seating', [/^Công bố bản 1$/]],
  ['wishes on seats', '/congresses/:id/seating', [/^Việc khác$/, /^Yêu cầu xếp chỗ$/]],
  ['papers of seats', '/congresses/:id/seating', [/^In$/]],
  ['the order on stage', '/congresses/:id/seating', [/^Việc khác$/, /^Thứ tự lên sân khấu$/]],
  ['the honoured who go on the stage', `/congresses/:id/seating?phase=${phaseId}`, [/^Đưa người lên sân khấu$/]],
  ['the order of delegations', '/congresses/:id/seating', [/^Việc khác$/, /^Thứ tự các đoàn$/]],
  ['plans of seats that are compared', '/congresses/:id/seating', [/^Việc khác$/, /^So sánh phương án$/]],
  ['a zip of templates', '/templates', [/^Nhập từ zip$/]],
  ['versions of a template', '/templates/invitation?pane=versions', [/^So sánh Mẫu gốc với bản đang soạn$/]],
  ['who signs a paper', '/congresses/:id/papers?paper=plan', [/^Chọn người ký$/]],
  ['the number of a paper', '/congresses/:id/papers?paper=minutes', [/^Vào số$/]],
  ['why a paper goes back', '/congresses/:id/papers?paper=programme', [/^Trả lại để sửa$/]],
  ['an invitation', '/accounts', [/Mời người/]],
  ['an account', '/accounts', [/Sửa tài khoản/]],
  ['a role that is changed', '/accounts', [/Sửa tài khoản/, /^Đổi vai trò/]],
]

/** A file is chosen or fetched, and no field comes first. */
const focusedFirst: Readonly<Record<string, RegExp>> = {
  'seats that are planned': /^button$/,
  'the order on stage': /^button$/,
  'the order of delegations': /^button$/,
  'plans of seats that are compared': /^button$/,
  'papers of seats': /^(a|button)$/,
  'a zip of templates': /^button$/,
  'the link of a delegate': /^button$/,
  'the delegations': /^button$/,
  'for whom slips are printed': /^button$/,
  'a plan of discussion groups': /^button$/,
  'why somebody is in a group': /^button$/,
  'how discussion groups are made': /^button$/,
  'the public page': /^button$/,
  'a schedule file': /^button$/,
  'the programme as files': /^button$/,
  'the releases and the public page': /^button$/,
  'the correction of a release': /^button$/,
}

/** A dialog is opened on an office's screen, and then looked at as a telephone shows it. */
const looks = [
  { name: '1366×768', size: { width: 1366, height: 768 }, colorScheme: 'light' },
  { name: '390×844, dark', size: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

describe('every dialog, with the example', () => {
  let browser: WatchedBrowser
  let server: RunningServer
  let cookie: string
  let congress: Congress
  let hallId: string
  /** One tab for all dialogs: what their pages share is loaded once. */
  let page: Page
  /** The path whose page stands as it was loaded: another dialog of it needs no loading. */
  let untouched = ''

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), startServer({ isDemo: true })])
    cookie = await signInByLink(await server.link())
    const ask = async <T>(path: string): Promise<T> =>
      (await fetch(`${server.url}${path}`, { headers: { cookie } })).json() as Promise<T>
    const [cycle] = await ask<Cycle[]>('/api/cycles')
    const road = await ask<{ congresses: Congress[]; levels: Level[] }>(`/api/cycles/${cycle?.id ?? ''}/road`)
    congress = road.congresses.find(({ title }) => title.includes('huyện Xuân Trường'))!
    const {
      id: levelId,
      cycleId: _cycleId,
      position: _position,
      ...level
    } = road.levels.find(({ id }) => id === congress.levelId)!
    const asking = await fetch(`${server.url}/api/levels/${levelId}`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ ...level, delegateFields: [...level.delegateFields, ...sensitiveFields] }),
    })
    expect(asking.ok).toBe(true)
    const started = await fetch(`${server.url}/api/congresses/${congress.id}/programme-from-template`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ templateId: 'district-agency-half-day' }),
    })
    expect(started.ok).toBe(true)
    const send = (method: 'POST' | 'PUT', path: string, body?: object) =>
      fetch(`${server.url}/api/congresses/${congress.id}/${path}`, {
        method,
        headers: body ? { cookie, 'content-type': 'application/json' } : { cookie },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    const post = (path: string, body?: object) => send('POST', path, body)
    const put = (path: string, body: object) => send('PUT', path, body)
    const step = (kind: string, name: string, version: number) =>
      post(`papers/${kind}/steps`, { step: name, reason: '', version })
    const { number, fingerprint } = await ask<ReleaseDraft>(`/api/congresses/${congress.id}/release-draft`)
    const later = { kind: 'reception', title: 'Chiêu đãi', date: congress.dateFrom, startsAt: '11:30', room: '' }
    const quota = await post('quotas', { rows: [{ unitId: congress.unitId, name: '' }] })
    const own = (await quota.json()) as { ids: string[] }
    for (const response of [
      await post('releases', { name: 'Bản 1', note: 'Gửi các đơn vị góp ý', day: '2020-06-22', number, fingerprint }),
      await post('publication'),
      await post('sessions', later),
      await post('lists/delegates/rows', {
        values: { name: 'Trần Thị Bình', post: 'Hiệu trưởng', class: 'Đại biểu chính thức' },
      }),
      await post('links', { delegateIds: null }),
      await put('group-plan', { isOn: true, classes: ['official'], balances: ['sex'], version: 0 }),
      await post('groups', { groups: [{ name: 'Tổ 1', place: 'Phòng 2', least: 0, most: 30 }] }),
      await post('quotas', { rows: [{ unitId: null, name: 'Khối doanh nghiệp' }] }),
      await post('quotas/send', { rows: [{ id: own.ids[0], version: 1 }] }),
      await post(`unit-lists/${congress.unitId}/delegates`, { name: 'Trần Văn Cường' }),
      await post(`unit-lists/${congress.unitId}/submit`, { excessReason: 'Ngoài phân bổ', version: 0 }),
      await step('programme', 'submit', 0),
      await step('minutes', 'submit', 0),
      await step('minutes', 'sign', 1),
    ]) {
      expect(response.ok).toBe(true)
    }
    const drawn = await fetch(`${server.url}/api/venues/${congress.venueId}/halls`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Hội trường nhỏ', drawing: aHall() }),
    })
    hallId = ((await drawn.json()) as { id: string }).id
    const planned = await post('seating', { name: 'Chính thức', kind: 'official', hallId, copyOf: null })
    expect(planned.ok).toBe(true)
    const plan = (await planned.json()) as { id: string }
    const phases = [
      { id: '', name: '' },
      { id: phaseId, name: 'Đợt 1' },
    ]
    const phased = { name: 'Chính thức', kind: 'official', phases, layout: 'rows', delegationOrder: [], version: 1 }
    expect((await put(`seating/${plan.id}`, phased)).ok).toBe(true)
    page = await browser.newPage({ allowed: [/text\/event-stream/] })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const open = async (path: string): Promise<void> => {
    await page.setViewportSize(looks[0].size)
    await page.emulateMedia({ colorScheme: looks[0].colorScheme })
    const isReady = path === untouched
    untouched = ''
    if (isReady) return
    const address = path
      .replace(':id', congress.id)
      .replace(':upper', congress.upperCongressId ?? '')
      .replace(':venue', congress.venueId ?? '')
      .replace(':hall', hallId)
    await page.goto(`${server.url}${address}${address.includes('?') ? '&' : '?'}lang=vi`)
  }

  test('the back button closes a dialog, asks where something was typed, and then leaves the page', async () => {
    await open('/units')
    await page.getByRole('link', { name: 'Hội trường' }).first().click()
    await page.getByRole('button', { name: /Thêm/ }).first().click()
    const dialog = page.locator('dialog[open]')
    await page.getByLabel('Tên', { exact: false }).first().fill('Nhà văn hóa')
    await page.evaluate('history.back()')
    await page.getByText('Có thay đổi chưa lưu.').waitFor()
    expect(new URL(page.url()).pathname).toBe('/venues')
    expect(await page.getByLabel('Tên', { exact: false }).first().inputValue()).toBe('Nhà văn hóa')
    await page.getByRole('button', { name: 'Bỏ thay đổi' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.evaluate('history.back()')
    await page.getByRole('heading', { level: 1, name: 'Đơn vị' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/units')
    expect(browser.takeProblems()).toEqual([])
  })

  test.each(dialogs)('%s: fits, has no fault that axe finds, and Esc leaves it', async (name, path, steps) => {
    await open(path)
    for (const step of steps) {
      const target = page.getByRole('button', { name: step }).or(page.getByRole('checkbox', { name: step }))
      await target.first().click()
    }
    const dialog = page.locator('dialog[open]')
    await dialog.waitFor()
    await expect.poll(() => page.evaluate(focused)).toMatch(focusedFirst[name] ?? /^(input|textarea|select)$/)
    for (const { name: look, size, colorScheme } of looks) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await showWhole(page)
      await expectNoAxeFindings(page, look === looks[0].name ? 'all' : 'looks')
      await page.setViewportSize(size)
      await expectToFit(dialog, size)
      if (process.env['PICTURES'] !== undefined) {
        await screenshot(page, `dialog ${name} ${look}`.replaceAll(/[^\w×]+/g, '-'))
      }
    }
    const isInBoth = path.endsWith('/programme')
    if (isInBoth) {
      expect(await speak(page, 'en')).toBe(true)
      await expectToFit(dialog, looks[1].size)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(browser.takeProblems()).toEqual([])
    // Behind a button alone nothing changed; menus, panels and choices would stay, and so would the other language.
    if (steps.length === 1 && !isInBoth) untouched = path
  })
})

const expectToFit = async (dialog: Locator, size: { width: number; height: number }): Promise<void> => {
  const box = (await dialog.boundingBox())!
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(size.width)
  expect(box.y + box.height).toBeLessThanOrEqual(size.height)
  const { scrollWidth, clientWidth } = await dialog
    .locator('.body')
    .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
}

/** What the cursor stands in, inside all shadow roots. */
const focused = `(() => {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at?.localName ?? ''
})()`
