import { withDecided, withMended } from '../exchange/content.ts'
import { invalid } from '../errors.ts'
import type { Office } from '../office.ts'
import { requireReturn } from './actions.ts'
import * as queries from './queries.ts'
import { heapDryRun, type ReturnContent } from './returns.ts'
import type { ReturnChoice, ReturnedFile, ReturnPreview } from './schema.ts'

/**
 * Takes other files of the heap than those proposed (at most one for each form, none that is faulty), what is written
 * instead of cells that are told, and whom rows mean that ask.
 */
export const changeHeap = async (office: Office, id: string, choice: ReturnChoice): Promise<ReturnPreview> => {
  const { files } = (await heapDryRun(office, office.db.read, await requireReturn(office, id))).preview
  if (choice.chosen) requireChoosable(files, choice.chosen)
  for (const cell of choice.mended ?? []) {
    const isTold = files[cell.file]?.cells.some(({ row, field }) => row === cell.row && field === cell.field)
    if (!isTold) throw invalid([{ field: 'mended', rule: 'not-a-choice' }])
  }
  for (const { file, row, decision } of choice.decided ?? []) {
    const question = files[file]?.rows.find((each) => each.row === row)?.question
    const isKnown = decision === null || decision === 'new' || decision === 'skip'
    if (!question || !(isKnown || question.candidates.some(({ id: candidate }) => candidate === decision))) {
      throw invalid([{ field: 'decided', rule: 'not-a-choice' }])
    }
  }
  // Read within the write: two cells that are mended at once are both kept.
  const row = await office.db.write(async (tx) => {
    const standing = await requireReturn(office, id, tx)
    const content = withChoice(standing.content as ReturnContent, choice, files)
    await queries.changeReturn(tx, id, content)
    return { ...standing, content }
  })
  return (await heapDryRun(office, office.db.read, row)).preview
}

const requireChoosable = (files: readonly ReturnedFile[], chosen: readonly number[]): void => {
  const picked = files.filter(({ index }) => chosen.includes(index))
  const isFree = new Set(picked.map(({ group }) => group)).size === picked.length
  if (picked.length < chosen.length || !isFree || !picked.every(({ mayChoose }) => mayChoose)) {
    throw invalid([{ field: 'chosen', rule: 'not-a-choice' }])
  }
}

const withChoice = (
  content: ReturnContent,
  { chosen, mended = [], decided = [] }: ReturnChoice,
  files: readonly ReturnedFile[],
): ReturnContent => {
  const kept = { ...content.mended }
  for (const { file, ...cell } of mended) kept[file] = withMended({ ...kept[file] }, [cell])
  const said = { ...content.decided }
  for (const { file, ...row } of decided) said[file] = withDecided({ ...said[file] }, [row])
  const picked = chosen ? [...chosen] : content.chosen
  const touched = [...mended, ...decided].map(({ file }) => file)
  return {
    ...{ ...content, mended: kept, decided: said },
    chosen: picked && [...picked, ...alsoTaken({ touched, files }, picked)],
  }
}

/** Whoever mends a file, or answers it, means to have it, unless another of its form was picked or something else is in doubt about it. */
const alsoTaken = (
  { touched, files }: { touched: readonly number[]; files: readonly ReturnedFile[] },
  picked: readonly number[],
): number[] => {
  const taken = new Set(picked.map((index) => files[index]?.group))
  return [...new Set(touched)].filter((file) => files[file]?.verdict === 'fine' && !taken.has(files[file].group))
}
