import { html, type TemplateResult } from 'lit'
import { chipSelect } from '../parts/chip-select.ts'
import { icon } from '../style/icons.ts'
import { language, words } from '../words/words.ts'
import type { Desk } from './desk.ts'
import { choose, movesRest, stepOf, steps, zoomBeside, zoomOf } from './grid-choices.ts'
import { dayTab, daysOf, haveYears, shownDay } from './grid-layout.ts'

/** The day that the grid shows, and those beside it. */
export const daysShown = ({ programme, congress, get }: Pick<Desk, 'programme' | 'congress' | 'get'>) => {
  const days = daysOf(programme.sessions, congress)
  const { dateFrom } = congress
  return { days, day: shownDay(days, programme.sessions, { day: get('day'), at: get('at'), dateFrom }) }
}

/** Above the grid: its days, the step of times, and whether what comes after goes along. */
export const gridTools = (desk: Desk): TemplateResult => {
  const { editor } = words()
  const { days, day } = daysShown(desk)
  const isMoving = movesRest(desk)
  const hasYears = haveYears(days, desk.congress.dateFrom)
  return html`
    <div class="segments days" role="group" aria-label=${editor.daysLabel}>
      ${days.map(
        (each) => html`
          <button
            class="figures"
            data-day=${each}
            aria-pressed=${each === day}
            @click=${() => desk.set({ day: each, at: '' }, { push: true })}
          >
            ${dayTab(each, language(), hasYears)}
          </button>
        `,
      )}
    </div>
    ${
      desk.mayEdit
        ? html`
            ${chipSelect({
              label: editor.stepLabel,
              value: String(stepOf(desk)),
              choices: steps.map((step) => [String(step), editor.step(step)] as const),
              choose: (step) => choose(desk, 'step', step),
            })}
            <button
              class="chip"
              aria-pressed=${isMoving}
              title=${editor.movesRestHelp}
              @click=${() => choose(desk, 'rest', isMoving ? 'no' : 'yes')}
            >
              ${icon('link')} ${editor.movesRest}
            </button>
          `
        : ''
    }
  `
}

/** In the corner of the board, above its times: smaller and larger. */
export const zoomButtons = (desk: Desk): TemplateResult => {
  const { editor } = words()
  return html`<div class="corner" role="group" aria-label=${editor.zoomLabel}>
    ${zoomButton(desk, -1, editor.zoomOut, '−')} ${zoomButton(desk, 1, editor.zoomIn, '+')}
  </div>`
}

const zoomButton = (desk: Desk, way: -1 | 1, word: string, sign: string): TemplateResult => {
  const next = zoomBeside(zoomOf(desk), way)
  return html`<button
    aria-label=${word}
    title=${`${word} (${sign})`}
    ?disabled=${next === null}
    @click=${() => choose(desk, 'zoom', String(next))}
  >
    ${sign}
  </button>`
}
