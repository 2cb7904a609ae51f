import type { Row } from '../../db/rows.ts'
import { codeHeading } from '../exchange/delegate-table.ts'
import { formKinds, type OpenForm } from './form.ts'
import { issuedRows } from './kinds/delegates.ts'
import { formLines, type FormHead } from './write-form.ts'
import type { TableForm } from './write-table.ts'

/** In characters, by field; texts that are longer go on below. */
const widths: Readonly<Record<string, number>> = {
  ...{ address: 10, name: 24, sex: 9, birth: 12, post: 24, unit: 24, class: 16, standing: 13 },
  ...{ structure: 20, titles: 20, isDirectWorker: 11, phone: 15, note: 16, systemCode: 10 },
}

/** A form that is a table as it was issued: who stood there, and room for those who are to be entered. */
export const tableOf = async (
  { fields, choices, upward }: OpenForm,
  form: Row<'forms'>,
  { cycleName, unitName, congressTitle, deadline, code }: FormHead,
): Promise<TableForm> => {
  const offered = await choices(form)
  const { title, lead } = formKinds[form.kind]
  const above = [
    title,
    formLines.cycle + cycleName,
    formLines.unit + unitName,
    formLines.congress + congressTitle,
    ...((await upward?.lines(form)) ?? []),
    ...(deadline === '' ? [] : [deadline]),
    ...lead,
  ]
  return {
    above,
    columns: fields.map(({ name, heading, isRequired }) => ({
      heading: name === 'systemCode' ? codeHeading(form) : heading + (isRequired ? ' *' : ''),
      width: widths[name] ?? 16,
      choices: offered[name] ?? [],
      isHidden: name === 'systemCode',
    })),
    rows: issuedRows(form.prefilled).map((row) => fields.map(({ name }) => row[name] ?? '')),
    blanks: (await upward?.blanks(form)) ?? 0,
    code,
  }
}
