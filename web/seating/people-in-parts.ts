import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { SeatingPerson } from '../../server/seating/schema.ts'
import { sized } from '../parts/sized.ts'

/** People who come into sight together. */
const inPart = 25

/**
 * A list in parts of one height, of which only those are drawn that `isDrawn` names, as a rule those near what is in
 * sight: thousands scroll as a few do. Needs `personStyle`; `name` tells the parts of several lists apart.
 */
export const peopleInParts = (
  people: readonly SeatingPerson[],
  { name, isDrawn, draw }: { name: string; isDrawn: (id: string) => boolean; draw: (person: SeatingPerson) => unknown },
): unknown => {
  const parts = Array.from({ length: Math.ceil(people.length / inPart) }, (_nothing, place) => ({
    id: `${name} ${String(place)}`,
    some: people.slice(place * inPart, (place + 1) * inPart),
  }))
  return repeat(
    parts,
    ({ id }) => id,
    ({ id, some }): TemplateResult =>
      html`<div class="some" data-id=${id} ${sized({ '--people': some.length })}>
        ${isDrawn(id) ? some.map((person) => draw(person)) : nothing}
      </div>`,
  )
}
