import { createHash } from 'node:crypto'
import { formKindIds, type FormKindId } from './schema.ts'

/** Which form a workbook is: what its hidden code says. */
export interface FormCode {
  kind: FormKindId
  cycleId: string
  unitId: string
  congressId: string
  issue: number
}

/** Begins every code; the number is that of its form. */
const mark = 'TIENTOI1'
const checkLength = 10

/**
 * The code as it stands in the workbook. Its check notices a slip or a code put together by hand; it guards nothing:
 * whoever reads the form back must organize its unit.
 */
export const writeCode = ({ kind, cycleId, unitId, congressId, issue }: FormCode): string => {
  const body = [mark, kind, ...[cycleId, unitId, congressId].map(packed), String(issue)].join('.')
  return `${body}.${checkOf(body)}`
}

/** The code in a text; «edited» where something like one stands there that no form was given. Null = there is none. */
export const readCode = (text: string): FormCode | 'edited' | null => {
  const found = /TIENTOI\d[\w.-]*/u.exec(text)?.[0]
  if (found === undefined) return null
  const at = found.lastIndexOf('.')
  const body = found.slice(0, at)
  const [begin, kind, cycle, unit, congress, issue, ...more] = body.split('.')
  const kindId = formKindIds.find((each) => each === kind)
  const isWhole = begin === mark && more.length === 0 && found.slice(at + 1) === checkOf(body)
  if (!isWhole || !kindId || !cycle || !unit || !congress || !issue) return 'edited'
  return {
    kind: kindId,
    cycleId: unpacked(cycle),
    unitId: unpacked(unit),
    congressId: unpacked(congress),
    issue: Number(issue),
  }
}

const checkOf = (body: string): string =>
  createHash('sha256').update(`form ${body}`).digest('base64url').replaceAll('_', 'a').slice(0, checkLength)

/** An id in 22 letters. */
const packed = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

const unpacked = (text: string): string =>
  Buffer.from(text, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
