import { Zip, zipSync, type ZipInputFile, type Zippable } from 'fflate'
import { wallClockOf } from './format/dates.ts'

/** The time that all entries of a zip bear; a zip tells none of its own, so that the same files are the same bytes again. */
export interface ZipTime {
  /** Read by the clock of the computer, as the packer does. */
  local: Date
}

/** As the office's clock showed it, which is how people read it: a zip tells no time zone. */
export const zipTime = (at: Date, timeZone: string): ZipTime => ({
  local: new Date(wallClockOf(at, timeZone).replace(' ', 'T')),
})

/** The earliest that a zip can tell: of files that have no day of their own. */
export const noZipTime: ZipTime = { local: new Date(1980, 0, 1) }

/** Packs files as a whole. */
export const packZip = (files: Zippable, { local }: ZipTime): Buffer => Buffer.from(zipSync(files, { mtime: local }))

/** A zip that is packed entry by entry: what is ready is taken in between. */
export const openZip = ({ local }: ZipTime) => {
  let ready: Uint8Array[] = []
  let fault: Error | null = null
  const zip = new Zip((error, piece) => {
    if (error) fault = error
    else ready.push(piece)
  })
  return {
    add: <F extends ZipInputFile>(file: F): F => {
      file.mtime = local
      zip.add(file)
      return file
    },
    end: (): void => {
      zip.end()
    },
    /** The bytes that are ready; what went wrong is thrown. */
    take: (): Uint8Array[] => {
      if (fault) throw fault
      const pieces = ready
      ready = []
      return pieces
    },
  }
}
