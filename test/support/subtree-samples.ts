import { aPng } from './files.ts'
import { formWith } from './form.ts'

export const acceptanceOf = (congressId: string) => ({
  congressId,
  key: 'weekend',
  fingerprint: 'weekend 2020-03-14',
  reason: 'Ngày duy nhất hội trường trống',
  paperNumber: '',
})

export const dateOf = (version: number) => ({
  dateFrom: '2020-03-17',
  dateTo: '2020-03-17',
  halfDay: 'morning',
  weekOf: null,
  reason: '',
  paperNumber: '',
  version,
})

export const aSeries = {
  name: 'Sổ công văn đi',
  ending: '',
  startsAt: 1,
  restartsYearly: true,
  way: 'by-hand',
}

export const templateOf = (version: number) => ({
  levelId: null,
  texts: { 'text.vi.md': `# CHƯƠNG TRÌNH\n## {{title}}\n\nLần ${String(version)}.\n\n{{sessions}}` },
  note: '',
  isDraft: false,
  version,
})

export const orderOf = (congressId: string) => ({ kind: 'schedule', congressIds: [congressId], deadline: null })

/** A form with a picture of this many pixels. */
export const sampleScan = (side: number) => formWith(aPng(side, side), 'Báo cáo.png')

/** A heap that holds no form. */
export const sampleHeap = () => formWith(Buffer.from('không phải phiếu'), 'ghi chú.txt')
