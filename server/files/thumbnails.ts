import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runApart } from './run-apart.ts'
import { isDrawable } from './schema.ts'
import { pathOfBytes, pathOfThumbnail, sizeOf } from './store.ts'

/** The longer side, in pixels. */
export const thumbnailSide = 320

/**
 * What drawing one may take. The bytes are of the whole program, about 150 MB without a picture: a scan of an A3 sheet
 * at 600 dots per inch fits, what unpacks to more is left without a small picture.
 */
export const thumbnailLimits = { milliseconds: 30_000, bytes: 768 * 1024 * 1024 }

const program = fileURLToPath(new URL('draw-thumbnail.ts', import.meta.url))

/** Those that are being drawn, by their path: two readers wait for the same one. */
const drawing = new Map<string, Promise<void>>()

/** Path of the small picture, drawn when it is first asked for; null = the file has none. */
export const thumbnailOf = async (
  dataFolder: string,
  { type, sha256 }: { type: string; sha256: string },
  limits = thumbnailLimits,
): Promise<string | null> => {
  if (!isDrawable(type)) return null
  const path = pathOfThumbnail(dataFolder, sha256)
  if ((await sizeOf(path)) === null) await drawOnce({ path, type, source: pathOfBytes(dataFolder, sha256), limits })
  return (await sizeOf(path)) ? path : null
}

interface Drawing {
  path: string
  type: string
  source: string
  limits: typeof thumbnailLimits
}

const drawOnce = (wish: Drawing): Promise<void> => {
  const { path } = wish
  const standing = drawing.get(path)
  if (standing) return standing
  const mine = draw(wish).finally(() => drawing.delete(path))
  drawing.set(path, mine)
  return mine
}

const draw = async ({ path, type, source, limits }: Drawing): Promise<void> => {
  if ((await sizeOf(source)) === null) return
  const temporary = `${path}.${randomUUID()}`
  try {
    await runApart(program, [type, source, temporary], { limits })
  } catch {
    // Broken, locked, or made never to end or to fill the memory: it is not tried again.
    await rm(temporary, { force: true })
    await writeFile(temporary, '')
  }
  await rename(temporary, path)
}
