import { composeParts } from '../../../server/documents/compose.ts'
import { drawParts } from '../../../server/documents/pdf/draw.ts'
import { readTemplate } from '../../../server/documents/templates.ts'
import { aSessionOf, namDinh } from '../../server/documents/facts.ts'
import { kindOf, rowsOfJob, type Job } from './data.ts'

/** The way of every print: template, composition, drawing. */
export const printJob = async (job: Job, seed: number, count?: number): Promise<Buffer> => {
  const template = await readTemplate(kindOf[job])
  const facts = { ...namDinh([aSessionOf([])]), venueName: 'Nhà văn hóa Trung tâm tỉnh 3-2' }
  const filled = { number: '57', day: '2020-08-28', signer: 'Nguyễn Văn An', otherPost: 'Giám đốc Sở Nội vụ' }
  const rows = rowsOfJob(job, seed, count)
  return (await drawParts(composeParts({ template, facts, filled, rows, today: '2020-08-28' }, 'vi'), new Date(0))).pdf
}
