import { css, html, type TemplateResult } from 'lit'
import { findChanges, gatherShifts, type ProgrammeChange } from '../../server/releases/rules/changes.ts'
import { plainTelling, sentenceOf } from '../../server/releases/rules/sentences.ts'
import type { TellableProgramme } from '../../server/releases/rules/told.ts'
import { icon, type IconName } from '../style/icons.ts'
import { language, translated, words } from '../words/words.ts'

/** Before the first release there was nothing. */
export const nothingReleased: TellableProgramme = { sessions: [], speakers: [] }

/** How the browser tells changes. */
export const telling = () => plainTelling(language(), translated)

const icons: Record<ProgrammeChange['kind'], IconName> = { added: 'plus', removed: 'x', changed: 'pencil' }

/** The changes in sentences, those gathered that only follow one another: needs `changeListStyles`. */
export const changeList = (changes: readonly ProgrammeChange[]): TemplateResult => {
  if (changes.length === 0) return html`<p class="muted">${words().releases.same}</p>`
  return html`<ul class="changes">
    ${gatherShifts(changes).map((change) => {
      const kind = 'changes' in change ? 'changed' : change.kind
      return html`<li class=${kind}>${icon(icons[kind])}<span>${sentenceOf(change, telling())}</span></li>`
    })}
  </ul>`
}

/** What is not the same in two programmes, in sentences. */
export const differenceList = (before: TellableProgramme, after: TellableProgramme): TemplateResult =>
  changeList(findChanges(before, after))

export const changeListStyles = css`
  .changes {
    display: grid;
    gap: var(--space-half);
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--size-dense);
  }
  .changes li {
    display: flex;
    gap: var(--space);
    overflow-wrap: anywhere;
  }
  .changes .icon {
    margin-block-start: 0.2em;
    color: var(--muted);
  }
  .changes .added .icon {
    color: var(--green);
  }
  .changes .removed .icon {
    color: var(--red);
  }
`
