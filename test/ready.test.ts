import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const script = fileURLToPath(new URL('../.ready.mjs', import.meta.url))

/** Newer Nodes find the engine in its package, older ones compile it. */
const isEngineReadyMade = Number(process.versions.napi) >= 10
const engine = isEngineReadyMade ? 'better-sqlite3-napi' : 'better-sqlite3'
const database = 'module.exports = class { close() {} }'
const unbuilt = "throw new Error('Could not locate the bindings file')"
const vite = `
const { appendFileSync, mkdirSync } = require('node:fs')
const [part] = process.argv[4].split(/[\\\\/]/).slice(-2)
appendFileSync('calls', 'build ' + part + '\\n')
mkdirSync(part + '/dist', { recursive: true })`
const building = ['build web', 'build server']
/** Stands for npm: notes what it is asked for, and lays down what installing or rebuilding would. */
const npm = `
const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs')
const [command] = process.argv.slice(2)
appendFileSync('calls', 'npm ' + process.argv.slice(2).join(' ') + '\\n')
if (existsSync('offline')) process.exit(1)
const lay = (path, text) => {
  mkdirSync(path.replace(/[^/]+$/, ''), { recursive: true })
  writeFileSync(path, text)
}
if (command === 'config') console.log(existsSync('scripts-ignored'))
if (command === 'ci') {
  lay('node_modules/vite/bin/vite.js', ${JSON.stringify(vite)})
  lay('node_modules/.package-lock.json', '{}')
}
if (command === 'ci' || command === 'rebuild') {
  lay('node_modules/${engine}/index.js', existsSync('scripts-ignored') ? ${JSON.stringify(unbuilt)} : ${JSON.stringify(database)})
}`

describe('making a clone ready', () => {
  let clone: string

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'tien-toi-clone-'))
    copyFileSync(script, join(clone, '.ready.mjs'))
    lay('package-lock.json', '{}')
    lay('npm.cjs', npm)
    lay('web/app-shell.ts', '')
    lay('server/units/schema.ts', '')
    lay('server/units/queries.ts', '')
    lay('db/open.ts', '')
  })

  afterEach(() => rmSync(clone, { recursive: true, force: true }))

  const lay = (path: string, text: string) => {
    mkdirSync(dirname(join(clone, path)), { recursive: true })
    writeFileSync(join(clone, path), text)
  }
  const touch = (path: string, seconds: number) => utimesSync(join(clone, path), seconds, seconds)

  /** Runs the script and tells what it called, in order. */
  const makeReady = (...flags: string[]) => {
    lay('calls', '')
    const { status, stderr } = spawnSync(process.execPath, ['.ready.mjs', ...flags], {
      cwd: clone,
      env: { ...process.env, npm_execpath: join(clone, 'npm.cjs') },
      encoding: 'utf8',
    })
    return {
      status,
      said: stderr,
      calls: readFileSync(join(clone, 'calls'), 'utf8').trim().split('\n').filter(Boolean),
    }
  }
  const installing = `npm ci --include=dev --include=optional --no-audit --no-fund${isEngineReadyMade ? ' --ignore-scripts' : ''}`
  const rebuilding = 'npm rebuild better-sqlite3'

  test('a fresh clone is installed and built, once', () => {
    expect(makeReady()).toMatchObject({ status: 0, calls: [installing, ...building] })
    expect(makeReady()).toEqual({ status: 0, said: '', calls: [] })
  })

  test('nothing is built on demand', () => {
    expect(makeReady('--no-build').calls).toEqual([installing])
  })

  test('a changed lock file installs again; one that only looks newer does not', () => {
    makeReady()
    touch('package-lock.json', Date.now() / 1000 + 60)
    expect(makeReady('--no-build').calls).toEqual([])
    lay('package-lock.json', '{"changed":true}')
    touch('package-lock.json', Date.now() / 1000 + 60)
    expect(makeReady('--no-build').calls).toEqual([installing])
  })

  test.each([
    ['web/app-shell.ts', ['build web']],
    ['server/units/schema.ts', building],
    ['server/units/queries.ts', ['build server']],
    ['db/open.ts', ['build server']],
  ])('a change of %s builds what is made of it again', (path, parts) => {
    makeReady()
    lay(path, 'changed')
    expect(makeReady().calls).toEqual(parts)
    rmSync(join(clone, path))
    expect(makeReady().calls).toEqual(parts)
  })

  test('a change of what is read where it lies builds nothing', () => {
    makeReady()
    lay('db/migrations/sqlite/0000_first.sql', 'changed')
    expect(makeReady().calls).toEqual([])
  })

  test('a clone that was moved builds anew: the server knows where it lies', () => {
    makeReady()
    const moved = `${clone}-moved`
    renameSync(clone, moved)
    clone = moved
    expect(makeReady().calls).toEqual(building)
  })

  test('libraries that another Node installed get the engine of this one', () => {
    makeReady()
    lay(`node_modules/${engine}/index.js`, unbuilt)
    expect(makeReady()).toMatchObject({ status: 0, calls: [isEngineReadyMade ? installing : rebuilding] })
  })

  test.runIf(isEngineReadyMade)('where no engine lies ready for this machine, the sentence names another way', () => {
    lay('scripts-ignored', '')
    const { status, said, calls } = makeReady()
    expect({ status, calls }).toEqual({ status: 1, calls: [installing, installing] })
    expect(said).toContain('Dùng Node.js 20.')
    expect(said).toContain('Use Node.js 20.')
  })

  test.skipIf(isEngineReadyMade)('where npm ignores install scripts, the sentence names the command', () => {
    lay('scripts-ignored', '')
    const { status, said, calls } = makeReady()
    expect({ status, calls }).toEqual({ status: 1, calls: [installing, rebuilding, 'npm config get ignore-scripts'] })
    expect(said).toContain('Chạy: npm rebuild better-sqlite3 --ignore-scripts=false')
    expect(said).toContain('Run: npm rebuild better-sqlite3 --ignore-scripts=false')
  })

  test('an install that fails says what to look at, and is tried again', () => {
    lay('offline', '')
    const { status, said } = makeReady()
    expect(status).toBe(1)
    expect(said).toContain('Chưa cài được thư viện')
    expect(said).toContain('The libraries could not be installed')
    rmSync(join(clone, 'offline'))
    expect(makeReady().calls).toEqual([installing, ...building])
  })
})
