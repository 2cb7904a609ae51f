import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const usualPaths = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/snap/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** LibreOffice of this machine; `SOFFICE_PATH` names one, and empty means «none of them». */
export const sofficePath = (): string | null => {
  const named = process.env['SOFFICE_PATH']
  if (named !== undefined) return named === '' ? null : named
  return usualPaths.find(existsSync) ?? null
}

/** Some machines have its spreadsheets but not its word processor. */
export const hasWriter = (): boolean => {
  const path = sofficePath()
  if (path === null) return false
  const program = dirname(realpathSync(path))
  return ['libswlo.so', 'swlo.dll'].some((name) => existsSync(join(program, name))) || program.includes('.app/')
}

/** Files by name, without their endings. */
export type Files = Record<string, Uint8Array>

/** Commas, double quotes and UTF-8 (76), whatever the machine writes by itself. */
const textTable = 'csv:Text - txt - csv (StarCalc):44,34,76'

type Kind = 'xlsx' | 'ods' | 'csv' | 'docx' | 'pdf'

/** Opens the files in LibreOffice and saves each as another kind. */
export const convert = async (files: Files, from: Kind, to: Kind): Promise<Files> => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-toi-libreoffice-'))
  const [here, there] = [join(folder, 'from'), join(folder, 'to')]
  try {
    mkdirSync(here)
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(here, `${name}.${from}`), bytes)
    const paths = Object.keys(files).map((name) => join(here, `${name}.${from}`))
    // A profile of its own, so that one that is open on the desktop does not take the order.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await promisify(execFile)(sofficePath() ?? 'soffice', [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      to === 'csv' ? textTable : to,
      '--outdir',
      there,
      ...paths,
    ])
    const kept = readdirSync(there).filter((name) => name.endsWith(`.${to}`))
    return Object.fromEntries(kept.map((name) => [name.slice(0, -to.length - 1), readFileSync(join(there, name))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
