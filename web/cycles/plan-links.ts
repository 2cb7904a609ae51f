import { html } from 'lit'
import { roadPlanAddress, roadPlanWordAddress } from '../api/cycles.ts'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** The plan and schedule of a road: printed for signature, or taken to Word. */
export const planLinks = (cycleId: string) => {
  const { cycle } = words().records
  return html`
    <a class="button" href=${roadPlanAddress(cycleId)} target="_blank">${icon('printer')} ${cycle.printPlan}</a>
    <a class="button" href=${roadPlanWordAddress(cycleId)} download>${icon('file-text')} ${cycle.planInWord}</a>
  `
}
