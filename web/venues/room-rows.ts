import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { VenueRoom } from '../../server/venues/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** Rooms beside the main hall: what each is called, how many it seats, and how far it is. */
export const roomRows = (
  rooms: readonly VenueRoom[],
  fault: string | undefined,
  change: (rooms: VenueRoom[]) => void,
): TemplateResult => {
  const { venue: text, common } = words()
  const put = (index: number, part: Partial<VenueRoom>) =>
    change(rooms.map((room, at) => (at === index ? { ...room, ...part } : room)))
  const numberOf = ({ target }: Event) => {
    const { value } = target as HTMLInputElement
    return value.trim() === '' ? null : Number(value)
  }
  return html`<fieldset>
    <legend class="label">${text.rooms}</legend>
    <p class="muted">${text.roomsHelp}</p>
    ${fault === undefined ? nothing : html`<p class="fault" role="alert">${icon('circle-alert')} ${fault}</p>`}
    ${rooms.map(
      (room, index) =>
        html`<div class="columns" role="group" aria-label=${text.room(index + 1)}>
          <label class="field">
            <span class="label">${text.roomName}</span>
            <input
              class="input"
              maxlength="200"
              required
              .value=${live(room.name)}
              @input=${({ target }: Event) => put(index, { name: (target as HTMLInputElement).value })}
            />
          </label>
          <label class="field">
            <span class="label">${text.roomSeats}</span>
            <input
              class="input"
              type="number"
              min="0"
              max="200000"
              .value=${live(room.capacity === null ? '' : String(room.capacity))}
              @input=${(event: Event) => put(index, { capacity: numberOf(event) })}
            />
          </label>
          <label class="field">
            <span class="label">${text.roomWalk}</span>
            <input
              class="input"
              type="number"
              min="0"
              max="240"
              .value=${live(String(room.walkMinutes))}
              @change=${(event: Event) => put(index, { walkMinutes: numberOf(event) ?? 0 })}
            />
          </label>
          <button
            class="button quiet"
            type="button"
            aria-label=${`${common.remove}: ${room.name}`}
            @click=${() => change(rooms.filter((_room, at) => at !== index))}
          >
            ${icon('x')} ${common.remove}
          </button>
        </div>`,
    )}
    <button
      class="link-button"
      type="button"
      @click=${() => change([...rooms, { name: '', capacity: null, walkMinutes: 2 }])}
    >
      ${icon('plus')} ${text.addRoom}
    </button>
  </fieldset>`
}
