import { css, html, type TemplateResult } from 'lit'
import type { Affected, Standing } from '../../server/releases/rules/affected.ts'
import { sentenceOfPart, standingName } from '../../server/releases/rules/sentences.ts'
import { badge, type Hue } from '../parts/state-badge.ts'
import type { IconName } from '../style/icons.ts'
import { translated } from '../words/words.ts'
import { telling } from './change-list.ts'

const looks: Record<Standing, { hue: Hue; icon: IconName }> = {
  asked: { hue: 'green', icon: 'user-plus' },
  'not-needed': { hue: 'slate', icon: 'ban' },
  changed: { hue: 'amber', icon: 'clock' },
}

/** Why somebody is to be told: newly asked, no longer needed, changed. */
export const standingBadge = (standing: Standing): TemplateResult =>
  badge(looks[standing].hue, looks[standing].icon, standingName(standing, telling()))

/** Name and post of a person or an office. */
export const affectedName = ({ name, post }: Affected): TemplateResult =>
  html`<strong>${translated(name)}</strong>${post === '' ? '' : html` <span class="muted">${post}</span>`}`

/** What somebody is to be told, a line for each item. */
export const partsOf = ({ parts }: Affected): TemplateResult =>
  html`${parts.map((part) => html`<div>${sentenceOfPart(part, telling())}</div>`)}`

/** Those whom changes touch: needs `affectedStyles` and `badges`. */
export const affectedList = (affected: readonly Affected[]): TemplateResult =>
  html`<ul class="affected">
    ${affected.map(
      (each) =>
        html`<li>
          <div class="row">${affectedName(each)} ${standingBadge(each.standing)}</div>
          <div class="small muted">${partsOf(each)}</div>
        </li>`,
    )}
  </ul>`

export const affectedStyles = css`
  .affected {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--size-dense);
    overflow-wrap: anywhere;
  }
  .affected > li {
    padding-block: 0.375rem;
  }
  .affected > li + li {
    border-block-start: 1px solid var(--line);
  }
`
