import { css, html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { VenueRoom } from '../../server/venues/schema.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** A row a room under one line of labels; on a phone each with its own. */
export const roomRowStyles = css`
  .room {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 7rem 13rem auto;
    gap: var(--space);
    align-items: end;
  }
  .room + .room .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (max-width: 700px) {
    .room {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
      padding-block-end: var(--space);
      border-block-end: 1px solid var(--line);
    }
    .room > :first-child {
      grid-column: 1 / -1;
    }
    .room + .room .label {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      white-space: normal;
    }
  }
`

/** Rooms beside the main hall: what each is called, how many it seats, and how far it is. Needs `roomRowStyles`. */
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
    <p class="help">${text.roomsHelp}</p>
    ${fault === undefined ? nothing : html`<p class="fault" role="alert">${icon('circle-alert')} ${fault}</p>`}
    ${rooms.map(
      (room, index) =>
        html`<div class="room" role="group" aria-label=${text.room(index + 1)}>
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
            class="button quiet icon-only"
            type="button"
            aria-label=${`${common.remove}: ${room.name}`}
            title=${`${common.remove}: ${room.name}`}
            @click=${() => change(rooms.filter((_room, at) => at !== index))}
          >
            ${icon('x')}
          </button>
        </div>`,
    )}
    <div>
      <button
        class="link-button"
        type="button"
        @click=${() => change([...rooms, { name: '', capacity: null, walkMinutes: 2 }])}
      >
        ${icon('plus')} ${text.addRoom}
      </button>
    </div>
  </fieldset>`
}
