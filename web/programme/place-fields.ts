import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { foldForSearch } from '../../server/format/search.ts'
import { usualTravelMinutes } from '../../server/programme/rules/conflicts.ts'
import { openPlace } from '../../server/programme/rules/places.ts'
import type { NewSession, ProgrammeSession } from '../../server/programme/schema.ts'
import type { VenueRoom } from '../../server/venues/schema.ts'
import { checkField, frame, numberField } from '../parts/field.ts'
import type { Form } from '../parts/form.ts'
import { language, words } from '../words/words.ts'

/** What the form of a session holds. */
export type SessionFields = Required<Omit<NewSession, 'fixedEnd'>> & { fixedEnd: string }

/** What a session's place is chosen from. */
export interface KnownPlaces {
  /** The congress's venue; null = it has none. */
  venueId: string | null
  rooms: readonly VenueRoom[]
  /** Where other sessions of the programme are held outside the venue. */
  outside: readonly Pick<ProgrammeSession, 'room' | 'travelMinutes'>[]
}

/** Where a session is held: in a room of the venue, or at a place outside it. */
export const placeFields = (form: Form<SessionFields>, known: KnownPlaces): TemplateResult => html`
  ${checkField(form, 'isOutside', {
    label: words().programme.places.isOutside,
    help: words().programme.places.isOutsideHelp,
  })}
  ${form.values.isOutside ? outsideFields(form, known) : roomField(form, known)}
`

const outsideFields = (form: Form<SessionFields>, { outside }: KnownPlaces) => {
  const { places } = words().programme
  const choose = (room: string) => {
    form.set('room', room)
    const same = outside.find((each) => foldForSearch(each.room) === foldForSearch(room))
    if (same && form.values.travelMinutes === null) form.set('travelMinutes', same.travelMinutes)
  }
  const help = places.placeHelp(openPlace({ ...form.values, room: '' }, language()))
  const options = [...new Set(outside.map(({ room }) => room).filter(Boolean))].map((room): Option => [room, room])
  return html`<div class="columns">
    ${listedField(form, { label: places.place, help }, options, choose)}
    ${numberField(form, 'travelMinutes', {
      ...{ label: places.travel, help: places.travelHelp(usualTravelMinutes), isOptional: true },
    })}
  </div>`
}

/** A room of the venue is picked; one that the venue has not is said, and may stay. */
const roomField = (form: Form<SessionFields>, { rooms, venueId }: KnownPlaces) => {
  const { programme, editor } = words()
  const { room } = form.values
  const isKnown = room.trim() === '' || rooms.some(({ name }) => foldForSearch(name) === foldForSearch(room))
  const help = rooms.length > 0 && !isKnown ? editor.roomGone(room) : programme.roomHelp
  const options = rooms.map(({ name, capacity }): Option => [
    name,
    capacity === null ? name : `${name} · ${editor.seats(capacity)}`,
  ])
  return html`
    ${listedField(form, { label: programme.room, help }, options, (text) => form.set('room', text))}
    ${
      rooms.length > 0 || venueId === null || room.trim() === ''
        ? nothing
        : html`<p class="help">
            ${programme.places.noRooms}
            <a href=${`/venues/${venueId}`} target="_blank">${programme.places.addRooms}</a>
          </p>`
    }
  `
}

type Option = readonly [value: string, text: string]

/** A line of text with what is known offered beneath. */
const listedField = (
  form: Form<SessionFields>,
  { label, help }: { label: string; help: string },
  options: readonly Option[],
  choose: (text: string) => void,
) =>
  frame(
    form,
    'room',
    { label, help, isOptional: true },
    html`<input
        class="input"
        id="room"
        name="room"
        list="rooms"
        maxlength="200"
        autocomplete="off"
        aria-describedby="room-note"
        .value=${live(form.values.room)}
        @input=${({ target }: Event) => choose((target as HTMLInputElement).value)}
      />
      <datalist id="rooms">${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</datalist>`,
  )
