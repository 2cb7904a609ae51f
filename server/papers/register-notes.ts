import type { Row } from '../../db/rows.ts'
import { formatShortDate } from '../format/dates.ts'
import { clerkFields } from './rules.ts'
import type { PaperStep } from './schema.ts'

type Paper = Row<'papers'>
type Step = Row<'paperSteps'>

/** What the register notes beside a paper: by what it was corrected, replaced or withdrawn, and which one it replaces. */
export const notesOf = (
  papers: readonly Paper[],
  steps: readonly Step[],
  symbolOf: (paper: Paper) => string,
): ((paper: Paper) => string) => {
  const beside = (paper: Paper, away: number) =>
    papers.find(({ kind, edition }) => kind === paper.kind && edition === paper.edition + away)
  return (paper) => {
    const own = steps.filter(({ paperId }) => paperId === paper.id)
    const next = numberedName(beside(paper, 1), symbolOf)
    const before = beside(paper, -1)
    const replaced = before?.standing === 'replaced' ? numberedName(before, symbolOf) : ''
    const notes = own.flatMap((step) => {
      const words = stepWords[step.step]
      if (words === undefined) return []
      const day = formatShortDate(step.day ?? step.at.slice(0, 10), 'vi')
      if (step.byNumber !== '') return [`${words} bằng số ${step.byNumber}, ngày ${day}`]
      return [step.step === 'replace' && next !== '' ? `${words} bằng ${next}` : `${words} ngày ${day}`]
    })
    return [...(replaced === '' ? [] : [`Thay cho ${replaced}`]), ...notes].join('. ')
  }
}

const stepWords: Readonly<Partial<Record<PaperStep, string>>> = {
  correct: 'Đính chính',
  replace: 'Thay thế',
  withdraw: 'Thu hồi',
}

/** «số 56/KH-BTCĐH, ngày 19/6/2020»; empty where it has no number. */
const numberedName = (paper: Paper | undefined, symbolOf: (paper: Paper) => string): string => {
  if (!paper || paper.number === null || paper.day === null) return ''
  return `số ${clerkFields(paper).number}/${symbolOf(paper)}, ngày ${formatShortDate(paper.day, 'vi')}`
}
