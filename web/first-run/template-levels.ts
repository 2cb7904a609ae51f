import { html, type TemplateResult } from 'lit'
import { buildCycle, cycleTemplates, type CycleTemplateId } from '../../server/cycles/rules/templates.ts'
import { formatDateRange } from '../../server/format/dates.ts'
import { levelName } from '../cycles/level-name.ts'
import { language, words } from '../words/words.ts'

/** What a template is called in the reader's language. */
export const templateName = (id: CycleTemplateId): string =>
  language() === 'en' ? cycleTemplates[id].nameEnglish : cycleTemplates[id].name

/** The year in which the top congress of a new road is likely held: the template's own, while it is not over. */
export const likelyYear = (id: CycleTemplateId, thisYear: number): number => {
  const { year } = cycleTemplates[id]
  if (year === null || year >= thisYear) return year ?? thisYear
  // Congresses come every five years.
  return year + Math.ceil((thisYear - year) / 5) * 5
}

/** The levels that a road of this year would have, lowest first, with their windows. */
export const templateLevels = (id: CycleTemplateId, year: number): TemplateResult => {
  const { levels } = buildCycle(id, { unitId: '', unitName: '', year })
  return html`<ol>
    ${levels.map((level) => {
      const { windowFrom: from, windowTo: to } = level
      const window = from === null || to === null ? words().firstRun.noWindow : formatDateRange(from, to, language())
      return html`<li>${levelName(level)}: <span class="muted">${window}</span></li>`
    })}
  </ol>`
}

/** What no document confirms of a template: to be checked before it is relied upon. */
export const unconfirmedOf = (id: CycleTemplateId): readonly string[] =>
  cycleTemplates[id].unconfirmed.map((remark) => remark[language()])
