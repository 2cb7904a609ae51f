import { ApiError } from '../errors.ts'
import type { TemplatesOf } from '../templates/source.ts'
import type { TemplateFault } from './rules/template-faults.ts'
import type { FaultyKind } from './schema.ts'
import { inspectTemplate, listPaperKinds, shippedFiles, type Template } from './templates.ts'

/** All kinds with their templates as they apply to a congress; those whose template is at fault come apart: one must not keep the others from being printed. */
export const readKinds = async (templateOf: TemplatesOf): Promise<{ templates: Template[]; faulty: FaultyKind[] }> => {
  const templates: Template[] = []
  const faulty: FaultyKind[] = []
  for (const kind of await listPaperKinds()) {
    const read = await orFaulty(kind, () => templateOf(kind))
    if ('fault' in read) faulty.push(read.fault)
    else templates.push(read.made)
  }
  return { templates, faulty }
}

/** What is made from a template, or what of the template keeps it from being made. */
export const orFaulty = async <T>(
  kind: string,
  make: () => Promise<T>,
): Promise<{ made: T } | { fault: FaultyKind }> => {
  try {
    return { made: await make() }
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'template-fault') throw error
    const { file, line } = error.details as TemplateFault
    // Of a template that cannot be read the title is that which ships.
    const { template } = await inspectTemplate(kind, shippedFiles)
    return { fault: { kind, titles: template?.titles ?? { vi: kind, en: kind }, file, line } }
  }
}
