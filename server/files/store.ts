import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the bytes of a file lie: `files/ab/cdef…` by their hash, so that the same bytes lie there once. */
export const pathOfBytes = (dataFolder: string, sha256: string): string =>
  join(dataFolder, 'files', sha256.slice(0, 2), sha256.slice(2))

/** The small picture beside the bytes; an empty one tells that none can be made. */
export const pathOfThumbnail = (dataFolder: string, sha256: string): string =>
  `${pathOfBytes(dataFolder, sha256)}${thumbnailEnding}`

const thumbnailEnding = '.webp'
const folderOfNew = (dataFolder: string) => join(dataFolder, 'files', 'new')

/** Puts bytes away for good before anything names them; what lies there is never written over. */
export const keepBytes = async (dataFolder: string, bytes: Uint8Array): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = pathOfBytes(dataFolder, sha256)
  if ((await sizeOf(path)) !== null) {
    // Named anew: the sweeping counts its days from here.
    await utimes(path, new Date(), new Date())
    return sha256
  }
  const temporary = join(folderOfNew(dataFolder), randomUUID())
  await mkdir(dirname(temporary), { recursive: true })
  await mkdir(dirname(path), { recursive: true })
  await writeThrough(temporary, bytes)
  await rename(temporary, path)
  await syncFolder(dirname(path))
  return sha256
}

/** Size of a file on the disk; null = it is not there. */
export const sizeOf = async (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  )

const writeThrough = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The new name outlives a power cut too; Windows opens no folders and needs none. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Hashes of bytes that were last put away before this instant. */
export const listOldBytes = async (dataFolder: string, before: Date): Promise<string[]> => {
  const found: string[] = []
  const root = join(dataFolder, 'files')
  for (const folder of await readdir(root).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    for (const rest of await readdir(join(root, folder))) {
      if (/^[0-9a-f]{62}$/.test(rest) && (await isOlder(join(root, folder, rest), before))) found.push(folder + rest)
    }
  }
  return found
}

export const removeBytes = async (dataFolder: string, sha256: string): Promise<void> => {
  await rm(pathOfThumbnail(dataFolder, sha256), { force: true })
  await rm(pathOfBytes(dataFolder, sha256), { force: true })
}

/** What a power cut left half written. */
export const removeUnfinished = async (dataFolder: string, before: Date): Promise<void> => {
  const folder = folderOfNew(dataFolder)
  for (const name of await readdir(folder).catch(() => [])) {
    if (await isOlder(join(folder, name), before)) await rm(join(folder, name), { force: true })
  }
}

const isOlder = async (path: string, before: Date): Promise<boolean> =>
  stat(path).then(
    ({ mtime }) => mtime < before,
    () => false,
  )
