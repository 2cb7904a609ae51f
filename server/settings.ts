import { resolve } from 'node:path'

/** How this installation runs; read once at start from the environment. */
export interface Settings {
  host: string
  port: number
  /** Address that people type, without a slash at its end; null = the one that they came by. */
  publicUrl: string | null
  /** Believe `X-Forwarded-*` of a reverse proxy in front. */
  isProxyTrusted: boolean
  /** Folder of the embedded database, its copies and uploads. */
  dataFolder: string
  /** `postgres://…`; null = the embedded SQLite. */
  databaseUrl: string | null
  timeZone: string
  maxUploadBytes: number
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** Reads the environment; throws a `SettingsError` that names every variable which cannot be right. */
export const readSettings = (environment: Record<string, string | undefined>): Settings => {
  const faults: string[] = []
  const value = (name: string) => environment[name]?.trim() || null
  const fault = (name: string, expected: string) => faults.push(`${name}=${environment[name] ?? ''}: ${expected}`)

  const port = Number(value('PORT') ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    fault('PORT', 'số từ 0 đến 65535 / a number from 0 to 65535')

  const publicUrl = value('PUBLIC_URL')?.replace(/\/+$/, '') ?? null
  if (publicUrl !== null && !/^https?:\/\/[^/\s]+$/.test(publicUrl)) {
    fault('PUBLIC_URL', 'ví dụ / for example https://tientoi.example.vn')
  }
  const databaseUrl = value('DATABASE_URL')
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    // Not as it was set: it may hold a password, and this goes to a log.
    faults.push('DATABASE_URL=…: postgres://… ; để trống là dùng SQLite / empty means SQLite')
  }
  const trust = value('TRUST_PROXY') ?? 'false'
  if (trust !== 'true' && trust !== 'false') fault('TRUST_PROXY', 'true, false')

  const timeZone = value('TIME_ZONE') ?? 'Asia/Ho_Chi_Minh'
  if (!isTimeZone(timeZone)) fault('TIME_ZONE', 'ví dụ / for example Asia/Ho_Chi_Minh')

  const megabytes = Number(value('MAX_UPLOAD_MB') ?? 20)
  if (!(megabytes > 0 && megabytes <= 2000)) fault('MAX_UPLOAD_MB', 'số từ 1 đến 2000 / a number from 1 to 2000')

  if (faults.length > 0) throw new SettingsError(faults.join('\n'))
  return {
    host: value('HOST') ?? '127.0.0.1',
    port,
    publicUrl,
    isProxyTrusted: trust === 'true',
    dataFolder: resolve(value('DATA_DIR') ?? 'data'),
    databaseUrl,
    timeZone,
    maxUploadBytes: Math.round(megabytes * 1024 * 1024),
  }
}

const isTimeZone = (name: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
