import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { ApiError } from '../errors.ts'
import type { Template } from '../documents/templates.ts'
import type { TemplatesOf } from '../templates/source.ts'
import { signedMaking } from './signed.ts'

/** The template of a paper as it applies now; where that is at fault, the one with which it was signed: that is frozen. */
export const templateOfPaper = async (
  read: Reader,
  templateOf: TemplatesOf,
  kind: string,
  paper: Row<'papers'> | undefined,
): Promise<Template> => {
  try {
    return await templateOf(kind)
  } catch (error) {
    const isFaulty = error instanceof ApiError && error.code === 'template-fault'
    const signed = isFaulty ? await signedMaking(read, paper) : null
    if (!signed) throw error
    return signed.template
  }
}
