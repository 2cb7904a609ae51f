import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { DatabaseTooNew, openDatabase } from '../db/open.ts'
import { offerFirstAdministrator } from './accounts/links.ts'
import { buildApp } from './app.ts'
import { prepareDemo } from './first-run/example.ts'
import { sweepFiles } from './files/actions.ts'
import type { Office } from './office.ts'
import { foldNames } from './people/refold.ts'
import { readSettings, SettingsError, type Settings } from './settings.ts'

const isDemo = process.argv.includes('--demo')

const start = async () => {
  const settings = demoSettings(readSettings(process.env))
  const db = await openDatabase({ url: settings.databaseUrl, folder: settings.dataFolder })
  await foldNames(db)
  const office: Office = { db, now: () => new Date(), settings }
  const app = await buildApp(office, { isLogging: true })
  closeWithGrace({ delay: 5000 }, async () => {
    await app.close()
    await db.close()
    if (isDemo) rmSync(settings.dataFolder, { recursive: true, force: true })
  })
  const address = await app.listen({ host: settings.host, port: settings.port })
  // Nobody waits for it, and what it leaves it finds at the next start.
  void sweepFiles(office).catch((error: unknown) => app.log.error(error))
  const url = settings.publicUrl ?? address
  console.log(`Tiến Tới: ${url}`)
  if (isDemo) {
    const token = await prepareDemo(office)
    console.log(`Bản dùng thử, xóa khi tắt. Mở / Trial, erased when stopped. Open: ${url}/link/${token}`)
    return
  }
  const token = await offerFirstAdministrator(office)
  if (token !== null) {
    console.log(`Tạo quản trị viên đầu tiên / Make the first administrator: ${url}/link/${token}`)
  }
}

/** The demo lives in a folder of its own that goes when the program stops, never in the office's data. */
const demoSettings = (settings: Settings): Settings =>
  isDemo ? { ...settings, databaseUrl: null, dataFolder: mkdtempSync(join(tmpdir(), 'tien-toi-demo-')) } : settings

try {
  await start()
} catch (error) {
  const isForPeople = error instanceof SettingsError || error instanceof DatabaseTooNew
  const isPortTaken = (error as { code?: unknown }).code === 'EADDRINUSE'
  if (isForPeople) console.error((error as Error).message)
  else if (isPortTaken) console.error('Cổng đang được dùng; đặt PORT khác. / The port is in use; set another PORT.')
  else console.error(error)
  process.exitCode = 1
  process.exit()
}
