import { html, nothing, type TemplateResult } from 'lit'
import type { SeatingOverview } from '../../server/seating/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'
import '../parts/empty-state.ts'

interface Wanted {
  congressId: string
  mayWrite: boolean
  makePlan: () => void
}

/** What is to be done before anybody can be seated. */
export const nothingSeated = (
  { halls, venueId, people }: SeatingOverview,
  { congressId, mayWrite, makePlan }: Wanted,
): TemplateResult => {
  const { seating: text } = words()
  if (people === 0) {
    return html`<empty-state icon="users-round" heading=${text.nobody} sentence=${text.nobodyHelp}>
      <a class="button" href=${`/congresses/${congressId}/delegates`}>${text.toDelegates}</a>
    </empty-state>`
  }
  if (halls.length === 0) {
    const help = venueId === null ? text.noVenueHelp : text.noHallHelp
    return html`<empty-state icon="armchair" heading=${text.noHall} sentence=${help}>
      <a class="button primary" href=${venueId === null ? '/venues' : `/venues/${venueId}`}
        >${venueId === null ? text.toVenues : text.toVenue}</a
      >
    </empty-state>`
  }
  return html`<empty-state icon="armchair" heading=${text.none} sentence=${text.noneHelp}>
    ${
      mayWrite
        ? html`<button class="button primary" @click=${makePlan}>${icon('plus')} ${text.newPlan}</button>`
        : nothing
    }
  </empty-state>`
}
