import { html, nothing } from 'lit'
import {
  rowNamings,
  seatNumberings,
  usualNumbering,
  type Numbering,
  type RowNaming,
  type SeatNumbering,
} from '../../server/halls/rules/numbering.ts'
import { numberField, selectField, textField } from '../parts/field.ts'
import type { Form } from '../parts/form.ts'
import { words } from '../words/words.ts'

/** Numbering as a form holds it. */
export interface NumberingValues {
  rowNaming: RowNaming
  skipped: string
  firstRow: number | null
  seatNumbering: SeatNumbering
  firstSeat: number | null
}

export const usualNumberingValues: NumberingValues = {
  ...{ rowNaming: usualNumbering.rows, skipped: usualNumbering.skipped, firstRow: usualNumbering.firstRow },
  ...{ seatNumbering: usualNumbering.seats, firstSeat: usualNumbering.firstSeat },
}

export const numberingOf = (values: NumberingValues): Numbering => ({
  ...{ rows: values.rowNaming, skipped: values.skipped, firstRow: values.firstRow ?? 1 },
  ...{ seats: values.seatNumbering, firstSeat: values.firstSeat ?? 1 },
})

export const numberingFields = <T extends NumberingValues>(form: Form<T>) => {
  const { halls } = words()
  // What these fields need is there in any form that holds more.
  const own = form as unknown as Form<NumberingValues>
  const isCounted = own.values.seatNumbering === 'from-left' || own.values.seatNumbering === 'from-right'
  return html`
    ${selectField(own, 'rowNaming', {
      label: halls.rowNaming,
      choices: rowNamings.map((each) => [each, halls.rowNamings[each]] as const),
    })}
    ${
      own.values.rowNaming === 'letters'
        ? textField(own, 'skipped', { label: halls.skipped, help: halls.skippedHelp, isOptional: true, maxLength: 25 })
        : nothing
    }
    ${numberField(own, 'firstRow', { label: halls.firstRow, check: numberCheck([1, 500]) })}
    ${selectField(own, 'seatNumbering', {
      label: halls.seatNumbering,
      choices: seatNumberings.map((each) => [each, halls.seatNumberings[each]] as const),
    })}
    ${isCounted ? numberField(own, 'firstSeat', { label: halls.firstSeat, check: numberCheck([0, 9000]) }) : nothing}
  `
}

/** Says what is wrong with a number that is left, as it lies beyond these. */
export const numberCheck =
  ([least, most]: readonly [number, number]) =>
  (text: string): string | null =>
    isWithin(text, least, most) ? null : words().halls.numberFault(least, most)

const isWithin = (text: string, least: number, most: number): boolean =>
  /^-?\d+$/u.test(text.trim()) && Number(text) >= least && Number(text) <= most
