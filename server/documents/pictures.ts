import { fork, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PageToPaint, PaintedPage } from './paint-page.ts'

/** A picture is not larger than this, whatever is asked for: an A4 page as wide as any screen shows it. */
const mostPixels = 12_000_000
/** Pictures that are kept at hand, in bytes. */
const mostKept = 32 * 1024 * 1024
/** The program and its memory go when nobody has turned a page for so long. */
const idleMilliseconds = 60_000

const program = fileURLToPath(new URL('paint-page.ts', import.meta.url))
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

interface Waiting {
  resolve: (picture: Buffer) => void
  reject: (error: Error) => void
}

/** Paints pages as pictures in a program that starts with the first of them. */
export const openPainter = () => {
  let painter: { child: ChildProcess; waiting: Map<number, Waiting> } | null = null
  let idle: NodeJS.Timeout | null = null
  let count = 0
  const kept = new Map<string, Buffer>()

  const close = (): void => {
    if (idle) clearTimeout(idle)
    painter?.child.kill()
    painter = null
  }
  const open = () => {
    const child = fork(program, { execArgv: ['--import', loader], serialization: 'advanced' })
    const mine = { child, waiting: new Map<number, Waiting>() }
    const fail = () => {
      if (painter === mine) painter = null
      for (const { reject } of mine.waiting.values()) reject(new Error('the painter of pages ended'))
      mine.waiting.clear()
    }
    child.on('message', (painted: PaintedPage) => {
      const asked = mine.waiting.get(painted.id)
      mine.waiting.delete(painted.id)
      if ('fault' in painted) asked?.reject(new Error(painted.fault))
      else asked?.resolve(Buffer.from(painted.picture))
    })
    child.on('error', fail)
    child.on('exit', fail)
    return mine
  }
  const paint = (page: Omit<PageToPaint, 'id' | 'most'>): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      painter ??= open()
      count += 1
      painter.waiting.set(count, { resolve, reject })
      painter.child.send({ ...page, id: count, most: mostPixels } satisfies PageToPaint)
      if (idle) clearTimeout(idle)
      idle = setTimeout(() => {
        if (painter?.waiting.size === 0) close()
      }, idleMilliseconds).unref()
    })

  return {
    /** The picture of this name, painted from what `draw` gives where it is not at hand; null = there is no such page. */
    pictureOf: async (
      name: string,
      width: number,
      draw: () => Promise<{ pdf: Buffer; index: number } | null>,
    ): Promise<Buffer | null> => {
      const known = kept.get(name)
      if (known) return known
      const page = await draw()
      if (!page) return null
      const picture = await paint({ ...page, width })
      kept.set(name, picture)
      forgetOldest(kept)
      return picture
    },
    close,
  }
}

export type Painter = ReturnType<typeof openPainter>

const forgetOldest = (kept: Map<string, Buffer>): void => {
  let size = [...kept.values()].reduce((sum, { length }) => sum + length, 0)
  for (const [name, { length }] of kept) {
    if (size <= mostKept) return
    kept.delete(name)
    size -= length
  }
}
