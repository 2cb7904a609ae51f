// Brings a clone to the state in which it can run: libraries installed, database engine loadable, web and server built.
// Plain JavaScript without dependencies: it runs before anything is installed, on Linux, macOS and Windows.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))
const at = (...names) => join(root, ...names)
const installedStamp = at('node_modules', '.installed-lock')

/** Newer Nodes find the engine ready made in its package (the same choice as in db/engine.ts); older ones compile it. */
const isEngineReadyMade = Number(process.versions.napi) >= 10
const engine = isEngineReadyMade ? 'better-sqlite3-napi' : 'better-sqlite3'

const main = () => {
  refuseOldNode()
  if (!isInstalled()) install()
  if (!canOpenDatabase()) bringDatabaseEngine()
  if (process.argv.includes('--no-build')) return
  build('web', signatureOf(filesBelow(at('web')), filesBelow(at('server')).filter(isForWeb)), {
    vietnamese: 'Đang dựng giao diện…',
    english: 'Building the pages…',
  })
  build('server', signatureOf(filesBelow(at('server')).filter(isSource), filesBelow(at('db')).filter(isSource)), {
    vietnamese: 'Đang dựng máy chủ…',
    english: 'Building the server…',
  })
}

const say = (vietnamese, english) => console.error(`${vietnamese}\n${english}`)

const stop = (vietnamese, english) => {
  say(`\n${vietnamese}`, english)
  process.exit(1)
}

/** Keep in step with `engines` of package.json. */
const refuseOldNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const isOld = major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 13)
  const isOdd = major === 21 || major === 23
  if (!isOld && !isOdd) return
  stop(
    `Tiến Tới cần Node.js 20.19 trở lên, 22.13 trở lên hoặc 24; máy này có ${process.versions.node}. Tải bản mới tại nodejs.org.`,
    `Tiến Tới needs Node.js 20.19 or newer, 22.13 or newer, or 24; this machine has ${process.versions.node}. Get it from nodejs.org.`,
  )
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')

/** A checkout renews the lock file's time without changing it: then the hash that was installed decides. */
const isInstalled = () => {
  const done = at('node_modules', '.package-lock.json')
  if (!existsSync(done)) return false
  if (statSync(done).mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return true
  return existsSync(installedStamp) && readFileSync(installedStamp, 'utf8') === lockHash()
}

/** npm is a .cmd file on Windows, which only a shell can start; the npm that runs us names its own script. */
const npm = (args, stdio = 'inherit') => {
  const script = process.env.npm_execpath
  const options = { cwd: root, stdio, encoding: 'utf8' }
  if (script && /\.c?js$/.test(script)) return spawnSync(process.execPath, [script, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

const install = () => {
  say('Đang cài thư viện; lần đầu mất vài phút…', 'Installing libraries; the first time takes a few minutes…')
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund']
  // The only script that an install needs is the one that compiles the engine of older Nodes.
  const { status } = npm(['ci', ...flags, ...(isEngineReadyMade ? ['--ignore-scripts'] : [])])
  if (status !== 0) {
    stop(
      `Chưa cài được thư viện; lý do ở các dòng trên. Kiểm tra mạng (hoặc proxy) và chỗ trống trên đĩa. ${compiler.vi} Rồi chạy lại.`,
      `The libraries could not be installed; the lines above say why. Check the network (or proxy) and the free disk space. ${compiler.en} Then run this again.`,
    )
  }
  writeFileSync(installedStamp, lockHash())
}

const compiler = {
  win32: {
    vi: 'Nếu better-sqlite3 báo lỗi: cài Python 3 và «Visual Studio Build Tools», phần «Desktop development with C++».',
    en: 'If better-sqlite3 failed: install Python 3 and the Visual Studio Build Tools, part «Desktop development with C++».',
  },
  darwin: {
    vi: 'Nếu better-sqlite3 báo lỗi: chạy xcode-select --install.',
    en: 'If better-sqlite3 failed: run xcode-select --install.',
  },
  linux: {
    vi: 'Nếu better-sqlite3 báo lỗi: cài trình biên dịch, ví dụ sudo apt install python3 make g++.',
    en: 'If better-sqlite3 failed: install a compiler, for example sudo apt install python3 make g++.',
  },
}[process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux']

/** False when it was built for another version of Node, or not built at all. */
const canOpenDatabase = () => {
  try {
    const Database = createRequire(import.meta.url)(engine)
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

/** Installed by another Node, the libraries lack this one's engine. */
const bringDatabaseEngine = () => {
  if (!isEngineReadyMade) return rebuildDatabaseEngine()
  install()
  if (canOpenEngineAnew()) return
  stop(
    `Máy này không có cơ sở dữ liệu nhúng dựng sẵn (${process.platform}, ${process.arch}). Dùng Node.js 20.`,
    `There is no ready-made embedded database for this machine (${process.platform}, ${process.arch}). Use Node.js 20.`,
  )
}

/** A library that failed to load stays failed in this process. */
const canOpenEngineAnew = () => {
  const probe = `new (require('${engine}'))(':memory:').close()`
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0
}

const rebuildDatabaseEngine = () => {
  say(
    `Đang dựng lại cơ sở dữ liệu nhúng cho Node.js ${process.versions.node}…`,
    `Rebuilding the embedded database for Node.js ${process.versions.node}…`,
  )
  npm(['rebuild', 'better-sqlite3'])
  if (canOpenEngineAnew()) return
  if (npm(['config', 'get', 'ignore-scripts'], 'pipe').stdout?.trim() === 'true') {
    stop(
      'npm trên máy này được đặt ignore-scripts=true nên better-sqlite3 chưa được dựng. Chạy: npm rebuild better-sqlite3 --ignore-scripts=false',
      'npm on this machine is set to ignore-scripts=true, so better-sqlite3 was not built. Run: npm rebuild better-sqlite3 --ignore-scripts=false',
    )
  }
  stop(
    `Chưa dựng được better-sqlite3; lý do ở các dòng trên. ${compiler.vi}`,
    `better-sqlite3 could not be built; the lines above say why. ${compiler.en}`,
  )
}

/** Paths, times and sizes of all that a part is made of, and where it lies: the built server knows its place. */
const signatureOf = (...files) => {
  const lines = [at('package-lock.json'), ...files.flat()].map((file) => {
    const { mtimeMs, size } = statSync(file)
    return `${relative(root, file)} ${mtimeMs} ${size}`
  })
  return createHash('sha256')
    .update([root, ...lines].join('\n'))
    .digest('hex')
}

/** What web never imports: changing it must not cost a build. */
const serverOnly = /^server[\\/](http[\\/]|main\.ts|app\.ts|vite\.config\.ts)|[\\/](queries|actions|routes)\.ts$/
const isForWeb = (file) => !serverOnly.test(relative(root, file))
/** What else lies there (migrations, example, styles of pages) is read where it lies. */
const isSource = (file) => file.endsWith('.ts')

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'dist' ? [] : filesBelow(path)
    return [path]
  })

/** Builds `web` or `server` where the signature of what it is made of is not the one it was built from. */
const build = (part, signature, { vietnamese, english }) => {
  const stamp = at(part, 'dist', '.built')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === signature) return
  say(vietnamese, english)
  const vite = at('node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', at(part, 'vite.config.ts'), '--logLevel', 'warn']
  if (spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0) {
    stop('Chưa dựng được; lý do ở các dòng trên.', 'It could not be built; the lines above say why.')
  }
  mkdirSync(at(part, 'dist'), { recursive: true })
  writeFileSync(stamp, signature)
}

main()
