import { html, nothing, type TemplateResult } from 'lit'
import { cornersOf } from '../../server/halls/rules/indexed.ts'
import { handlesOf, shapedTo, withoutCorner } from '../../server/halls/rules/shape.ts'
import type { Fixture } from '../../server/halls/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import { numberInput } from './panel-inputs.ts'

/** The corners of a polygon one by one, for whoever has no mouse or knows the measures. */
export const cornerFields = (polygon: Fixture, put: (next: Fixture) => void): TemplateResult => {
  const { halls } = words()
  const corners = cornersOf(polygon)
  const field = (at: number, { x, y }: { x: number; y: number }, along: 'x' | 'y') =>
    numberInput(
      {
        ...{ id: `corner-${String(at)}-${along}`, label: halls.corner(at + 1, along) },
        value: Math.round(along === 'x' ? x : y),
        put: (value) => put(shapedTo(polygon, at, along === 'x' ? { x: value, y } : { x, y: value })),
      },
      { least: -100_000, most: 100_000 },
    )
  const remove = (at: number) =>
    html`<button
      class="button icon-only small"
      aria-label=${halls.removeCorner(at + 1)}
      title=${halls.removeCorner(at + 1)}
      ?disabled=${corners.length <= 3}
      @click=${() => put(withoutCorner(polygon, at))}
    >
      ${icon('x')}
    </button>`
  return html`<div class="corners">
    ${corners.map((corner, at) => html`${field(at, corner, 'x')} ${field(at, corner, 'y')} ${remove(at)}`)}
    ${
      handlesOf(polygon).length > corners.length
        ? html`<button class="button small" @click=${() => put(withOneMore(polygon))}>
            ${icon('plus')} ${halls.addCorner}
          </button>`
        : nothing
    }
  </div>`
}

/** A corner in the middle of the longest side. */
const withOneMore = (polygon: Fixture): Fixture => {
  const corners = cornersOf(polygon)
  const lengths = corners.map((corner, at) => {
    const next = corners[(at + 1) % corners.length] ?? corner
    return Math.hypot(next.x - corner.x, next.y - corner.y)
  })
  const handle = corners.length + lengths.indexOf(Math.max(...lengths))
  return shapedTo(polygon, handle, handlesOf(polygon)[handle] ?? polygon)
}
