import { nothing } from 'lit'
import type { LayoutKind, Venue } from '../../server/venues/schema.ts'
import { selectField } from '../parts/field.ts'
import type { Form } from '../parts/form.ts'
import { words } from '../words/words.ts'

/** How the chosen hall is laid out, each way with its seats; nothing where the hall names none and none was chosen. */
export const layoutField = <T extends { layout: LayoutKind | null }>(form: Form<T>, venue: Venue | undefined) => {
  const { layout } = form.values
  const layouts = venue?.layouts ?? []
  if (layouts.length === 0 && layout === null) return nothing
  const { congresses, terms } = words()
  const { fields } = congresses
  const choices = layouts.map(({ kind, capacity }) => [kind, withSeats(terms.layouts[kind], capacity)] as const)
  const isNamed = layout === null || layouts.some(({ kind }) => kind === layout)
  return selectField(form, 'layout', {
    label: fields.layout,
    choices: isNamed ? choices : [...choices, [layout, withSeats(terms.layouts[layout], null)]],
    emptyWord: withSeats(fields.noLayout, venue?.capacity ?? null),
  })
}

/** «Kiểu lớp học: 200 chỗ» */
export const withSeats = (layout: string, seats: number | null): string =>
  seats === null ? layout : `${layout}: ${words().congresses.seats(seats)}`
