import { html, nothing, type TemplateResult } from 'lit'
import type { SeatingOverview, SeatingPlan } from '../../server/seating/schema.ts'
import { chipSelect } from '../parts/chip-select.ts'
import { undoLatest } from '../parts/toast-stack.ts'
import type { ViewState } from '../router.ts'
import type { SeatMap } from '../seats/seat-map.ts'
import { icon } from '../style/icons.ts'
import { translated, words } from '../words/words.ts'
import { overlays } from './seat-colours.ts'
import type { OpenDialog } from './seat-dialogs.ts'
import '../parts/more-actions.ts'

/** What of the page lives in its address. `who`: the person looked at; `from`: from where the hall is seen; `vs`: what it is compared with. */
export const addressDefaults = {
  ...{ plan: '', phase: '', by: 'delegation', from: 'hall', show: 'map', q: '', who: '', vs: '' },
}
export type SeatingView = ViewState<typeof addressDefaults>

interface Tools {
  overview: SeatingOverview
  plan: SeatingPlan
  phaseId: string
  view: SeatingView
  mayWrite: boolean
  choosePlan: (id: string) => void
  ask: (dialog: OpenDialog) => void
}

/** The line above the map: which plan and phase, what the colours tell, from where. */
export const seatTools = ({ overview, plan, phaseId, view, ...tools }: Tools): TemplateResult => {
  const { seating: text, common } = words()
  return html`<div class="tools">
    ${chipSelect({
      label: text.plan,
      value: plan.id,
      choices: overview.plans.map(({ id, name, releasedNumber }) => [
        id,
        `${translated(name)} · ${releasedNumber === 0 ? text.draft(1) : text.released(releasedNumber)}`,
      ]),
      choose: tools.choosePlan,
    })}
    ${
      tools.mayWrite
        ? html`${signButton(icon('pencil'), text.editPlan, () => tools.ask({ kind: 'plan', plan }))}
          ${signButton(icon('plus'), text.newPlan, () => tools.ask({ kind: 'plan', plan: null }))}`
        : nothing
    }
    ${phaseTools(plan, { phaseId, view, ...tools })}
    ${chipSelect({
      label: text.overlay,
      value: view.get('by'),
      choices: overlays.map((each) => {
        const word = each === 'changes' && view.get('vs') !== '' ? text.compare.overlay : text.overlays[each]
        return [each, `${text.overlay}: ${word}`] as const
      }),
      choose: (by) => view.set({ by }),
    })}
    ${chipSelect({
      label: text.views.hall,
      value: view.get('from'),
      choices: (['hall', 'stage'] as const).map((each) => [each, text.views[each]]),
      choose: (from) => view.set({ from }),
    })}
    ${chipSelect({
      label: text.shows.map,
      value: view.get('show'),
      choices: (['map', 'table'] as const).map((each) => [each, text.shows[each]]),
      choose: (show) => view.set({ show }),
    })}
    <more-actions class="end" always>
      <button class="button" @click=${() => tools.ask({ kind: 'wishes' })}>${icon('link')} ${text.wishes.open}</button>
      <button class="button" @click=${() => tools.ask({ kind: 'order' })}>
        ${icon('arrow-up-down')} ${text.order.open}
      </button>
      <button class="button" @click=${() => tools.ask({ kind: 'stage' })}>${icon('star')} ${text.stage.open}</button>
      <button class="button" @click=${() => tools.ask({ kind: 'compare' })}>
        ${icon('columns-3')} ${text.compare.open}
      </button>
      ${
        tools.mayWrite
          ? html`<button class="button" @click=${undoLatest}>${icon('undo-2')} ${common.undoLatest}</button>`
          : nothing
      }
    </more-actions>
  </div>`
}

/** How large the map is, in its corner. */
export const zoomTools = (map: () => SeatMap | null): TemplateResult => {
  const { seating: text } = words()
  return html`<div class="zoom row">
    ${signButton('−', text.zoomOut, () => map()?.zoomBy(0.8))}
    ${signButton(text.whole, text.zoomFit, () => map()?.fit())}
    ${signButton('+', text.zoomIn, () => map()?.zoomBy(1.25))}
  </div>`
}

/** The part of the meeting that is looked at, and where it is begun: nobody finds it behind a pencil. */
const phaseTools = (
  plan: SeatingPlan,
  { phaseId, view, mayWrite, ask }: Pick<Tools, 'phaseId' | 'view' | 'mayWrite' | 'ask'>,
) => {
  const { seating: text } = words()
  const hasPhases = plan.phases.length > 1
  const choice = chipSelect({
    label: text.phase,
    value: phaseId,
    choices: plan.phases.map(({ id, name }) => [id, text.stage.phase(id === '' ? text.opening : translated(name))]),
    choose: (phase) => view.set({ phase }),
  })
  const begin = html`<button
    class="button small"
    title=${text.stage.phasesHelp}
    @click=${() => ask({ kind: 'plan', plan, isPhased: true })}
  >
    ${icon('plus')} ${text.form.addPhase}
  </button>`
  const fill = html`<button class="button small" @click=${() => ask({ kind: 'fill' })}>
    ${icon('star')} ${text.stage.fill.open}
  </button>`
  return html`${hasPhases ? choice : nothing} ${hasPhases || !mayWrite ? nothing : begin}
  ${phaseId !== '' && mayWrite ? fill : nothing}`
}

const signButton = (sign: TemplateResult | string, word: string, press: () => void) =>
  html`<button class="button small" title=${word} aria-label=${word} @click=${press}>${sign}</button>`
