import { html } from 'lit'
import type { TemplateList } from '../../server/templates/schema.ts'
import { language, words } from '../words/words.ts'

/** For which congresses a copy is: those of all levels, or of one. */
export const levelField = (
  levels: TemplateList['levels'],
  chosen: string,
  choose: (select: HTMLSelectElement) => void,
) => {
  const { templates } = words()
  return html`<label>
    <span class="small muted">${templates.level}</span>
    <select class="input" @change=${(event: Event) => choose(event.target as HTMLSelectElement)}>
      <option value="" ?selected=${chosen === ''}>${templates.allLevels}</option>
      ${levels.map(
        ({ id, name, nameEnglish, cycleName }) =>
          html`<option value=${id} ?selected=${chosen === id}>
            ${templates.levelOf((language() === 'en' && nameEnglish) || name, cycleName)}
          </option>`,
      )}
    </select>
  </label>`
}
