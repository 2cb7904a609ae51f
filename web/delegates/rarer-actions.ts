import { html, nothing } from 'lit'
import { icon } from '../style/icons.ts'
import { words } from '../words/words.ts'

/** What is wanted less often on the page of delegates; a path or an act that is null is not offered. */
export const rarerActions = (options: {
  congressId: string
  exportPath: string | null
  choose: (() => void) | null
}) => {
  const { congressId, exportPath, choose } = options
  const { choosing, delegates: text, groups, makeUp, unitLists } = words()
  return html`
    <a class="button" href=${`/congresses/${congressId}/make-up`}>${icon('users-round')} ${makeUp.open}</a>
    <a class="button" href=${`/congresses/${congressId}/unit-lists`}>${icon('clipboard-check')} ${unitLists.board}</a>
    <a class="button" href=${`/congresses/${congressId}/groups`}>${icon('messages-square')} ${groups.heading}</a>
    ${
      choose === null
        ? nothing
        : html`<button class="button" @click=${choose}>${icon('arrow-up')} ${choosing.open}</button>`
    }
    ${
      exportPath === null
        ? nothing
        : html`<a class="button" href=${exportPath} download>${icon('download')} ${text.export}</a>`
    }
  `
}
