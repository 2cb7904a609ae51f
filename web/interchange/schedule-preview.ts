import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { formatDate, formatShortDate } from '../../server/format/dates.ts'
import type { ScheduleImportPreview } from '../../server/interchange/schema.ts'
import { WordsElement } from '../parts/element.ts'
import { controls } from '../style/controls.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'

type Totals = ScheduleImportPreview['totals']
type Listed = ScheduleImportPreview['listed'][number]

const comes = ['events', 'days', 'rooms', 'persons', 'sessions'] as const
const becomes = ['new', 'changed', 'same', 'missing', 'faulty'] as const
const clashes = ['overlaps', 'pastMidnight'] as const
const lists = ['new', 'changed', 'missing', 'overlap', 'past-midnight'] as const
const countOf: Readonly<Record<(typeof lists)[number], keyof Totals>> = {
  new: 'new',
  changed: 'changed',
  missing: 'missing',
  overlap: 'overlaps',
  'past-midnight': 'pastMidnight',
}

/** What importing a schedule file would do: `<schedule-preview .preview>`. */
@customElement('schedule-preview')
export class SchedulePreview extends WordsElement {
  @property({ attribute: false }) preview!: ScheduleImportPreview

  static override styles = [
    ...controls,
    css`
      .source {
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
        gap: var(--space);
        margin: 0;
      }
      dl div {
        display: flex;
        flex-direction: column-reverse;
        justify-content: flex-end;
        padding: var(--space) 0.75rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      dl .told {
        background: var(--amber-soft);
      }
      dt {
        color: var(--muted);
        font-size: var(--size-dense);
      }
      dd {
        margin: 0;
        font-size: 1.25rem;
        font-weight: 600;
      }
      summary {
        inline-size: fit-content;
        min-block-size: 24px;
        color: var(--blue);
        font-weight: 500;
        cursor: pointer;
      }
      details ul {
        display: grid;
        gap: var(--space-half);
        margin-block-start: var(--space);
      }
      details li {
        overflow-wrap: anywhere;
      }
      .names {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-half) var(--space-2);
      }
      code {
        font-family: var(--font-figures);
      }
    `,
  ]

  override render() {
    const { interchange } = words()
    const { fileName, format, title, notes } = this.preview
    return html`
      <div class="stack">
        <p class="source">${icon('file-text')} ${interchange.source(fileName, interchange.formats[format], title)}</p>
        <dl>${[...comes, ...becomes, ...clashes].map((name) => this.#total(name))}</dl>
        ${notes.map(
          ({ code, details }) =>
            html`<p class="notice blue">${icon('info')} <span>${interchange.notes[code](details)}</span></p>`,
        )}
        ${this.#faults()} ${this.#dropped()} ${lists.map((state) => this.#list(state))} ${this.#days()}
      </div>
    `
  }

  #total(name: keyof Totals) {
    const count = this.preview.totals[name]
    const isOfComing = (comes as readonly string[]).includes(name)
    if (count === 0 && !isOfComing && name !== 'new') return nothing
    const isTold = name === 'faulty' || name === 'missing' || name === 'overlaps'
    return html`<div class=${isTold ? 'told' : ''}>
      <dt>${words().interchange.totals[name]}</dt>
      <dd class="figures">${count.toLocaleString(language() === 'vi' ? 'vi-VN' : 'en-GB')}</dd>
    </div>`
  }

  #faults() {
    const { interchange } = words()
    const { faults, totals } = this.preview
    if (faults.length === 0) return nothing
    return html`
      <details open>
        <summary>${interchange.faultsHeading(totals.faulty)}</summary>
        <ul class="small">
          ${faults.map(
            ({ fault, details, ...place }) =>
              html`<li>
                ${icon('circle-alert')} <strong>${place.title || interchange.noTitle}</strong> (${placeText(place)}):
                ${interchange.faults[fault](details)}
              </li>`,
          )}
          ${faults.length < totals.faulty ? html`<li class="muted">${interchange.firstOf(faults.length)}</li>` : nothing}
        </ul>
      </details>
    `
  }

  #dropped() {
    const { interchange } = words()
    const { dropped } = this.preview
    if (dropped.length === 0) return nothing
    return html`
      <details open>
        <summary>${interchange.droppedHeading(dropped.length)}</summary>
        <p class="small muted">${interchange.droppedHelp}</p>
        <ul class="names small">
          ${dropped.map(({ field, count }) => html`<li><code>${field}</code> × ${count}</li>`)}
        </ul>
      </details>
    `
  }

  #list(state: (typeof lists)[number]) {
    const { interchange } = words()
    const own = this.preview.listed.filter((each) => each.state === state)
    const count = this.preview.totals[countOf[state]]
    if (own.length === 0) return nothing
    return html`
      <details>
        <summary>${interchange.listCount(interchange.lists[state], count)}</summary>
        <ul class="small">
          ${own.map((each) => html`<li><strong>${each.title}</strong> (${placeText(each)})</li>`)}
          ${own.length < count ? html`<li class="muted">${interchange.firstOf(own.length)}</li>` : nothing}
        </ul>
      </details>
    `
  }

  #days() {
    const { interchange } = words()
    const { day, rooms, events } = interchange.dayColumns
    return html`
      <details>
        <summary>${interchange.daysHeading}</summary>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">${day}</th>
              <th scope="col" class="number">${rooms}</th>
              <th scope="col" class="number">${events}</th>
            </tr>
          </thead>
          <tbody>
            ${this.preview.days.map(
              (each) =>
                html`<tr>
                  <td>${formatDate(each.day, language())}</td>
                  <td class="number figures">${each.rooms}</td>
                  <td class="number figures">${each.events}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </details>
    `
  }
}

/** Day, hour and room as far as they are known. */
const placeText = ({ day, startsAt, room }: Pick<Listed, 'day' | 'startsAt' | 'room'>): string =>
  [day === null ? '' : formatShortDate(day, language()), startsAt, room].filter((text) => text !== '').join(' · ')

declare global {
  interface HTMLElementTagNameMap {
    'schedule-preview': SchedulePreview
  }
}
