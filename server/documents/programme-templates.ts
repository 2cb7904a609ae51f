import { readFileSync, readdirSync } from 'node:fs'
import { Value } from 'typebox/value'
import { parse } from 'yaml'
import { ProgrammeOutline } from '../programme/schema.ts'

export type LoadedProgramme = ProgrammeOutline & { id: string }

const folder = new URL('../../templates/programmes/', import.meta.url)
let loaded: readonly LoadedProgramme[] | null = null

/** The programme templates of the folder, read once; the name of a file is the template's id. */
export const listProgrammeTemplates = (): readonly LoadedProgramme[] => {
  loaded ??= readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readProgrammeTemplate(file, readFileSync(new URL(file, folder), 'utf8')))
  return loaded
}

/** Reads a template; one that does not fit is refused with its file and what is wrong where. */
export const readProgrammeTemplate = (file: string, text: string): LoadedProgramme => {
  const content = parseYaml(file, text)
  const faults = Value.Errors(ProgrammeOutline, content)
  if (!Value.Check(ProgrammeOutline, content)) {
    const list = faults.map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
    throw new Error(`templates/programmes/${file}: ${list.join('; ')}`)
  }
  return { id: file.replace(/\.yaml$/, ''), ...content }
}

const parseYaml = (file: string, text: string): unknown => {
  try {
    return parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`templates/programmes/${file}: ${why}`, { cause })
  }
}
