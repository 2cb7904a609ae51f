import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SettingsError } from '../../server/settings.ts'

const faultsOf = (environment: Record<string, string>): string[] => {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError)
    return (error as Error).message.split('\n').map((line) => line.slice(0, line.indexOf('=')))
  }
}

test('an empty environment is an office on its own machine', () => {
  expect(readSettings({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: null,
    isProxyTrusted: false,
    dataFolder: resolve('data'),
    databaseUrl: null,
    timeZone: 'Asia/Ho_Chi_Minh',
    maxUploadBytes: 20 * 1024 * 1024,
  })
})

test('every setting is taken as it is given; a slash at the end of the address is not part of it', () => {
  const settings = readSettings({
    HOST: '0.0.0.0',
    PORT: '8080',
    PUBLIC_URL: 'https://tientoi.example.vn/',
    TRUST_PROXY: 'true',
    DATA_DIR: '/srv/tien-toi',
    DATABASE_URL: 'postgres://office@localhost/road',
    TIME_ZONE: 'Asia/Bangkok',
    MAX_UPLOAD_MB: '0.5',
  })
  expect(settings).toEqual({
    host: '0.0.0.0',
    port: 8080,
    publicUrl: 'https://tientoi.example.vn',
    isProxyTrusted: true,
    dataFolder: resolve('/srv/tien-toi'),
    databaseUrl: 'postgres://office@localhost/road',
    timeZone: 'Asia/Bangkok',
    maxUploadBytes: 512 * 1024,
  })
})

test('everything that cannot be right is named at once', () => {
  const wrong = {
    PORT: '70000',
    PUBLIC_URL: 'tientoi.example.vn/duong',
    DATABASE_URL: 'mysql://office',
    TRUST_PROXY: 'có',
    TIME_ZONE: 'Hà Nội',
    MAX_UPLOAD_MB: '-1',
  }
  expect(faultsOf(wrong).sort()).toEqual(Object.keys(wrong).sort())
})

test('a database address that cannot be right is named without the password in it', () => {
  const read = () => readSettings({ DATABASE_URL: 'postgress://office:secret-word@localhost/road' })
  expect(read).toThrow('DATABASE_URL=…: postgres://…')
  expect(read).not.toThrow('secret-word')
})

test('a variable that is set to nothing is as one that is not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: ' ', TIME_ZONE: '' })).toEqual(readSettings({}))
})
