import type { Reader } from '../../db/open.ts'
import type { Row } from '../../db/rows.ts'
import { templateValues } from '../documents/compose.ts'
import { gatherCongress } from '../documents/facts.ts'
import { fieldsOf } from '../documents/fields.ts'
import { templatesOf } from '../templates/source.ts'
import { findPaper } from './queries.ts'
import { clerkFields } from './rules.ts'
import { signedCopyOf, signedFields } from './signed.ts'
import { templateOfPaper } from './template-of.ts'

/** «Kế hoạch tổ chức 12/KH-BTC»: what the history calls a paper, its kind and the number that it bears. */
export const calledPaper = async (
  read: Reader,
  congressId: string,
  kind: string,
  paper: Row<'papers'> | undefined,
): Promise<string> => {
  const facts = await gatherCongress(read, congressId)
  const template = await templateOfPaper(read, await templatesOf(read, facts), kind, paper)
  const { vi: title } = template.titles
  if (!paper || paper.number === null) return title
  const copy = await signedCopyOf(read, paper)
  const fields = copy
    ? signedFields(paper, copy)
    : fieldsOf(template, paper.fields, templateValues(template, facts), 'vi')
  return `${title} ${clerkFields(paper).number}/${fields['symbol'] ?? ''}`
}

export const calledPaperNow = async (read: Reader, congressId: string, kind: string): Promise<string> =>
  calledPaper(read, congressId, kind, await findPaper(read, congressId, kind))
