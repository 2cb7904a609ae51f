import type { ImportCell, ImportPreview } from '../../../server/exchange/schema.ts'
import { formWith } from '../../support/form.ts'
import type { Answer, Browser } from '../../support/office.ts'

/** Sends a file for a dry run. */
export const send = async (who: Browser, path: string, bytes: Uint8Array | string): Promise<Answer> => {
  const { headers, body } = formWith(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  return who('POST', `/api/imports/${path}`, body, headers)
}

/** Sends a file that must be read. */
export const preview = async (who: Browser, path: string, bytes: Uint8Array | string): Promise<ImportPreview> => {
  const answer = await send(who, path, bytes)
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body)}`)
  return answer.body as ImportPreview
}

export const confirm = (who: Browser, { id, digest }: ImportPreview): Promise<Answer> =>
  who('POST', `/api/imports/${id}/confirm`, { digest })

/** Row and what is said of its cells: `3 error: parent unit-not-known`. */
export const sayings = ({ rows }: ImportPreview): string[] =>
  rows.map(({ row, state, cells }) => {
    const said = cells.filter(({ code }) => code !== null).map(({ field, code }) => `${field} ${code ?? ''}`)
    return [`${String(row)} ${state}`, ...said].join(': ')
  })

export const cellOf = ({ rows }: ImportPreview, row: number, field: string): ImportCell | undefined =>
  rows.find((each) => each.row === row)?.cells.find((cell) => cell.field === field)
