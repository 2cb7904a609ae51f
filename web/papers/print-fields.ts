import type { SheetName } from '../../server/documents/schema.ts'
import type { PrintOrder } from '../../server/prints/schema.ts'

/** What is chosen in the dialog of a print. */
export interface Fields {
  which: PrintOrder['which']
  rowIds: readonly string[]
  language: PrintOrder['language']
  copies: number | null
  spare: number | null
  /** Counted from 1. */
  place: number | null
  fromSheet: number | null
  sheet: SheetName | ''
  sides: NonNullable<PrintOrder['sides']>
  /** '' = plain paper, `zero` = blanks on a printer that is not off, else the name of a printer. */
  printer: string
  isTagged: boolean
}

export const emptyFields: Fields = {
  which: 'all',
  rowIds: [],
  language: 'vi',
  copies: 1,
  spare: 0,
  place: 1,
  fromSheet: 1,
  sheet: '',
  sides: 'both',
  printer: '',
  isTagged: false,
}
