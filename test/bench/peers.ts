import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the programs that are installed only to be compared with. */
export const peersFolder = fileURLToPath(new URL('peers/', import.meta.url))

/** Installs the peers where one of these is not there yet. */
export const installPeers = (...names: string[]): void => {
  if (names.every((name) => existsSync(join(peersFolder, 'node_modules', name)))) return
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peersFolder, stdio: 'inherit', shell: true })
}

/** The version of a peer; empty where it is not installed. */
export const peerVersion = (name: string): string => {
  const manifest = join(peersFolder, 'node_modules', name, 'package.json')
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version : ''
}
