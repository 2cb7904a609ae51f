import { html, svg, type TemplateResult } from 'lit'
import type { Severity } from '../../server/conflicts/schema.ts'
import { severityLooks, stateLooks } from '../parts/state-badge.ts'
import { icon, shapeOf, type IconName } from '../style/icons.ts'
import { iconPathOf, type IconPath } from './timeline-icon-path.ts'
import type { BarLook } from './timeline-types.ts'

/**
 * The icons of the timeline as symbols, parsed once: a row that is reused only points to another one. `use` finds
 * them in the same shadow root, so the sprite stands beside the rows.
 */

/** Icon of each state, as in the legend. */
export const iconOfLook = (look: BarLook): IconName => stateLooks[look].icon

export const iconOfSeverity = (severity: Severity): IconName => severityLooks[severity].icon

const names = new Set<IconName>([
  ...Object.values(stateLooks).map((look) => look.icon),
  ...Object.values(severityLooks).map((look) => look.icon),
  'chevron-down',
  'chevron-right',
  'chevron-left',
])

export const sprite = (): TemplateResult =>
  html`<svg class="sprite" aria-hidden="true">
    ${[...names].map((name) => svg`<symbol id="icon-${name}" viewBox="0 0 24 24">${icon(name)}</symbol>`)}
  </svg>`

/** An icon that points into the sprite. */
export const mark = (name: IconName, extra = ''): TemplateResult =>
  html`<svg class="icon ${extra}" aria-hidden="true"><use href="#icon-${name}"></use></svg>`

const paths = new Map<IconName, IconPath>()

/** The lines of an icon, to be drawn among others in one `<svg>`. */
export const pathOfIcon = (name: IconName): IconPath => {
  const path = paths.get(name) ?? iconPathOf(shapeOf(name))
  paths.set(name, path)
  return path
}
