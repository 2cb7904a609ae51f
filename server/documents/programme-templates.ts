import { readFile, readdir } from 'node:fs/promises'
import { parse } from 'yaml'
import { ProgrammeOutline } from '../programme/schema.ts'
import { withShape } from './with-shape.ts'

export type LoadedProgramme = ProgrammeOutline & { id: string }

const folder = new URL('../../templates/programmes/', import.meta.url)
let loaded: Promise<readonly LoadedProgramme[]> | null = null

/** The programme templates of the folder, read once; the name of a file is the template's id. */
export const listProgrammeTemplates = (): Promise<readonly LoadedProgramme[]> => {
  loaded ??= readFolder()
  return loaded
}

const readFolder = async (): Promise<LoadedProgramme[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  return Promise.all(
    files.map(async (file) => readProgrammeTemplate(file, await readFile(new URL(file, folder), 'utf8'))),
  )
}

/** Reads a template; one that does not fit is refused with its file and what is wrong where. */
export const readProgrammeTemplate = async (file: string, text: string): Promise<LoadedProgramme> => {
  const { value, faults } = await withShape(ProgrammeOutline, parseYaml(file, text))
  if (faults !== null) {
    const list = faults.map(({ path, message }) => `${path || '/'} ${message}`)
    throw new Error(`templates/programmes/${file}: ${list.join('; ')}`)
  }
  return { id: file.replace(/\.yaml$/, ''), ...value }
}

const parseYaml = (file: string, text: string): unknown => {
  try {
    return parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`templates/programmes/${file}: ${why}`, { cause })
  }
}
