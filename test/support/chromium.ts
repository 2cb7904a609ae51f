import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'

/** Starts a headless Chromium that can reach this machine only: one of the system, else the one inside an npm package. */
export const startChromium = async (flags: string[] = []): Promise<Browser> => {
  const system = findSystemChromium()
  const { path, environment } = system === null ? unpackChromium() : { path: system, environment: {} }
  return chromium.launch({
    executablePath: path,
    env: { ...definedEnvironment(), ...environment },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ...flags,
    ],
  })
}

const definedEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** Chromium, Chrome or Edge of this machine; `CHROMIUM_PATH` names one, and empty means «none of them». */
const findSystemChromium = (): string | null => {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined) return named === '' ? null : named
  return usualPaths[process.platform]?.find(existsSync) ?? null
}

const windowsPaths = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) =>
  ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((program) =>
    join(process.env[folder] ?? 'C:\\', program),
  ),
)

const usualPaths: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: windowsPaths,
}

const modules = realpathSync(fileURLToPath(new URL('../../node_modules', import.meta.url)))

interface Unpacked {
  path: string
  environment: Record<string, string>
}

/** Unpacks the packaged Chromium (x64 Linux) once per installation, with the libraries and the font it needs. */
const unpackChromium = (): Unpacked => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium, Chrome or Edge was found: install one, or name its program in CHROMIUM_PATH.')
  }
  const manifest = readFileSync(join(modules, '@sparticuz', 'chromium', 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const folder = join(modules, '.cache', `chromium-${version}`)
  if (!existsSync(folder)) unpackInto(folder)
  return {
    path: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fontsOf(folder) },
  }
}

/** Tells where the fonts lie now: a project that was moved would show pages without a single letter. */
const fontsOf = (folder: string): string => {
  const path = join(folder, 'fonts.conf')
  const fonts = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`
  const text = `<?xml version="1.0"?>\n<fontconfig>${fonts}</fontconfig>\n`
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
  return path
}

/** Unpacks beside and renames, so that a folder that exists is always whole. */
const unpackInto = (folder: string): void => {
  mkdirSync(dirname(folder), { recursive: true })
  const staging = mkdtempSync(`${folder}-`)
  // In a process of its own: the package puts its libraries into the environment of whoever imports it.
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    { cwd: modules, env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
  )
  try {
    renameSync(staging, folder)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    // Another process may have been first.
    if (!existsSync(folder)) throw error
  }
}
